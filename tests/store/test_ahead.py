"""What is looked up at once is what would be found one by one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import deeds

from nearer.core.moments import Appreciation, CheckIn, Night, Waiting
from nearer.store.log import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

    from nearer.core.moments import Moment

KINDS: tuple[tuple[type[Moment], ...], ...] = (
    (CheckIn,),
    (CheckIn, Appreciation),
    (Night, CheckIn),
)


def _live(cast: Cast) -> None:
    begun = timezone.now() - timedelta(hours=1)
    for minute in range(12):  # two of each minute
        moment = Appreciation(of="strength") if minute % 3 else CheckIn()
        at = begun + timedelta(minutes=minute // 2)
        cast.ada.log.write(cast.ada.log.own, Draft.new(moment, at))


@pytest.mark.parametrize("limit", [1, 3, 5])
def test_it_finds_the_same_at_once_as_one_by_one(cast: Cast, limit: int) -> None:
    _live(cast)
    plain, ahead = cast.ada.log, cast.ada.log
    ahead.look_ahead(ahead.own, dict.fromkeys((CheckIn, Appreciation, Night), 5))
    with CaptureQueriesContext(connection) as asked:
        found = [ahead.read(ahead.own, kinds, limit=limit) for kinds in KINDS]
    assert not asked.captured_queries
    assert found == [plain.read(plain.own, kinds, limit=limit) for kinds in KINDS]


def test_it_asks_where_more_is_wanted_or_another_time_or_another_space(cast: Cast) -> None:
    _live(cast)
    log, now = cast.ada.log, timezone.now()
    newest = cast.ada.log.read(log.own, [CheckIn], limit=9)
    log.look_ahead(log.own, {CheckIn: 2})
    assert log.read(log.own, [CheckIn], limit=9) == newest
    assert log.read(log.own, [CheckIn], limit=2, before=newest[1].at) == newest[2:4]
    assert log.read(log.own, [CheckIn], limit=2, since=now) == []
    assert log.read(log.own, [CheckIn, Waiting], limit=2) == newest[:2]
    assert log.read(deeds.couple_of(cast.ada), [CheckIn], limit=2) == []


def test_it_forgets_what_it_found_when_something_is_written_held_or_removed(cast: Cast) -> None:
    _live(cast)
    log = cast.ada.log
    log.look_ahead(log.own, {CheckIn: 9})
    before = log.read(log.own, [CheckIn], limit=9)
    new = log.write(log.own, Draft.new(CheckIn(), timezone.now()))
    assert log.read(log.own, [CheckIn], limit=9) == [new, *before]
    acts: list[Callable[[], None]] = [lambda: log.remove(new), lambda: log.hold(log.own)]
    for act in acts:
        log.look_ahead(log.own, {CheckIn: 9})
        act()
        with CaptureQueriesContext(connection) as asked:
            assert log.read(log.own, [CheckIn], limit=9) == before
        assert len(asked.captured_queries) == 1

"""Ben removes something of his: what was said of it goes along, and nothing of anybody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError
from django.utils import timezone
from tests import deeds

from nearer.acts.remove_whole import remove_whole
from nearer.core.moments import Moment, PlanCameUp, SentenceMark
from nearer.store.log import Draft, Log, NotThere
from nearer.store.models import Record

if TYPE_CHECKING:
    from tests.cast import Cast, Someone


def _with_answers(who: Someone, what: UUID, *answers: Moment) -> list[UUID]:
    """What was kept and what was said of it: the ids of all."""
    log = who.log
    drafts = [Draft(uuid4(), answer, timezone.now(), about=what) for answer in answers]
    return [what, *(log.write(log.own, draft).id for draft in drafts)]


def _plan(who: Someone) -> list[UUID]:
    plan = deeds.plan(who)
    said = (PlanCameUp(about=plan, what="not_yet"), PlanCameUp(about=plan, what="did"))
    return _with_answers(who, plan, *said)


def _sentence(who: Someone) -> list[UUID]:
    one = deeds.sentence(who)
    said = (SentenceMark(about=one, sure=4), SentenceMark(about=one, said=True))
    return _with_answers(who, one, *said)


@pytest.mark.parametrize("make", [_plan, _sentence])
def test_it_takes_the_answers_along_and_leaves_another_one(cast: Cast, make: object) -> None:
    assert callable(make)
    gone, stays = make(cast.ben), make(cast.ben)
    log = cast.ben.log
    remove_whole(log, log.get(log.own, gone[0]))
    assert not Record.objects.filter(id__in=gone).exists()
    assert Record.objects.filter(id__in=stays).count() == 3


def test_it_removes_nothing_of_ben_s_for_ada(cast: Cast) -> None:
    kept = _sentence(cast.ben)
    entry = cast.ben.log.get(cast.ben.log.own, kept[0])
    with pytest.raises(NotThere):
        remove_whole(cast.ada.log, entry)
    assert Record.objects.filter(id__in=kept).count() == 3


@pytest.mark.parametrize("step", [1, 2, 3])
def test_it_leaves_all_of_it_when_the_power_goes(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    kept, log = _sentence(cast.ben), cast.ben.log
    entry, removed, steps = log.get(log.own, kept[0]), Log.remove, iter(range(1, 9))

    def remove(self: Log, one: object) -> None:
        if next(steps) == step:
            raise OperationalError
        removed(self, one)  # type: ignore[arg-type]  # an entry

    monkeypatch.setattr(Log, "remove", remove)
    with pytest.raises(OperationalError):
        remove_whole(log, entry)
    assert Record.objects.filter(id__in=kept).count() == 3

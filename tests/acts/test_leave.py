"""Leaving: alone, at once, and nothing of one's own space goes with it."""

from functools import partial

import pytest
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import at_once, cut_at_every_step

from nearer.acts.leave import leave
from nearer.core.moments import CheckIn, Letter, Reply
from nearer.store.log import Log, NotThere
from nearer.store.models import Member, Record, Space


def _go(who: Someone, *, erase: bool = False, log: Log | None = None) -> None:
    log = log or who.log
    space = next(space for space in log.spaces if space.kind == "couple")
    leave(who.person, space, erase_mine=erase)


def test_it_leaves_what_was_sent_with_the_one_who_stays(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ada)
    letter = deeds.letter(cast.ada)
    deeds.reply(cast.ben, letter)
    _go(cast.ada)
    with pytest.raises(NotThere):
        cast.ada.log.space(couple.id)
    assert cast.ada.log.couple is None
    stays = cast.ben.log.space(couple.id)
    assert (stays.state, stays.is_open, cast.ben.log.couple) == ("ended", False, None)
    assert len(cast.ben.log.read(stays, [Letter, Reply], limit=9)) == 2


def test_it_takes_what_she_wrote_with_her_if_she_wishes(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ada)
    deeds.reply(cast.ben, deeds.letter(cast.ada))
    deeds.letter(cast.ben)
    _go(cast.ada, erase=True)
    assert not Record.objects.filter(space_id=couple.id, author=cast.ada.person).exists()
    left = cast.ben.log.read(cast.ben.log.space(couple.id), [Letter, Reply], limit=9)
    assert {entry.author for entry in left} == {cast.ben.id}
    assert len(left) == 2


def test_it_touches_nobody_s_own_space(cast: Cast) -> None:
    for who in (cast.ada, cast.ben):
        deeds.check_in(who)
    before = list(Record.objects.filter(space__kind="own").order_by("id"))
    _go(cast.ada, erase=True)
    assert list(Record.objects.filter(space__kind="own").order_by("id")) == before
    assert len(cast.ada.log.read(cast.ada.log.own, [CheckIn], limit=9)) == 1


@pytest.mark.parametrize("order", ["ada ben", "ben ada"])
@pytest.mark.parametrize("erase", [False, True])
def test_it_takes_the_space_with_the_last_one(cast: Cast, order: str, erase: bool) -> None:  # noqa: FBT001 - a case
    couple = deeds.couple_of(cast.ada)
    deeds.reply(cast.ben, deeds.letter(cast.ada))
    for name in order.split():
        assert Space.objects.filter(id=couple.id).exists()
        _go(getattr(cast, name), erase=erase)
    assert not Space.objects.filter(id=couple.id).exists()
    assert not Record.objects.filter(space_id=couple.id).exists()
    assert not Member.objects.filter(space_id=couple.id).exists()


def test_it_rings_so_that_an_open_page_of_ben_s_learns_of_it(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ben)
    before = deeds.version_of(couple)
    _go(cast.ada)
    assert deeds.version_of(couple) == before + 1


def test_it_never_ends_one_s_own_space(cast: Cast) -> None:
    with pytest.raises(NotThere):
        leave(cast.ada.person, cast.ada.log.own, erase_mine=True)
    assert cast.ada.log.own.is_open


def test_it_leaves_all_as_it_was_wherever_the_power_fails(cast: Cast) -> None:
    deeds.letter(cast.ada)
    log = cast.ada.log
    assert log.spaces
    cut_at_every_step(partial(_go, cast.ada, erase=True, log=log), at_least=3)
    _go(cast.ben)
    assert cast.ben.log.couple is None


def test_it_leaves_no_space_behind_when_both_go_at_once(transactional_db: None, cast: Cast) -> None:
    del transactional_db
    couple = deeds.couple_of(cast.ada)
    said = at_once(partial(_go, cast.ada), partial(_go, cast.ben))
    assert said == [None, None]
    assert not Space.objects.filter(id=couple.id).exists()

"""What the two make together: in one step or not at all, and right when both act at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.trouble import at_once, cut_at_every_step

from nearer.acts import agree, cycle
from nearer.acts.agree import ProposedMeanwhile
from nearer.acts.leave import leave
from nearer.acts.open_all import open_all
from nearer.acts.remove_versions import remove_versions
from nearer.acts.take_back import take_back
from nearer.core.moments import Agreement, AgreementSigned, CycleHalf, CycleShown, Opened
from nearer.store.log import Closed, Draft, NotThere

if TYPE_CHECKING:
    from tests.cast import Cast


def test_it_shows_no_half_by_halves_when_the_power_goes(cast: Cast) -> None:
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    deeds.show_half(cast.ada)
    kept = log.get(log.own, deeds.half(cast.ada))
    show = partial(cycle.show_half, log, couple, kept, uuid4(), b"", now=timezone.now())
    cut_at_every_step(show, at_least=4)


def test_it_shows_nothing_that_is_no_half(cast: Cast) -> None:
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    kept = log.get(log.own, deeds.check_in(cast.ada))
    with pytest.raises(NotThere):
        cycle.show_half(log, couple, kept, uuid4(), b"", now=timezone.now())


def test_it_shows_the_half_once_when_two_tabs_send_it_at_the_same_time(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    couple = deeds.couple_of(cast.ada)
    kept = cast.ada.log.get(cast.ada.log.own, deeds.half(cast.ada))

    def show() -> None:
        log = cast.ada.log
        cycle.show_half(log, couple, kept, uuid4(), b"", now=timezone.now())

    assert at_once(show, show) == [None, None]
    assert len(cast.ada.log.read(couple, [CycleShown], limit=9)) == 1


def test_it_opens_all_or_nothing_and_once(cast: Cast) -> None:
    ids = [deeds.line(cast.ada), deeds.show_half(cast.ada)]
    cut_at_every_step(lambda: open_all(cast.ben.log, ids, now=timezone.now()), at_least=2)
    open_all(cast.ben.log, ids, now=timezone.now())
    open_all(cast.ben.log, ids, now=timezone.now())
    assert len(cast.ben.log.read(cast.ben.log.own, [Opened], limit=9)) == len(ids)


def test_it_removes_every_telling_or_none(cast: Cast) -> None:
    for _ in "123":
        deeds.half(cast.ada)
    cut_at_every_step(lambda: remove_versions(cast.ada.log, CycleHalf), at_least=3)


def test_it_loses_neither_of_two_versions_that_are_proposed_at_the_same_time(
    transactional_db: None, cast: Cast
) -> None:
    """The second is told; sent again as the next version, both are there."""
    del transactional_db
    couple = deeds.couple_of(cast.ada)
    drafts = [Draft(uuid4(), Agreement(), timezone.now()) for _ in "12"]

    def propose(number: int) -> str:
        log = (cast.ada, cast.ben)[number].log
        try:
            agree.propose(log, couple, drafts[number], after=None)
        except ProposedMeanwhile as meanwhile:
            agree.propose(log, couple, drafts[number], after=meanwhile.newest.id)
            return "next"
        return "first"

    assert sorted(map(str, at_once(partial(propose, 0), partial(propose, 1)))) == ["first", "next"]
    kept = cast.ada.log.read(couple, [Agreement], limit=9)
    assert {entry.id for entry in kept} == {draft.id for draft in drafts}


def test_it_takes_both_signatures_when_both_sign_at_the_same_time(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    couple, version = deeds.couple_of(cast.ada), deeds.version(cast.ada)

    def sign(number: int) -> None:
        log = (cast.ada, cast.ben)[number].log
        agree.sign(log, couple, version, now=timezone.now())

    assert at_once(partial(sign, 0), partial(sign, 1)) == [None, None]
    assert agree.look(cast.ada.log, couple).in_force is not None


def test_it_signs_and_withdraws_whole_or_not_at_all(cast: Cast) -> None:
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    version = deeds.signed_by_both(cast.ada, cast.ben, deeds.version(cast.ada))
    now = timezone.now()
    cut_at_every_step(lambda: agree.withdraw(log, couple, version, now=now), at_least=3)
    (mine,) = [
        one for one in log.read(couple, [AgreementSigned], limit=9) if one.author == cast.ada.id
    ]
    assert mine.moment == AgreementSigned(about=version, withdrawn=True)
    cut_at_every_step(lambda: agree.sign(log, couple, version, now=now), at_least=3)


def test_it_signs_and_withdraws_nothing_that_is_no_version(cast: Cast) -> None:
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    line = deeds.line(cast.ada)
    for act in (agree.sign, agree.withdraw):
        with pytest.raises(NotThere):
            act(log, couple, line, now=timezone.now())


def test_it_takes_back_a_version_a_half_and_a_line_whole(cast: Cast) -> None:
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    for one in (deeds.version(cast.ada), deeds.show_half(cast.ada), deeds.line(cast.ada)):
        cut_at_every_step(partial(take_back, log, couple, one, now=timezone.now()), at_least=2)
        for _ in "12":
            take_back(log, couple, one, now=timezone.now())
        with pytest.raises(NotThere):
            take_back(cast.ben.log, couple, one, now=timezone.now())


def test_it_takes_nothing_new_once_one_of_the_two_has_left(cast: Cast) -> None:
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    version = deeds.version(cast.ada)
    kept = log.get(log.own, deeds.half(cast.ada))
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=True)
    draft = Draft(uuid4(), Agreement(), timezone.now())
    now = timezone.now()
    for act in (
        partial(agree.propose, log, couple, draft, after=version),
        partial(agree.sign, log, couple, version, now=now),
        partial(agree.withdraw, log, couple, version, now=now),
        partial(cycle.show_half, log, couple, kept, uuid4(), b"", now=now),
    ):
        with pytest.raises(Closed):
            act()

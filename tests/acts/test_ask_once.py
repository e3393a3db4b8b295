"""Patience on the server: one request at a time, and nothing into a pause, also from two tabs."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import at_once, everything

from nearer.acts import pull_back
from nearer.acts.ask_once import AskedAlready, waiting_request
from nearer.acts.pull_back import InPause
from nearer.acts.take_back import take_back
from nearer.core.letters.asking import WAITS
from nearer.core.moments import Letter, LetterDraft, Pause, Sign


def _pause(who: Someone) -> None:
    now = timezone.now()
    pull_back.begin_pause(who.log, uuid4(), Pause(until=now + timedelta(minutes=40)), now=now)


def test_it_keeps_a_second_request_as_a_draft_while_the_first_waits(cast: Cast) -> None:
    first = deeds.letter(cast.ada, request="hug")
    second = deeds.draft(cast.ada, own_request=True)
    before = everything()
    with pytest.raises(AskedAlready) as refused:
        deeds.send(cast.ada, second)
    assert refused.value.letter.id == first
    assert str(refused.value) == "asked already"
    assert everything() == before, "the draft stays, and no page of Ben's is told of anything"


def test_it_sends_what_asks_for_nothing_and_lets_ben_ask_too(cast: Cast) -> None:
    deeds.letter(cast.ada, request="hug")
    deeds.letter(cast.ada)
    deeds.letter(cast.ben, request="hug")


def test_it_lets_her_ask_anew_once_it_is_answered_taken_back_or_old(cast: Cast) -> None:
    couple = deeds.couple_of(cast.ada)
    deeds.reply(cast.ben, deeds.letter(cast.ada, request="hug"))
    second = deeds.letter(cast.ada, request="hug")
    take_back(cast.ada.log, couple, second, now=timezone.now())
    deeds.letter(cast.ada, request="hug")
    with time_machine.travel(timezone.now() + WAITS + timedelta(minutes=1)):
        deeds.letter(cast.ada, request="hug")


def test_it_finds_nothing_that_waits_for_cleo_who_is_alone(cast: Cast) -> None:
    assert waiting_request(cast.cleo.log, now=timezone.now()) is None


def test_it_sends_one_of_two_requests_from_two_tabs_at_once(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    drafts = [deeds.draft(cast.ada, request="hug") for _ in range(2)]
    said = at_once(*[partial(deeds.send, cast.ada, letter) for letter in drafts])
    assert sorted(type(one).__name__ for one in said) == ["AskedAlready", "UUID"]
    assert len(cast.ben.log.read(deeds.couple_of(cast.ben), [Letter], limit=9)) == 1
    assert len(cast.ada.log.read(cast.ada.log.own, [LetterDraft], limit=9)) == 1


def test_it_sends_no_sign_no_answer_and_no_felt_into_a_pause(cast: Cast) -> None:
    theirs = deeds.letter(cast.ben)
    reply = deeds.reply(cast.ben, deeds.letter(cast.ada))
    _pause(cast.ben)
    before = everything()
    with pytest.raises(InPause):
        pull_back.send_sign(cast.ada.log, uuid4(), Sign(sign="care"), now=timezone.now())
    with pytest.raises(InPause):
        deeds.reply(cast.ada, theirs)
    with pytest.raises(InPause):
        deeds.felt(cast.ada, reply, shared=True)
    assert everything() == before
    deeds.felt(cast.ada, reply, shared=False)
    _pause(cast.ada)


def test_it_lets_nothing_slip_in_while_a_pause_begins(transactional_db: None, cast: Cast) -> None:
    """Either the letter was there first, or it is refused and stays a draft."""
    del transactional_db
    draft = deeds.draft(cast.ada)
    sent, _ = at_once(partial(deeds.send, cast.ada, draft), partial(_pause, cast.ben))
    there = cast.ben.log.read(deeds.couple_of(cast.ben), [Letter, Pause], limit=9)
    kinds = {type(entry.moment).__name__ for entry in there}
    assert kinds == ({"Pause"} if isinstance(sent, InPause) else {"Pause", "Letter"})

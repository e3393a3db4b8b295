"""A guess at how an answer felt: one's own, before one has seen it, and for both if one likes."""

from functools import partial
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import cut_at_every_step

from nearer.acts.guess import SeenAlready, share_guess
from nearer.acts.take_back import take_back
from nearer.core.moments import CheckIn, FeltGuess
from nearer.store.log import Draft, NotThere


def _reply(cast: Cast) -> UUID:
    return deeds.reply(cast.ben, deeds.letter(cast.ada))


def _kept(who: Someone) -> list[object]:
    log = who.log
    found = [log.read(space, [FeltGuess], limit=9) for space in (log.own, deeds.couple_of(who))]
    return [entry.moment for entries in found for entry in entries]


def _shares(ben: Someone, reply: UUID, *, shared: bool) -> None:
    share_guess(ben.log, deeds.couple_of(ben), reply, shared=shared, now=timezone.now())


def test_it_stays_with_ben_until_he_shares_it_and_comes_back_to_him(cast: Cast) -> None:
    reply = _reply(cast)
    deeds.guess(cast.ben, reply)
    assert _kept(cast.ada) == []
    assert _kept(cast.ben) == [FeltGuess(about=reply, understood=2)]
    for _ in range(2):
        _shares(cast.ben, reply, shared=True)
        assert _kept(cast.ada) == [FeltGuess(about=reply, understood=2, shared=True)]
    _shares(cast.ben, reply, shared=False)
    assert _kept(cast.ada) == []
    assert _kept(cast.ben) == [FeltGuess(about=reply, understood=2)]


def test_it_replaces_what_he_guessed_before(cast: Cast) -> None:
    reply = _reply(cast)
    deeds.guess(cast.ben, reply, shared=True)
    deeds.guess(cast.ben, reply, shared=True, cared=0)
    assert _kept(cast.ada) == [FeltGuess(about=reply, cared=0, shared=True)]


def test_it_is_no_guess_once_he_has_seen_it(cast: Cast) -> None:
    reply = _reply(cast)
    deeds.open_it(cast.ben, reply)
    with pytest.raises(SeenAlready):
        deeds.guess(cast.ben, reply)
    assert _kept(cast.ben) == []


def test_it_shares_no_guess_that_is_not_there(cast: Cast) -> None:
    with pytest.raises(NotThere):
        _shares(cast.ben, uuid4(), shared=True)


def test_it_shares_nothing_else_that_lies_under_its_id(cast: Cast) -> None:
    about, log = uuid4(), cast.ben.log
    only = log.only_id(log.own, FeltGuess, about)
    log.write(log.own, Draft(only, CheckIn(), timezone.now()))
    with pytest.raises(NotThere):
        _shares(cast.ben, about, shared=True)


def test_it_is_kept_whole_or_not_at_all(cast: Cast) -> None:
    reply = _reply(cast)
    cut_at_every_step(partial(deeds.guess, cast.ben, reply, shared=True), at_least=4)
    assert len(_kept(cast.ben)) == 2


def test_a_shared_guess_goes_with_the_answer_that_is_taken_back(cast: Cast) -> None:
    reply = _reply(cast)
    deeds.guess(cast.ben, reply, shared=True)
    deeds.felt(cast.ada, reply, shared=True)
    take_back(cast.ben.log, deeds.couple_of(cast.ben), reply, now=timezone.now())
    assert _kept(cast.ada) == []
    assert len(_kept(cast.ben)) == 1, "what he kept for himself is his"

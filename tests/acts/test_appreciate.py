"""Something good: shown, asked back about and told of, each once and whole, or not at all."""

from functools import partial
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import cut_at_every_step, everything

from nearer.acts.appreciate import ask_back, show, tell_more
from nearer.acts.take_back import take_back
from nearer.core.moments import Appreciation, AskedBack, Moment, TakenBack, ToldMore
from nearer.store.log import AlreadyKept, Closed, Entry, NotThere


def _ours(who: Someone, *kinds: type[Moment]) -> list[Entry]:
    return who.log.read(deeds.couple_of(who), kinds or [Appreciation], limit=9)


def _shows(who: Someone, good: UUID) -> None:
    show(who.log, good, b"", now=timezone.now())


def _asks(who: Someone, good: UUID) -> None:
    ask_back(who.log, deeds.couple_of(who), good, b"", now=timezone.now())


def _tells(who: Someone, good: UUID) -> None:
    tell_more(who.log, deeds.couple_of(who), good, b"", now=timezone.now())


def test_it_is_with_ada_alone_or_with_both_and_never_in_two_places(cast: Cast) -> None:
    good = deeds.kept_good(cast.ada, "strength")
    assert _ours(cast.ben) == []
    cut_at_every_step(partial(_shows, cast.ada, good), at_least=4)
    (seen,) = _ours(cast.ben)
    assert (seen.id, seen.moment) == (good, Appreciation(of="strength", shared=True))
    assert cast.ada.log.read(cast.ada.log.own, [Appreciation], limit=9) == []
    before = everything()
    _shows(cast.ada, good)
    assert everything() == before


def test_it_shows_nothing_without_somebody_to_show_it_to_and_nothing_else(cast: Cast) -> None:
    good = deeds.kept_good(cast.cleo)
    with pytest.raises(Closed):
        _shows(cast.cleo, good)
    for other in (deeds.check_in(cast.ada), uuid4(), good):
        with pytest.raises(NotThere):
            _shows(cast.ada, other)


def test_it_is_asked_about_and_told_of_once(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    with pytest.raises(NotThere):
        _tells(cast.ada, good)
    cut_at_every_step(partial(_asks, cast.ben, good), at_least=2)
    cut_at_every_step(partial(_tells, cast.ada, good), at_least=2)
    for again in (partial(_asks, cast.ben), partial(_tells, cast.ada)):
        with pytest.raises(AlreadyKept):
            again(good)
    told = [seen.moment for seen in _ours(cast.ben, AskedBack, ToldMore)]
    assert sorted(map(repr, told)) == sorted(
        map(repr, [AskedBack(about=good), ToldMore(about=good)])
    )


def test_nobody_asks_about_their_own_news_or_about_anything_else(cast: Cast) -> None:
    good, strength = deeds.shown_good(cast.ada), deeds.shown_good(cast.ada, "strength")
    letter = deeds.letter(cast.ada)
    deeds.asked_back(cast.ben, good)
    for act, who, what in (
        (_asks, cast.ada, good),
        (_asks, cast.ben, strength),
        (_asks, cast.ben, letter),
        (_tells, cast.ben, good),
    ):
        with pytest.raises(NotThere):
            act(who, what)


def test_each_part_leaves_a_note_of_its_own_and_is_spent(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    question = deeds.asked_back(cast.ben, good)
    _tells(cast.ada, good)
    (answer,) = _ours(cast.ada, ToldMore)
    for who, part in ((cast.ben, question), (cast.ada, answer.id), (cast.ada, good)):
        take_back(who.log, deeds.couple_of(who), part, now=timezone.now())
    notes = {seen.moment for seen in _ours(cast.ben, TakenBack)}
    assert notes == {
        TakenBack(about=good, what="appreciation"),
        TakenBack(about=question, what="asked_back", letter=good),
        TakenBack(about=answer.id, what="told_more", letter=good),
    }
    with pytest.raises(NotThere):
        _asks(cast.ben, good)


def test_what_was_taken_back_is_not_asked_again(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    question = deeds.asked_back(cast.ben, good)
    take_back(cast.ben.log, deeds.couple_of(cast.ben), question, now=timezone.now())
    with pytest.raises(NotThere):
        _asks(cast.ben, good)

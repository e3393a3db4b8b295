"""That it took courage: said once, in the form that was asked for, whole or not at all."""

from functools import partial

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import cut_at_every_step

from nearer.acts.acknowledge import acknowledge, only_id
from nearer.acts.take_back import take_back
from nearer.core.moments import Courage, TakenBack
from nearer.store.log import AlreadyKept, Entry, NotThere


def _left(who: Someone) -> list[Entry]:
    return who.log.read(deeds.couple_of(who), [Courage], limit=9)


def test_it_reaches_ada_from_ben_and_says_what_letter_it_is_for(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, receive="word")
    word = deeds.courage(cast.ben, letter)
    (seen,) = _left(cast.ada)
    assert (seen.id, seen.author, seen.moment) == (
        word,
        cast.ben.id,
        Courage(about=letter, how="word"),
    )
    cast.ada.learn_words_keys()
    words = cast.ada.side.open_words(seen.space, seen.id, seen.author, seen.words)
    assert words == {"word": "I saw that it was hard"}


def test_it_is_said_once(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, receive="sign")
    deeds.courage(cast.ben, letter)
    with pytest.raises(AlreadyKept):
        deeds.courage(cast.ben, letter)


@pytest.mark.parametrize("receive", [None, "nothing", "sign"])
def test_it_is_said_in_no_other_form_and_not_where_none_was_asked_for(
    cast: Cast, receive: str | None
) -> None:
    letter, log = deeds.letter(cast.ada, receive=receive), cast.ben.log
    said = Courage(about=letter, how="word")
    with pytest.raises(NotThere):
        acknowledge(log, deeds.couple_of(cast.ben), said, b"", now=timezone.now())


def test_ada_says_it_neither_of_her_own_letter_nor_of_an_answer(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, receive="sign")
    answer = deeds.reply(cast.ben, letter)
    for about in (letter, answer):
        said = Courage(about=about, how="sign")
        with pytest.raises(NotThere):
            acknowledge(cast.ada.log, deeds.couple_of(cast.ada), said, b"", now=timezone.now())


def test_it_is_said_whole_or_not_at_all_and_not_again_once_taken_back(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, receive="sign")
    cut_at_every_step(partial(deeds.courage, cast.ben, letter), at_least=2)
    couple = deeds.couple_of(cast.ben)
    word = only_id(cast.ben.log, couple, letter)
    assert [seen.id for seen in _left(cast.ada)] == [word]
    take_back(cast.ben.log, couple, word, now=timezone.now())
    (note,) = cast.ada.log.read(couple, [TakenBack], limit=9)
    assert note.moment == TakenBack(about=word, what="courage", letter=letter)
    with pytest.raises(NotThere):
        deeds.courage(cast.ben, letter)

"""Taking back: at any time, without learning whether it was read."""

from functools import partial
from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import cut_at_every_step, everything

from nearer.acts.leave import leave
from nearer.acts.take_back import take_back
from nearer.core.letters import see_one
from nearer.core.moments import TakenBack
from nearer.store.log import Entry, NotThere
from nearer.store.models import Record


def _take_back(who: Someone, entry: object) -> None:
    couple = next(space for space in who.log.spaces if space.kind == "couple")
    take_back(who.log, couple, entry, now=timezone.now())  # type: ignore[arg-type]  # an id


def _notes(who: Someone) -> list[Entry]:
    return who.log.read(deeds.couple_of(who), [TakenBack], limit=9)


@pytest.mark.parametrize("opened", [False, True])
def test_it_leaves_the_same_note_whether_or_not_ben_had_opened_it(
    cast: Cast,
    opened: bool,  # noqa: FBT001 - a case
) -> None:
    letter = deeds.letter(cast.ada)
    if opened:
        deeds.open_it(cast.ben, letter)
    _take_back(cast.ada, letter)
    assert not Record.objects.filter(id=letter).exists()
    (note,) = _notes(cast.ada)
    assert note.moment == TakenBack(about=letter, what="letter")
    log = cast.ben.log
    entries = [*_notes(cast.ben), *log.about(log.own, [letter])]
    seen = see_one(entries, letter, who=cast.ben.id)
    assert (seen is not None) is opened


def test_it_takes_an_answer_back_too(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    answer = deeds.reply(cast.ben, letter)
    _take_back(cast.ben, answer)
    (note,) = _notes(cast.ada)
    assert note.moment == TakenBack(about=answer, what="reply", letter=letter)
    assert note in cast.ada.log.about(deeds.couple_of(cast.ada), [letter])


def test_it_is_done_once_however_often_she_asks(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _take_back(cast.ada, letter)
    before = everything()
    _take_back(cast.ada, letter)
    assert everything() == before


def test_it_takes_back_nothing_that_is_another_s(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    answer = deeds.reply(cast.ben, letter)
    deeds.felt(cast.ada, answer, shared=True)
    felt = cast.ada.log.about(deeds.couple_of(cast.ada), [answer])[0]
    before = everything()
    for who, what in [
        (cast.ben, letter),
        (cast.ada, answer),
        (cast.ada, felt.id),
        (cast.ada, uuid4()),
        (cast.ada, deeds.check_in),
    ]:
        with pytest.raises(NotThere):
            _take_back(who, uuid4() if callable(what) else what)
    assert everything() == before


def test_it_takes_back_after_ben_has_left_and_leaves_no_note(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    _take_back(cast.ada, letter)
    space = next(space for space in cast.ada.log.spaces if space.kind == "couple")
    assert list(cast.ada.log.everything(space)) == []
    with pytest.raises(NotThere):
        _take_back(cast.ada, letter)


def test_it_removes_and_notes_together_or_not_at_all(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    cut_at_every_step(partial(_take_back, cast.ada, letter), at_least=4)
    assert len(_notes(cast.ben)) == 1

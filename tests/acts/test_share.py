"""Sharing: a draft becomes a letter once, a letter gets its answer once, and how it felt stays."""

from functools import partial
from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import at_once, cut_at_every_step, everything

from nearer.acts.leave import leave
from nearer.acts.share import drop_drafts, keep_felt, send_letter, send_reply
from nearer.acts.take_back import take_back
from nearer.core.moments import CheckIn, Felt, Letter, LetterDraft, Reply
from nearer.store.log import AlreadyKept, Closed, Entry, NotThere
from nearer.store.models import Record


def _drafts(who: Someone) -> list[Entry]:
    return who.log.read(who.log.own, [LetterDraft], limit=9)


def _letters(who: Someone) -> list[Entry]:
    return who.log.read(deeds.couple_of(who), [Letter], limit=9)


def test_it_gives_ben_the_letter_and_ada_no_draft_any_more(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, request="just_listen")
    (seen,) = _letters(cast.ben)
    assert (seen.id, seen.author) == (letter, cast.ada.id)
    assert seen.moment == Letter(feelings=("lonely",), request="just_listen")
    words = cast.ben.side
    cast.ben.learn_words_keys()
    opened = words.open_words(seen.space, seen.id, seen.author, seen.words)
    assert opened == {"reason": "I miss you in the next room"}
    assert _drafts(cast.ada) == []


def test_it_does_not_tell_from_which_check_in_a_letter_came(cast: Cast) -> None:
    deeds.letter(cast.ada, from_check_in=deeds.check_in(cast.ada))
    (seen,) = _letters(cast.ben)
    assert not hasattr(seen.moment, "from_check_in")


def test_it_sends_one_letter_for_two_clicks(cast: Cast) -> None:
    letter = deeds.draft(cast.ada)
    (draft,) = _drafts(cast.ada)
    for _ in range(2):
        send_letter(cast.ada.log, draft, deeds.couple_of(cast.ada), b"", now=timezone.now())
    assert [entry.id for entry in _letters(cast.ben)] == [letter]


def test_it_sends_nothing_that_is_no_draft(cast: Cast) -> None:
    record = deeds.check_in(cast.ada)
    log = cast.ada.log
    with pytest.raises(NotThere):
        send_letter(
            log, log.get(log.own, record), deeds.couple_of(cast.ada), b"", now=timezone.now()
        )
    assert log.read(log.own, [CheckIn], limit=2)


def test_it_keeps_the_draft_when_ben_has_left(cast: Cast) -> None:
    deeds.draft(cast.ada)
    couple = deeds.couple_of(cast.ada)
    (draft,) = _drafts(cast.ada)
    leave(cast.ben.person, couple, erase_mine=False)
    with pytest.raises(Closed):
        send_letter(cast.ada.log, draft, couple, b"", now=timezone.now())
    assert _drafts(cast.ada) == [draft]


def test_it_does_not_send_again_what_was_taken_back(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    couple = deeds.couple_of(cast.ada)
    take_back(cast.ada.log, couple, letter, now=timezone.now())
    deeds.draft(cast.ada, letter)
    with pytest.raises(NotThere):
        deeds.send(cast.ada, letter)
    assert len(_drafts(cast.ada)) == 1
    assert _letters(cast.ben) == []


def test_it_sends_and_clears_together_or_not_at_all(cast: Cast) -> None:
    deeds.draft(cast.ada)
    (draft,) = _drafts(cast.ada)
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    act = partial(send_letter, log, draft, couple, b"", now=timezone.now())
    cut_at_every_step(act, at_least=4)
    assert len(_letters(cast.ben)) == 1
    assert _drafts(cast.ada) == []


def test_it_drops_older_drafts_and_spares_the_one_named(cast: Cast) -> None:
    letter = deeds.draft(cast.ada)
    deeds.draft(cast.ada, letter)
    other = deeds.draft(cast.ada)
    newest = next(entry for entry in _drafts(cast.ada) if entry.moment.letter == letter)  # type: ignore[attr-defined]  # all are drafts
    drop_drafts(cast.ada.log, letter, but=newest.id)
    assert {entry.moment.letter for entry in _drafts(cast.ada)} == {letter, other}  # type: ignore[attr-defined]  # the same
    drop_drafts(cast.ada.log, letter)
    assert [entry.moment.letter for entry in _drafts(cast.ada)] == [other]  # type: ignore[attr-defined]  # the same


def test_it_takes_one_answer_to_a_letter(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    first = deeds.reply(cast.ben, letter)
    with pytest.raises(AlreadyKept) as kept:
        deeds.reply(cast.ben, letter)
    assert kept.value.entry.id == first
    assert len(cast.ada.log.about(deeds.couple_of(cast.ada), [letter])) == 1


def test_it_takes_one_answer_from_two_tabs_at_once(transactional_db: None, cast: Cast) -> None:
    del transactional_db
    letter = deeds.letter(cast.ada)
    said = at_once(*[partial(deeds.reply, cast.ben, letter)] * 3)
    assert sorted(type(one).__name__ for one in said) == ["AlreadyKept", "AlreadyKept", "UUID"]


def test_it_answers_nothing_that_is_no_letter(cast: Cast) -> None:
    answer = deeds.reply(cast.ben, deeds.letter(cast.ada))
    couple = deeds.couple_of(cast.ada)
    for about in (answer, uuid4(), deeds.check_in(cast.ada)):
        said = Reply(about=about, parts=("heard",))
        with pytest.raises(NotThere):
            send_reply(cast.ada.log, couple, about, said, b"", now=timezone.now())


def test_it_does_not_answer_again_once_the_answer_was_taken_back(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    answer = deeds.reply(cast.ben, letter)
    take_back(cast.ben.log, deeds.couple_of(cast.ben), answer, now=timezone.now())
    with pytest.raises(NotThere):
        deeds.reply(cast.ben, letter)


def test_it_keeps_how_it_felt_for_ada_alone(cast: Cast) -> None:
    answer = deeds.reply(cast.ben, deeds.letter(cast.ada))
    couple = deeds.couple_of(cast.ada)
    before, version = Record.objects.filter(space_id=couple.id).count(), deeds.version_of(couple)
    deeds.felt(cast.ada, answer, shared=False)
    assert Record.objects.filter(space_id=couple.id).count() == before
    assert deeds.version_of(couple) == version
    assert len(cast.ada.log.read(cast.ada.log.own, [Felt], limit=9)) == 1


def test_it_shows_ben_how_it_felt_while_she_lets_him(cast: Cast) -> None:
    answer = deeds.reply(cast.ben, deeds.letter(cast.ada))
    couple = deeds.couple_of(cast.ben)
    for shared, seen in [(True, 1), (True, 1), (False, 0)]:
        deeds.felt(cast.ada, answer, shared=shared)
        assert len(cast.ben.log.read(couple, [Felt], limit=9)) == seen
        assert len(cast.ada.log.read(cast.ada.log.own, [Felt], limit=9)) == 1


def test_it_keeps_how_it_felt_in_both_places_or_in_neither(cast: Cast) -> None:
    answer = deeds.reply(cast.ben, deeds.letter(cast.ada))
    deeds.felt(cast.ada, answer, shared=True)
    said = Felt(about=answer, understood=1, shared=True)
    before = everything()
    log, couple = cast.ada.log, deeds.couple_of(cast.ada)
    cut_at_every_step(partial(keep_felt, log, couple, said, now=timezone.now()), at_least=6)
    assert everything() != before

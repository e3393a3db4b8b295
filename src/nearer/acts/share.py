"""Share: a draft becomes a letter, a letter gets its reply, a reply is felt. Each once."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.acts.ask_once import check_asked_once
from nearer.acts.pull_back import check_no_pause
from nearer.core.letters import asks
from nearer.core.moments import Felt, FeltGuess, Letter, LetterDraft, Reply, TakenBack
from nearer.store.log import AlreadyKept, Draft, Entry, Log, NotThere, OpenSpace


def send_letter(log: Log, draft: Entry, couple: OpenSpace, words: bytes, *, now: datetime) -> None:
    """The draft's letter goes to the couple's space and its drafts are gone, in one transaction.

    `words` is the box sealed again for the couple's space. The letter has the id that the draft
    set down, so that two tabs or a second click send one letter. Raises Closed if the two are
    no longer linked, NotThere if the letter was taken back, InPause while the other is in a pause,
    AskedAlready while an earlier request waits and this letter asks too: the draft then stays.
    """
    marks = draft.moment
    if not isinstance(marks, LetterDraft):
        raise NotThere
    with transaction.atomic():
        check_not_taken_back(log, couple, marks.letter)
        with suppress(AlreadyKept):
            log.write(couple, Draft(marks.letter, marks.as_letter(), now, words))
            check_no_pause(log, now=now)  # after the write: see there
            if asks(marks):
                check_asked_once(log, marks.letter, now=now)
        drop_drafts(log, marks.letter)


def check_not_taken_back(log: Log, couple: OpenSpace, entry_id: UUID) -> None:
    """Raise NotThere for an id that is spent: what is written under it is seen by nobody."""
    if log.many(couple, [log.only_id(couple, TakenBack, entry_id)]):
        raise NotThere


def drop_drafts(log: Log, letter: UUID, *, but: UUID | None = None) -> None:
    """Remove the drafts of this letter from one's own space, but for one if given."""
    for entry in log.about(log.own, [letter]):
        if isinstance(entry.moment, LetterDraft) and entry.id != but:
            with suppress(NotThere):  # thrown away in another tab
                log.remove(entry)


def send_reply(
    log: Log, couple: OpenSpace, letter: UUID, reply: Reply, words: bytes, *, now: datetime
) -> Entry:
    """Answer a letter, once. Raises AlreadyKept when this person has answered it before.

    Raises NotThere when the letter, or this person's answer, was taken back. The reply's id
    follows from the letter and its author, so that no two tabs answer twice. Raises InPause
    while the other is in a pause.
    """
    with transaction.atomic():
        held = log.get(couple, letter)
        if not isinstance(held.moment, Letter):
            raise NotThere
        reply_id = log.only_id(couple, Reply, letter)
        check_not_taken_back(log, couple, reply_id)
        sent = log.write(couple, Draft(reply_id, reply, now, words, about=letter))
        check_no_pause(log, now=now)
        return sent


def keep_felt(log: Log, couple: OpenSpace, felt: Felt, *, now: datetime) -> None:
    """Keep how a reply felt, for oneself; and for both, if the person shares it.

    Said again, it replaces what was said before. Unshared, the couple's space has no trace.
    Raises InPause if it is shared while the other is in a pause.
    """
    with transaction.atomic():
        say_only(log, log.own, felt, now, keep=True)
        say_only(log, couple, felt, now, keep=felt.shared)
        if felt.shared:
            check_no_pause(log, now=now)


def say_only(
    log: Log, space: OpenSpace, said: Felt | FeltGuess, now: datetime, *, keep: bool
) -> None:
    """Put this in the place of what one said before about the same reply; or nothing."""
    only = log.only_id(space, type(said), said.about)
    with suppress(NotThere):
        log.remove(log.get(space, only))
    if keep:
        with suppress(AlreadyKept):  # said in two tabs at once: the first stays
            log.write(space, Draft(only, said, now, about=said.about))

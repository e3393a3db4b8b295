"""Take back what one has shared, at any time, without learning whether it was read."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.core.moments import (
    Appreciation,
    AskedBack,
    Courage,
    FeltGuess,
    Letter,
    Reply,
    TakenBack,
    ToldMore,
)
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace


def take_back(log: Log, couple: OpenSpace, entry_id: UUID, *, now: datetime) -> None:
    """Remove something of one's own and leave a note that it was taken back.

    Whether the other had opened it is known only in *their* own space. So the note is the same in
    both cases, and it is the reader's page that shows "removed" or nothing. With a reply goes the
    guess at how it felt, where that was shared. Raises NotThere for another's entry, and for what
    is not taken back. Taking back twice is taking back once.
    """
    with transaction.atomic():
        note_id = log.only_id(couple, TakenBack, entry_id)
        try:
            entry = log.get(couple, entry_id)
        except NotThere:
            log.get(couple, note_id)
            return
        note = _note(entry)
        log.remove(entry)
        for said in log.about(couple, [entry_id]):
            if isinstance(said.moment, FeltGuess) and said.author == log.me:
                log.remove(said)
        if couple.is_open:
            thread = note.letter or entry_id
            log.write(couple, Draft(note_id, note, now, about=thread))


def _note(entry: Entry) -> TakenBack:
    """What stays in its place. `letter` is the thread that an answer's note belongs to."""
    match entry.moment:
        case Letter():
            return TakenBack(about=entry.id, what="letter")
        case Reply(about=letter):
            return TakenBack(about=entry.id, what="reply", letter=letter)
        case Courage(about=letter):
            return TakenBack(about=entry.id, what="courage", letter=letter)
        case Appreciation():
            return TakenBack(about=entry.id, what="appreciation")
        case AskedBack(about=good):
            return TakenBack(about=entry.id, what="asked_back", letter=good)
        case ToldMore(about=good):
            return TakenBack(about=entry.id, what="told_more", letter=good)
    raise NotThere

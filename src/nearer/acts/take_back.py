"""Take back what one has shared, at any time, without learning whether it was read."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.core.moments import Letter, Reply, TakenBack
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace


def take_back(log: Log, couple: OpenSpace, entry_id: UUID, *, now: datetime) -> None:
    """Remove one's own letter or reply and leave a note that it was taken back.

    Whether the other had opened it is known only in *their* own space. So the note is the same in
    both cases, and it is the reader's page that shows "removed" or nothing. Raises NotThere for
    another's entry. Taking back twice is taking back once.
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
        if couple.is_open:
            thread = note.letter or entry_id
            log.write(couple, Draft(note_id, note, now, about=thread))


def _note(entry: Entry) -> TakenBack:
    """What stays in its place. `letter` is the thread that a reply's note belongs to."""
    match entry.moment:
        case Letter():
            return TakenBack(about=entry.id, what="letter")
        case Reply(about=letter):
            return TakenBack(about=entry.id, what="reply", letter=letter)
    raise NotThere

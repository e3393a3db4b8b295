"""Take back what one has shared, at any time, without learning whether it was read."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.acts.agree import thread_of
from nearer.core.moments import (
    Agreement,
    Appreciation,
    AskedBack,
    Courage,
    CycleLine,
    CycleShown,
    FeltGuess,
    Letter,
    Moment,
    Reply,
    TakenBack,
    ToldMore,
    WeeklyShown,
)
from nearer.core.moments.taken_back import What
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


WHAT: dict[type[Moment], What] = {
    Letter: "letter",
    Reply: "reply",
    Courage: "courage",
    Appreciation: "appreciation",
    AskedBack: "asked_back",
    ToldMore: "told_more",
    CycleShown: "cycle_half",
    CycleLine: "cycle_line",
    Agreement: "agreement",
    WeeklyShown: "weekly",
}
"""What can be taken back, and how its note calls it."""


def _note(entry: Entry) -> TakenBack:
    """What stays in its place. Raises NotThere for what is not taken back."""
    what = WHAT.get(type(entry.moment))
    if what is None:
        raise NotThere
    return TakenBack(about=entry.id, what=what, letter=_thread(entry))


def _thread(entry: Entry) -> UUID | None:
    """The thread that the note belongs to, if that is not what was taken back itself."""
    match entry.moment:
        case Reply(about=about) | Courage(about=about):
            return about
        case AskedBack(about=about) | ToldMore(about=about) | WeeklyShown(about=about):
            return about
        case CycleShown() | CycleLine():
            return entry.space
        case Agreement():
            return thread_of(entry.space)
    return None

"""Pull back: a sign, a pause with a return time, coming back. Shared if there is a couple."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from nearer.core.moments import Pause, PauseChange, PausesFelt, Sign
from nearer.core.pauses import PauseSeen, asks_how_it_feels, pause_of, was_asked
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace

LATELY = 12
"""Pauses to look at, of both together: more than most have in a fortnight. Of their changes twice
as many are read, since each pause has at most two."""


class InPause(Exception):
    """The other is in a pause until then. What is to be sent stays a draft, or in the field."""

    def __init__(self, until: datetime) -> None:
        super().__init__("in a pause")
        self.until = until


def shelf_of(log: Log) -> OpenSpace:
    """Where pulling back is kept: the couple's space, or one's own for a note to oneself."""
    return log.couple or log.own


def send_sign(log: Log, record: UUID, sign: Sign, *, now: datetime) -> Entry:
    """Send a sign, or keep it for oneself. Raises AlreadyKept for a second tap.

    Raises InPause while the other is in a pause.
    """
    with transaction.atomic():
        sent = log.write(shelf_of(log), Draft(record, sign, now))
        check_no_pause(log, now=now)
        return sent


def lately(log: Log) -> list[Entry]:
    """The newest pauses, and what became of them."""
    entries = log.read(shelf_of(log), [Pause, PauseChange], limit=2 * LATELY)
    begun = [entry.id for entry in entries if isinstance(entry.moment, Pause)]
    too_old = set(begun[LATELY:])
    return [entry for entry in entries if entry.id not in too_old]


def running_pauses(
    log: Log, *, now: datetime, entries: list[Entry] | None = None
) -> dict[UUID, PauseSeen[Entry]]:
    """The pauses that are not closed, by whose they are. `entries`: those of `lately`, if known."""
    entries = lately(log) if entries is None else entries
    authors = {entry.author for entry in entries}
    found = {who: pause_of(entries, who, now=now) for who in authors}
    return {who: pause for who, pause in found.items() if pause is not None}


def question(log: Log, entries: list[Entry], *, now: datetime) -> UUID | None:
    """The id of the answer, if this person is to be asked now how the pauses feel; else None.

    Only the two of a couple are asked: the question is about being left waiting (evidence 3.3).
    The id follows from the missed return that brought it up, so two tabs keep one answer.
    """
    if log.couple is None:
        return None
    authors = {entry.author for entry in entries}
    pause = asks_how_it_feels(entries, authors, now=now)
    if pause is None or was_asked(log.read(log.own, [PausesFelt], limit=1), now=now):
        return None
    return log.only_id(log.own, PausesFelt, pause.id)


def check_no_pause(log: Log, *, now: datetime) -> None:
    """Raise InPause while the other is in a pause: nothing can be sent into it.

    To be asked in the transaction that sends, after the write: that holds the space's row, as
    beginning a pause does, so that nothing slips in while the pause begins. A pause of one's own
    may begin in the other's: it asks for nothing.
    """
    for who, pause in running_pauses(log, now=now).items():
        if who != log.me and pause.state == "running":
            raise InPause(pause.until)


def begin_pause(log: Log, record: UUID, pause: Pause, *, now: datetime) -> None:
    """Begin a pause. The other reads the time and the line; the reason stays in one's own space.

    Raises AlreadyKept for a second tap.
    """
    space = shelf_of(log)
    if space.id == log.own.id:
        log.write(space, Draft(record, pause, now))
        return
    with transaction.atomic():
        shared = Pause(until=pause.until, line=pause.line)
        log.write(space, Draft(record, shared, now))
        if pause.reason:
            # Its own id, and no thread: nothing links it to the pause but its time.
            log.write(log.own, Draft(uuid4(), pause, now))


def change_pause(log: Log, pause: PauseSeen[Entry], change: PauseChange, *, now: datetime) -> None:
    """Put the return off, once, or come back. Only for one's own pause, else NotThere.

    The change's id follows from the pause and what it is: a second tap changes nothing more.
    """
    space = log.space(pause.entry.space)
    if pause.entry.author != log.me:
        raise NotThere
    record = log.only_id(space, PauseChange, _change_id(pause.id, change.what))
    log.write(space, Draft(record, change, now, about=pause.id))


def _change_id(pause: UUID, what: str) -> UUID:
    """One id for each of the two things that can happen to a pause."""
    return UUID(int=pause.int ^ (1 if what == "back" else 2))

"""Pull back: a sign, a pause with a return time, coming back. Shared if there is a couple."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from nearer.core.moments import Pause, PauseChange, Sign
from nearer.core.pauses import PauseSeen, pause_of
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace

RECENT = 4
"""Pauses and their changes to look at: the newest pause has at most two changes."""


class InPause(Exception):
    """The other is in a pause until then. What is to be sent stays a draft, or in the field."""

    def __init__(self, until: datetime) -> None:
        super().__init__("in a pause")
        self.until = until


def shelf_of(log: Log) -> OpenSpace:
    """Where pulling back is kept: the couple's space, or one's own for a note to oneself."""
    return log.couple or log.own


def send_sign(log: Log, record: UUID, sign: Sign, *, now: datetime) -> Entry:
    """Send a sign, or keep it for oneself. Raises AlreadyKept for a second tap."""
    return log.write(shelf_of(log), Draft(record, sign, now))


def running_pauses(log: Log, *, now: datetime) -> dict[UUID, PauseSeen[Entry]]:
    """The pauses that are not closed, by whose they are."""
    space = shelf_of(log)
    entries = log.read(space, [Pause, PauseChange], limit=2 * RECENT)
    authors = {entry.author for entry in entries}
    found = {who: pause_of(entries, who, now=now) for who in authors}
    return {who: pause for who, pause in found.items() if pause is not None}


def check_no_pause(log: Log, *, now: datetime) -> None:
    """Raise InPause while the other is in a pause: nothing can be sent into it."""
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

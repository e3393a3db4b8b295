"""Whether returns were kept, and when to ask the two how the pauses feel."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from nearer.core.moments import Entry, PausesFelt
from nearer.core.pauses.state import E, PauseSeen, pauses

GRACE = timedelta(minutes=15)
"""Coming back a little late is coming back."""

MISSED_WITHIN = timedelta(days=14)
MISSED_TO_ASK = 3
"""After three in fourteen days *each* is asked, privately, how the pauses feel (evidence 3.3)."""


def missed(entries: Iterable[E], who: UUID, *, now: datetime) -> tuple[PauseSeen[E], ...]:
    """The pauses of the last fortnight whose promised time passed without a word, newest first."""
    return tuple(
        pause
        for pause in pauses(entries, who, now=now)
        if now - pause.until <= MISSED_WITHIN and _was_missed(pause, now)
    )


def _was_missed(pause: PauseSeen[E], now: datetime) -> bool:
    return (pause.came_back or now) > pause.until + GRACE


def asks_how_it_feels(
    entries: Iterable[E], people: Iterable[UUID], *, now: datetime
) -> PauseSeen[E] | None:
    """The missed return that makes it time to ask each of the two, or None.

    It is the same for both, whoever's pauses they were: the question says nothing of who it is
    about, and how many there were is for nobody to see.
    """
    kept = tuple(entries)
    found = (missed(kept, who, now=now) for who in people)
    often = [pauses for pauses in found if len(pauses) >= MISSED_TO_ASK]
    newest = [pauses[0] for pauses in often]
    return max(newest, key=lambda pause: (pause.until, pause.id), default=None)


def was_asked(answers: Iterable[Entry], *, now: datetime) -> bool:
    """Whether somebody has answered, or put the question away, in the last fortnight."""
    return any(
        isinstance(answer.moment, PausesFelt) and now - answer.at < MISSED_WITHIN
        for answer in answers
    )

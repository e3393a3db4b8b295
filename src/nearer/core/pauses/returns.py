"""Whether returns were kept, for the person themselves and nobody else."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from nearer.core.pauses.state import E, PauseSeen, pauses

GRACE = timedelta(minutes=15)
"""Coming back a little late is coming back."""

MISSED_WITHIN = timedelta(days=14)
MISSED_TO_ASK = 3
"""After three in fourteen days *each* is asked, privately, how the pauses feel (evidence 3.3)."""


def missed(entries: Iterable[E], who: UUID, *, now: datetime) -> tuple[PauseSeen[E], ...]:
    """The pauses of the last fortnight whose promised time passed without a word."""
    return tuple(
        pause
        for pause in pauses(entries, who, now=now)
        if now - pause.until <= MISSED_WITHIN and _was_missed(pause, now)
    )


def _was_missed(pause: PauseSeen[E], now: datetime) -> bool:
    return (pause.came_back or now) > pause.until + GRACE


def asks_how_it_feels(entries: Iterable[E], people: Iterable[UUID], *, now: datetime) -> bool:
    """Whether to ask each of the two how the pauses feel. It is the same question for both."""
    kept = tuple(entries)
    return any(len(missed(kept, who, now=now)) >= MISSED_TO_ASK for who in people)

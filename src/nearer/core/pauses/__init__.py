"""Pauses: a stop and a return time (time-out; evidence: the return time is what the other gets)."""

from nearer.core.pauses.returns import GRACE, MISSED_WITHIN, asks_how_it_feels, missed, was_asked
from nearer.core.pauses.state import PauseSeen, pause_of, pauses
from nearer.core.pauses.times import LONGEST, Offer, extensions, offers

__all__ = [
    "GRACE",
    "LONGEST",
    "MISSED_WITHIN",
    "Offer",
    "PauseSeen",
    "asks_how_it_feels",
    "extensions",
    "missed",
    "offers",
    "pause_of",
    "pauses",
    "was_asked",
]

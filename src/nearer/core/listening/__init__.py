"""Listening rounds: one speaks, one listens, and says back what they heard before they answer."""

from nearer.core.listening.errors import NotNow, NotYours, OutOfStep, WrongMove
from nearer.core.listening.follow import follow, replay
from nearer.core.listening.round import (
    MOST_MISSES,
    MOST_TURNS,
    Move,
    Part,
    Phase,
    Round,
    Side,
    Way,
    What,
    begun,
    the_other,
)
from nearer.core.listening.times import LIES_AT_MOST, is_left_lying, timer_ends
from nearer.core.listening.turns import at_hand, may, turn_of, waits_for
from nearer.core.listening.words import ListeningWords, Prompt

__all__ = [
    "LIES_AT_MOST",
    "MOST_MISSES",
    "MOST_TURNS",
    "ListeningWords",
    "Move",
    "NotNow",
    "NotYours",
    "OutOfStep",
    "Part",
    "Phase",
    "Prompt",
    "Round",
    "Side",
    "Way",
    "What",
    "WrongMove",
    "at_hand",
    "begun",
    "follow",
    "is_left_lying",
    "may",
    "replay",
    "the_other",
    "timer_ends",
    "turn_of",
    "waits_for",
]

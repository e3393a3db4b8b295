"""A round as it stands: who speaks, what has been said, and which move comes next.

The form is the speaker-listener technique of couple programmes: short turns, the listener says
back what they heard, and the speaker alone says whether that was it. Experiments find less
negativity and no more (evidence, section 1), so it is kept short and can be left at any time.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Side = Literal["one", "other"]
"""`one` has invited; the `other` was invited."""

BOTH: tuple[Side, Side] = ("one", "other")

Way = Literal["say", "hear", "sit"]
"""What the one who invites would like: to say something, to hear the other, or just to sit."""

What = Literal[
    "accept",
    "decline",
    "begin",
    "said",
    "heard",
    "thats_it",
    "nearly",
    "no",
    "again",
    "sense",
    "swap",
    "sit",
    "close",
    "keep",
    "let_go",
    "leave",
]
"""`sense`: it makes sense because …, the validation. `again`: once more, in one sentence. `keep`
and `let_go` answer, each apart, whether what was said is kept."""

Phase = Literal[
    "invited",
    "ready",
    "speaking",
    "paraphrase",
    "checking",
    "again",
    "validate",
    "between",
    "sitting",
    "keeping",
    "kept",
    "over",
]
"""`ready`: both have said yes, and whoever speaks first begins when they are there. `over` leaves
nothing behind: declined, left, or not kept are the same afterwards."""

MOST_MISSES = 3
"""After so many tries nobody is at fault: it is said again in one sentence, or both rest."""

MOST_TURNS = 4
"""Two each. A round is short by design; there is always another day."""


@dataclass(frozen=True, slots=True)
class Move:
    """One move: who made it, which number it has in the round, and when.

    `written`: it carries words, and was not said aloud.
    """

    side: Side
    number: int
    what: What
    at: datetime
    written: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Something written in a turn that came to its end: what may be kept, by its move's number."""

    turn: int
    number: int


@dataclass(frozen=True, slots=True)
class Round:
    """A round after some moves. `speaker` is None while nobody speaks and both just sit.

    `number` is that of the next move, `since` the time of the last one, `last` who made it.
    `said` and `heard` are the moves of this turn whose words count; `whole` those of all turns
    that came to their end. `answers`: who has said so far whether to keep them.
    """

    phase: Phase
    speaker: Side | None
    since: datetime
    number: int = 1
    last: Side = "one"
    turn: int = 1
    misses: int = 0
    said: int | None = None
    heard: int | None = None
    whole: tuple[Part, ...] = ()
    answers: tuple[tuple[Side, bool], ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether no move comes any more."""
        return self.phase in {"kept", "over"}

    def has_answered(self, side: Side) -> bool:
        """Whether this one has said if what was said is kept."""
        return any(who == side for who, _ in self.answers)


def begun(way: Way, at: datetime) -> Round:
    """A round to which somebody was just invited."""
    speaker: dict[Way, Side | None] = {"say": "one", "hear": "other", "sit": None}
    return Round("invited", speaker[way], at)


def the_other(side: Side) -> Side:
    """The one of the two who is not this one."""
    return "other" if side == "one" else "one"

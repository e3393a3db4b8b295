"""What belongs to both: the picture of their cycle, and their agreement."""

from nearer.core.ours.agreement import (
    LONGEST,
    SeenAgreement,
    SeenVersion,
    due,
    see_agreement,
)
from nearer.core.ours.cycle import SeenCycle, see_cycle
from nearer.core.ours.words import Move, OursWords

__all__ = [
    "LONGEST",
    "Move",
    "OursWords",
    "SeenAgreement",
    "SeenCycle",
    "SeenVersion",
    "due",
    "see_agreement",
    "see_cycle",
]

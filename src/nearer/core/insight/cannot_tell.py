"""What is said most of the time: that it cannot be told yet.

Every figure here is either there with its interval and its n, or it is one of these. It holds no
estimate, so that no page can show one by mistake (evidence 6.3).
"""

from dataclasses import dataclass
from typing import Literal

Why = Literal["too_few", "all_the_same", "could_be_none"]
"""Too little is kept; nothing ever varied; or what is there fits with there being nothing."""


@dataclass(frozen=True, slots=True)
class CannotTell:
    """Why not yet: there are `have` days or answers, and it takes `need` before anything is said.

    With enough of them it may still not be possible to tell, and may never be.
    """

    why: Why
    have: int
    need: int


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a figure may really lie, both ends included (95 %)."""

    low: float
    high: float

    def has(self, value: float) -> bool:
        """Whether the value is in it."""
        return self.low <= value <= self.high

    def within(self, lowest: float, highest: float) -> "Interval":
        """Itself, as far as the scale goes."""
        return Interval(max(self.low, lowest), min(self.high, highest))

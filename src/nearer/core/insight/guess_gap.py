"""How near one's guesses come to what the other felt, over many letters (evidence 6.3.5).

"I felt understood" beside what the other thought it would be, both 0 to 4, of which both are
shared. Over all of them together and never of one day: a single miss is no fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from nearer.core.insight.cannot_tell import CannotTell, Interval
from nearer.core.insight.carry_over import mean_of

ENOUGH = 10
"""So many guesses before anything is said."""


@dataclass(frozen=True, slots=True)
class GuessGap:
    """Of `count` guesses so many (shares, 0 to 1) were right, and so many off by one.

    `mean` is the guess less what was felt: above 0 one guesses too high. `interval` is None where
    every guess missed by the same.
    """

    count: int
    same: float
    off_by_one: float
    mean: float
    interval: Interval | None


def guess_gap(guesses: Sequence[tuple[int, int]]) -> GuessGap | CannotTell:
    """The gap of all guesses, oldest first: each the guess, then what was felt."""
    if len(guesses) < ENOUGH:
        return CannotTell("too_few", len(guesses), ENOUGH)
    gaps = [guess - felt for guess, felt in guesses]
    return GuessGap(
        count=len(gaps),
        same=fmean(gap == 0 for gap in gaps),
        off_by_one=fmean(abs(gap) == 1 for gap in gaps),
        mean=fmean(gaps),
        interval=mean_of([(at, float(gap)) for at, gap in enumerate(gaps)]),
    )

"""Where somebody's days lie in the mean of four weeks, and whether that changed (evidence 6.3.2).

For themselves alone, or of an item that both share. Never of two people against each other.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from nearer.core.insight.cannot_tell import CannotTell, Interval
from nearer.core.insight.carry_over import Points, difference_of, mean_of
from nearer.core.insight.days import ENOUGH, Days, between

SPAN = 28
"""The days of which a level is the mean: those up to a day, and for a change those before them."""


@dataclass(frozen=True, slots=True)
class Level:
    """The mean of `days` days in the four weeks up to `until`, and where the real one may lie.

    `interval` is None where every day was the same: nothing then says how far off it may be.
    """

    mean: float
    interval: Interval | None
    days: int
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class LevelChange:
    """How much higher (or lower, below 0) the last four weeks lie than the four before.

    `before` and `after` are how many days each has. Why it changed is not known.
    """

    points: float
    interval: Interval
    before: int
    after: int


def level(days: Days, *, until: date, scale: tuple[float, float]) -> Level | CannotTell:
    """The level of the last four weeks, on a scale from its lowest to its highest value."""
    since = until - timedelta(days=SPAN - 1)
    here = between(days, since, until)
    if len(here) < ENOUGH:
        return CannotTell("too_few", len(here), ENOUGH)
    mean, interval = fmean(here.values()), mean_of(_numbered(here))
    if interval is not None:  # days at the ends weigh more in it than in the mean
        interval = Interval(min(interval.low, mean), max(interval.high, mean)).within(*scale)
    return Level(mean, interval, len(here), since, until)


def level_change(days: Days, *, until: date) -> LevelChange | CannotTell:
    """The change to the last four weeks from the four before, where there is one beyond doubt."""
    turn = until - timedelta(days=SPAN)
    before = between(days, turn - timedelta(days=SPAN - 1), turn)
    after = between(days, turn + timedelta(days=1), until)
    fewest = min(len(before), len(after))
    if fewest < ENOUGH:
        return CannotTell("too_few", fewest, ENOUGH)
    interval = difference_of(_numbered(before), _numbered(after))
    if interval is None:
        return CannotTell("all_the_same", fewest, ENOUGH)
    if interval.has(0.0):
        return CannotTell("could_be_none", fewest, ENOUGH)
    points = fmean(after.values()) - fmean(before.values())
    return LevelChange(points, interval, len(before), len(after))


def _numbered(days: Days) -> Points:
    return [(day.toordinal(), days[day]) for day in sorted(days)]

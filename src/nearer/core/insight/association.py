"""Whether two things went together on the same days (evidence 6.3.3), and how rarely one may look.

Pearson's r with Fisher's interval, on as many days as neighbouring days that resemble each other
are worth. No cause, no order in time, no influence of one person on the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import atanh, sqrt, tanh
from statistics import StatisticsError, correlation, fmean
from typing import Literal

from nearer.core.insight.cannot_tell import CannotTell, Interval
from nearer.core.insight.carry_over import Points
from nearer.core.insight.days import Days, in_common

ENOUGH = 30
"""So many days that have both before anything is said."""

MONTH = timedelta(days=30)
"""One question in such a time, chosen before its answer is seen: who looks often finds chance."""

MOST_CARRIED = 0.6
"""A larger lag-1 correlation of so few days is not believed (evidence 6.3)."""

USUAL = 1.959964
"""Between so many standard errors lie 95 %."""

ALMOST_ONE = 0.999999
"""A perfect line has no Fisher interval; it is taken for one that is nearly perfect."""

Strength = Literal["weak", "middling", "strong"]
"""Below .3, below .5, and from there on, whatever the sign (Cohen 1988)."""


@dataclass(frozen=True, slots=True)
class Association:
    """On days with more of the first there tended to be more (`rises`) or less of the second.

    From `days` days that have both. `weakest` and `strongest` are the ends of the interval in
    words: "could be anywhere from weak to strong".
    """

    r: float
    interval: Interval
    days: int
    rises: bool
    weakest: Strength
    strongest: Strength


def same_day(first: Days, second: Days) -> Association | CannotTell:
    """Whether two things of which both are shared, or both one's own, went together.

    What cannot be told from nothing is not shown, however large its r.
    """
    both = in_common(first, second)
    if len(both) < ENOUGH:
        return CannotTell("too_few", len(both), ENOUGH)
    one = [(day.toordinal(), first[day]) for day in both]
    other = [(day.toordinal(), second[day]) for day in both]
    try:
        r = correlation([value for _, value in one], [value for _, value in other])
    except StatisticsError:
        return CannotTell("all_the_same", len(both), ENOUGH)
    interval = fisher(r, worth(len(both), carried(one), carried(other)))
    if interval.has(0.0):
        return CannotTell("could_be_none", len(both), ENOUGH)
    near, far = sorted((abs(interval.low), abs(interval.high)))
    return Association(r, interval, len(both), r > 0, strength(near), strength(far))


def may_choose_from(chosen: Iterable[date]) -> date | None:
    """The first day on which another question may be chosen; None if none was chosen before."""
    last = max(chosen, default=None)
    return None if last is None else last + MONTH


def carried(points: Points) -> float:
    """The lag-1 correlation of days that follow each other, 0 to 0.6; 0 where none do.

    The mean product of neighbours over the mean square, so that gaps take nothing away. Expects
    values that vary.
    """
    middle = fmean(value for _, value in points)
    away = {day: value - middle for day, value in points}
    pairs = [value * away[day + 1] for day, value in away.items() if day + 1 in away]
    square = fmean(value * value for value in away.values())
    return min(max(fmean(pairs) / square, 0.0), MOST_CARRIED) if pairs else 0.0


def worth(days: int, first: float, second: float) -> float:
    """How many independent days so many days are worth, from what each thing carries over.

    n (1 - p q) / (1 + p q) (Bartlett 1935), as evidence 6.3 has it.
    """
    both = first * second
    return days * (1.0 - both) / (1.0 + both)


def fisher(r: float, days: float) -> Interval:
    """Where a correlation may really lie (Fisher 1921). ValueError for three days or fewer."""
    if days <= 3.0:  # noqa: PLR2004 - Fisher's own three
        raise ValueError(f"{days} days are too few")
    z = atanh(min(max(r, -ALMOST_ONE), ALMOST_ONE))
    half = USUAL / sqrt(days - 3.0)
    return Interval(tanh(z - half), tanh(z + half))


def strength(r: float) -> Strength:
    """A correlation in a word, its sign left aside."""
    ends: Sequence[tuple[float, Strength]] = ((0.3, "weak"), (0.5, "middling"))
    return next((word for end, word in ends if abs(r) < end), "strong")

"""Whether two things went together on the same days (evidence 6.3.3), and how rarely one may look.

Spearman's r with Fisher's interval, on as many days as neighbouring days that resemble each other
are worth. Ranks, because answers on a scale pile up at its end: where half of them do, Pearson's
interval holds in 87 of 100 cases at worst and this one in 92 (docs/decisions/, "Intervals that
hold").
No cause, no order in time, no influence of one person on the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
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
    one = ranked([(day.toordinal(), first[day]) for day in both])
    other = ranked([(day.toordinal(), second[day]) for day in both])
    try:
        r = correlation([rank for _, rank in one], [rank for _, rank in other])
    except StatisticsError:
        return CannotTell("all_the_same", len(both), ENOUGH)
    days = worth([day.toordinal() for day in both], carried(one) * carried(other))
    interval = fisher(r, days, ranks=True)
    if interval.has(0.0):
        return CannotTell("could_be_none", len(both), ENOUGH)
    near, far = sorted((abs(interval.low), abs(interval.high)))
    return Association(r, interval, len(both), r > 0, strength(near), strength(far))


def may_choose_from(chosen: Iterable[date]) -> date | None:
    """The first day on which another question may be chosen; None if none was chosen before."""
    last = max(chosen, default=None)
    return None if last is None else last + MONTH


def ranked(points: Points) -> Points:
    """The same days with the rank of their value, from 1; equal values share their mean rank."""
    order = sorted(value for _, value in points)
    first = {value: at for at, value in reversed(list(enumerate(order)))}
    last = {value: at for at, value in enumerate(order)}
    return [(day, (first[value] + last[value]) / 2.0 + 1.0) for day, value in points]


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


def worth(days: Sequence[int], both: float) -> float:
    """How many independent days these are worth, from the product of what both things carry over.

    n² over the sum, for all pairs of days, of that product to the power of their distance (Bartlett
    1935). Without gaps and with many days it is n (1 - p q) / (1 + p q), as evidence 6.3 has it;
    a missing day makes its neighbours less alike, which that formula does not see.
    """
    all_pairs = float(len(days))
    so_far = 0.0  # the sum for the pairs of this day with each one before
    for last, day in pairwise(days):
        so_far = (so_far + 1.0) * both ** (day - last)
        all_pairs += 2.0 * so_far
    return len(days) ** 2 / all_pairs


def fisher(r: float, days: float, *, ranks: bool = False) -> Interval:
    """Where a correlation may really lie (Fisher 1921). ValueError for three days or fewer.

    That of ranks varies by 1 + r²/2 more than Fisher's 1 / (n - 3) (Bonett & Wright 2000), where
    r² is what is left of it once chance has had its part, 1 / (n - 1).
    """
    if days <= 3.0:  # noqa: PLR2004 - Fisher's own three
        raise ValueError(f"{days} days are too few")
    z = atanh(min(max(r, -ALMOST_ONE), ALMOST_ONE))
    more = max(r * r - 1.0 / (days - 1.0), 0.0) / 2.0 if ranks else 0.0
    half = USUAL * sqrt((1.0 + more) / (days - 3.0))
    return Interval(tanh(z - half), tanh(z + half))


def strength(r: float) -> Strength:
    """A correlation in a word, its sign left aside."""
    ends: Sequence[tuple[float, Strength]] = ((0.3, "weak"), (0.5, "middling"))
    return next((word for end, word in ends if abs(r) < end), "strong")

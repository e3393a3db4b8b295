"""Marks by day: one value a day, gaps as gaps, and days that two people both have."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

from nearer.core.insight.cannot_tell import CannotTell

ENOUGH = 14
"""So many days before anything is drawn or said (evidence 6.1); of two people, in common."""

Days = Mapping[date, float]
"""One value for each day that has one, in order. A day without is not in it."""


@dataclass(frozen=True, slots=True)
class Dot:
    """What was said on a day."""

    day: date
    value: float


Runs = tuple[tuple[Dot, ...], ...]
"""Dots of days that follow each other. Between two runs nothing is known, and nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """One's own dots, as they are: no line of best fit, no mean over days, no forecast."""

    days: int
    since: date
    until: date
    runs: Runs


@dataclass(frozen=True, slots=True)
class TwoTimelines:
    """Two people's dots on one item that both share. `both` days have a dot of each."""

    both: int
    first: Timeline
    second: Timeline


def by_day(marks: Iterable[tuple[date, float]]) -> Days:
    """One value for each day, in order; several of one day give their mean."""
    told: dict[date, list[float]] = {}
    for day, value in marks:
        told.setdefault(day, []).append(value)
    return {day: fmean(told[day]) for day in sorted(told)}


def between(days: Days, since: date, until: date) -> Days:
    """Those from one day to another, both included."""
    return {day: value for day, value in days.items() if since <= day <= until}


def in_common(first: Days, second: Days) -> tuple[date, ...]:
    """The days that both have, in order."""
    return tuple(day for day in sorted(first) if day in second)


def timeline(days: Days) -> Timeline | CannotTell:
    """One person's dots, once there are enough of them."""
    if len(days) < ENOUGH:
        return CannotTell("too_few", len(days), ENOUGH)
    return _drawn(days)


def two_timelines(first: Days, second: Days) -> TwoTimelines | CannotTell:
    """Both people's dots, once there are enough days that both have.

    Only ever for an item that both share: pass what is in the couple's space and nothing else.
    """
    both = len(in_common(first, second))
    if both < ENOUGH:
        return CannotTell("too_few", both, ENOUGH)
    return TwoTimelines(both, _drawn(first), _drawn(second))


def _drawn(days: Days) -> Timeline:
    order = sorted(days)
    return Timeline(len(order), order[0], order[-1], tuple(_runs(days)))


def _runs(days: Days) -> Iterator[tuple[Dot, ...]]:
    order = sorted(days)
    breaks = [
        at for at, (last, day) in enumerate(pairwise(order), 1) if day - last > timedelta(days=1)
    ]
    for start, end in pairwise([0, *breaks, len(order)]):
        yield tuple(Dot(day, days[day]) for day in order[start:end])

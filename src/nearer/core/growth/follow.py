"""Answers on one scale by day: the days themselves, the level of four weeks, and its change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.days import ENOUGH, Days, by_day
from nearer.core.insight.level import Level, LevelChange, level, level_change

Marks = Sequence[tuple[date, Mapping[str, float | None]]]
"""What was said on a day, by the name of the question. None was not said."""


@dataclass(frozen=True, slots=True)
class Row:
    """One day, or one week by its Monday: a value for each name, or None. A gap is a gap."""

    day: date
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class One:
    """One question: on how many days it was answered, where it lies, and whether that changed."""

    name: str
    days: int
    level: Level | CannotTell
    change: LevelChange | CannotTell


@dataclass(frozen=True, slots=True)
class Follow:
    """Each question that was answered on enough days, and all of their days in order."""

    each: tuple[One, ...]
    rows: tuple[Row, ...]


def follow(
    marks: Marks, names: Sequence[str], *, until: date, scale: tuple[float, float]
) -> Follow | CannotTell:
    """The questions of these names, each by itself; what has fewer than ENOUGH days is left out."""
    days = {name: _days(marks, name) for name in names}
    told = {name: own for name, own in days.items() if len(own) >= ENOUGH}
    if not told:
        return CannotTell("too_few", max(map(len, days.values())), ENOUGH)
    each = tuple(
        One(
            name,
            len(own),
            level(own, until=until, scale=scale),
            level_change(own, until=until),
        )
        for name, own in told.items()
    )
    every = sorted({day for own in told.values() for day in own})
    rows = tuple(Row(day, tuple(own.get(day) for own in told.values())) for day in every)
    return Follow(each, rows)


def _days(marks: Marks, name: str) -> Days:
    values = ((day, said.get(name)) for day, said in marks)
    return by_day((day, value) for day, value in values if value is not None)

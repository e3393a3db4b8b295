"""My patterns: what went together in one's own check-ins, for oneself alone.

Counts and nothing cleverer: "in 4 of 11". No cause, no forecast, no score, and below a minimum
of data nothing at all (evidence 6.3). Days without a check-in are gaps, not zeros.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from nearer.core.moments import CheckIn, Entry

SPAN = timedelta(weeks=12)
"""How far back one looks."""

ENOUGH = 8
ENOUGH_DAYS = 5
"""So many check-ins, on so many days, before anything is said (our choice; evidence gives none)."""

TOGETHER = 3
"""Two things that met less often than this are not called a pattern."""

MOST = 3
"""Of each kind, so many are named."""

DayPart = Literal["night", "morning", "afternoon", "evening"]


@dataclass(frozen=True, slots=True)
class Often:
    """Something that was there in `count` of `of` check-ins that said anything about it."""

    id: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Together:
    """Two things that met: in `count` of the `of` check-ins that had the first."""

    first: str
    second: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Dot:
    """One check-in on the timeline: its day, and how pleasant it was, 0 to 10."""

    day: date
    pleasantness: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """What there is to see. With `enough` false everything but the numbers is empty."""

    check_ins: int
    days: int
    enough: bool
    since: date
    until: date
    feelings: tuple[Often, ...] = ()
    triggers: tuple[Often, ...] = ()
    day_parts: tuple[Often, ...] = ()
    set_off: tuple[Together, ...] = ()
    wanted: tuple[Together, ...] = ()
    dots: tuple[Dot, ...] = ()


def patterns(entries: Iterable[Entry], *, now: datetime, zone: ZoneInfo) -> Patterns:
    """The patterns of the last twelve weeks, from one's own entries of whatever kind."""
    kept = [
        (entry.at.astimezone(zone), entry.moment)
        for entry in entries
        if isinstance(entry.moment, CheckIn) and now - SPAN <= entry.at <= now
    ]
    kept.sort(key=lambda one: one[0])
    days = {at.date() for at, _ in kept}
    since, until = (now - SPAN).astimezone(zone).date(), now.astimezone(zone).date()
    if len(kept) < ENOUGH or len(days) < ENOUGH_DAYS:
        return Patterns(len(kept), len(days), enough=False, since=since, until=until)
    moments = [moment for _, moment in kept]
    return Patterns(
        check_ins=len(kept),
        days=len(days),
        enough=True,
        since=since,
        until=until,
        feelings=_often([moment.feelings for moment in moments]),
        triggers=_often([_one(moment.trigger) for moment in moments]),
        day_parts=_often([(day_part(at),) for at, _ in kept]),
        set_off=_together([(_one(moment.trigger), moment.feelings) for moment in moments]),
        wanted=_together([(moment.feelings, _one(moment.urge)) for moment in moments]),
        dots=tuple(
            Dot(at.date(), moment.pleasantness)
            for at, moment in kept
            if moment.pleasantness is not None
        ),
    )


def day_part(at: datetime) -> DayPart:
    """The part of the day on the person's own clock: night to 5, morning to 12, and so on."""
    parts: tuple[tuple[int, DayPart], ...] = (
        (5, "night"),
        (12, "morning"),
        (18, "afternoon"),
        (23, "evening"),
    )
    return next((part for end, part in parts if at.hour < end), "night")


def _one(thing: str | None) -> tuple[str, ...]:
    return (thing,) if thing else ()


def _often(said: Sequence[tuple[str, ...]]) -> tuple[Often, ...]:
    """What was said most, of those check-ins that said something. Ties go by name."""
    speaking = [things for things in said if things]
    counts = Counter(thing for things in speaking for thing in things)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Often(thing, count, len(speaking)) for thing, count in ranked[:MOST] if count >= TOGETHER
    )


def _together(said: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[Together, ...]:
    """Which second thing met which first most often, where both were said."""
    both = [(firsts, seconds) for firsts, seconds in said if firsts and seconds]
    totals = Counter(first for firsts, _ in both for first in firsts)
    pairs = Counter(
        (first, second) for firsts, seconds in both for first in firsts for second in seconds
    )
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Together(first, second, count, totals[first])
        for (first, second), count in ranked[:MOST]
        if count >= TOGETHER
    )

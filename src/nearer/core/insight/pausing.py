"""One's own pauses and signs: when, what for, how long, and coming back. For oneself alone.

Counts and nothing cleverer, as in `patterns.py`, and with the same caution (evidence 6.3). What
was not said is its own answer: who came back without a tap is neither on time nor late.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from nearer.core.insight.patterns import MOST, SPAN, TOGETHER, Often, day_part
from nearer.core.moments import Entry, Pause, Sign
from nearer.core.pauses import GRACE, PauseSeen, pauses

ENOUGH = 5
ENOUGH_DAYS = 3
"""So many pauses and signs, on so many days, before anything is said (our choice)."""

Length = Literal["half_hour", "hour", "hours", "day"]
Back = Literal["in_time", "later", "not_said"]


@dataclass(frozen=True, slots=True)
class Quiet:
    """One time of pulling back, on the person's own clock. A sign has no length and no return.

    `minutes` is how long it was meant to be, extension included, in minutes of real time.
    """

    at: datetime
    minutes: int | None = None
    reason: str | None = None
    back: Back | None = None

    @property
    def day(self) -> date:
        """The day it began."""
        return self.at.date()

    @property
    def length(self) -> Length | None:
        """How long a pause was meant to be, roughly."""
        if self.minutes is None:
            return None
        steps: tuple[tuple[int, Length], ...] = ((30, "half_hour"), (75, "hour"), (360, "hours"))
        return next((name for most, name in steps if self.minutes <= most), "day")


@dataclass(frozen=True, slots=True)
class Pausing:
    """What there is to see. With `enough` false everything but the numbers is empty."""

    pauses: int
    signs: int
    enough: bool
    day_parts: tuple[Often, ...] = ()
    reasons: tuple[Often, ...] = ()
    lengths: tuple[Often, ...] = ()
    returns: tuple[Often, ...] = ()
    each: tuple[Quiet, ...] = ()


def pausing(entries: Iterable[Entry], *, who: UUID, now: datetime, zone: ZoneInfo) -> Pausing:
    """The pauses and signs of `who` in the last twelve weeks, from all spaces they are in.

    A pause with a reason is there twice, once for the other and once for oneself: it is one. One
    that still runs is left out, since nothing can be said of its end.
    """
    mine = [entry for entry in entries if entry.author == who and now - SPAN <= entry.at <= now]
    ended = _pauses(mine, who, now=now, zone=zone)
    signs = [Quiet(e.at.astimezone(zone)) for e in mine if isinstance(e.moment, Sign)]
    each = sorted([*ended, *signs], key=lambda one: one.at)
    if len(each) < ENOUGH or len({one.day for one in each}) < ENOUGH_DAYS:
        return Pausing(len(ended), len(signs), enough=False)
    return Pausing(
        pauses=len(ended),
        signs=len(signs),
        enough=True,
        day_parts=_often([day_part(one.at) for one in each]),
        reasons=_often([one.reason for one in ended if one.reason]),
        lengths=_often([one.length for one in ended if one.length]),
        returns=_returns(ended),
        each=tuple(each),
    )


def _pauses(mine: Sequence[Entry], who: UUID, *, now: datetime, zone: ZoneInfo) -> list[Quiet]:
    reasons = {
        entry.at: entry.moment.reason
        for entry in mine
        if isinstance(entry.moment, Pause) and entry.moment.reason
    }
    told: dict[datetime, PauseSeen[Entry]] = {}
    for seen in pauses(mine, who, now=now):
        # Of two copies of one pause only one was ever put off or closed: that one counts.
        told[seen.entry.at] = max(seen, told.get(seen.entry.at, seen), key=_how_much_is_known)
    return [
        Quiet(
            at.astimezone(zone),
            round((seen.until - at).total_seconds() / 60),
            reasons.get(at),
            _back(seen),
        )
        for at, seen in told.items()
        if seen.state != "running"
    ]


def _how_much_is_known(seen: PauseSeen[Entry]) -> tuple[bool, bool]:
    return seen.came_back is not None, seen.extended


def _back(seen: PauseSeen[Entry]) -> Back:
    if seen.came_back is None:
        return "not_said"
    return "in_time" if seen.came_back <= seen.until + GRACE else "later"


def _often(said: Sequence[str]) -> tuple[Often, ...]:
    """What was there most. Ties go by name; what was there only once or twice is not named."""
    ranked = sorted(Counter(said).items(), key=lambda item: (-item[1], item[0]))
    return tuple(Often(one, n, len(said)) for one, n in ranked[:MOST] if n >= TOGETHER)


def _returns(ended: Sequence[Quiet]) -> tuple[Often, ...]:
    """How pauses ended, all of it or nothing: one count alone would be praise or reproach."""
    if len(ended) < TOGETHER:
        return ()
    counts = Counter(one.back for one in ended)
    order: tuple[Back, ...] = ("in_time", "later", "not_said")
    return tuple(Often(back, counts[back], len(ended)) for back in order if counts[back])

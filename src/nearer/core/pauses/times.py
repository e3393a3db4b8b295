"""Which return times can be offered, right across time zones and summer time.

A clock time ("tonight") is found on the person's own clock and then fixed as an instant in UTC;
minutes are minutes of real time. So a night in which the clock changes costs nobody an hour.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

LONGEST = timedelta(hours=24)
"""No pause is longer: past a day, silence is no time-out any more (evidence section 1)."""

SHORTEST = timedelta(minutes=20)
"""A floor from laboratory observation, not a tested dose (evidence section 1)."""

TONIGHT = time(21, 0)
MORNING = time(9, 0)
DAWN = time(5, 0)
"""Before this it is still the night of the day before: "tomorrow" would be taken for the morning
that is a few hours away, so that morning is offered by its own name."""

When = Literal["20", "40", "60", "morning", "tonight", "tomorrow"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One return time: `when` names it, `until` is the instant in UTC."""

    when: When
    until: datetime


def offers(now: datetime, zone: ZoneInfo) -> tuple[Offer, ...]:
    """The return times that make sense now: each at least `SHORTEST` away and at most `LONGEST`."""
    minutes: tuple[When, ...] = ("20", "40", "60")
    soon = [Offer(name, now.astimezone(UTC) + timedelta(minutes=int(name))) for name in minutes]
    local = now.astimezone(zone)
    if local.time() < DAWN:
        return (*soon, Offer("morning", _at(local, MORNING, 0)))
    tonight = _at(local, TONIGHT, 0)
    tomorrow = min(_at(local, MORNING, 1), now.astimezone(UTC) + LONGEST)
    later = [Offer("tomorrow", tomorrow)]
    if tonight - now >= timedelta(minutes=75):
        later.insert(0, Offer("tonight", tonight))
    return (*soon, *later)


def _at(local: datetime, clock: time, days: int) -> datetime:
    """That time on this person's clock, so many days on, as an instant.

    A clock time that the night of summer time leaves out is taken an hour later (PEP 495, fold 0).
    """
    day = local.date() + timedelta(days=days)
    return datetime.combine(day, clock, tzinfo=local.tzinfo).astimezone(UTC)


def extensions(begun: datetime, until: datetime, now: datetime) -> tuple[datetime, ...]:
    """The times one may put the return off to, once: 20, 40 or 60 minutes more, within a day."""
    start = max(now, until).astimezone(UTC)
    later = [start + timedelta(minutes=minutes) for minutes in (20, 40, 60)]
    return tuple(time for time in later if time - begun <= LONGEST)

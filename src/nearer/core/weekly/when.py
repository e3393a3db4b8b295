"""Which week it is for two people, by the day they chose, also where a clock is put forward."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nearer.core.moments import WeeklyPlan

REACH = 3
"""Days before and after the chosen one that belong to its week: a day late is no matter."""

TURNS = time(4)
"""When one week gives way to the next: at an hour at which nobody sits together."""

UNPLANNED = WeeklyPlan(day=6, hour=20, time_zone="UTC", since=datetime(2026, 1, 1, tzinfo=UTC))
"""Where nobody has chosen: the same for both, wherever they are."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week, named after the day of their meeting; `ends` is when it gives way to the next."""

    day: date
    ends: datetime

    def id(self, couple: UUID) -> UUID:
        """The id that this week has for these two, and nobody else's week."""
        return uuid5(couple, self.day.isoformat())

    @property
    def number(self) -> int:
        """It rises by one from week to week."""
        return self.day.toordinal() // 7


def zone_named(name: str) -> ZoneInfo:
    """The zone of this name, or UTC where this machine knows none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # "Europe" is a folder there
        return ZoneInfo("UTC")


def holds_now(plans: Sequence[WeeklyPlan], *, now: datetime) -> WeeklyPlan:
    """Of these plans, newest first, the one by which this week goes."""
    return next((plan for plan in plans if plan.since <= now), UNPLANNED)


def week_of(plan: WeeklyPlan, *, now: datetime) -> Week:
    """The week that is under way by this plan: the one whose day is nearest to now."""
    zone = zone_named(plan.time_zone)
    local = now.astimezone(zone).replace(tzinfo=None)
    today = (local - timedelta(hours=TURNS.hour)).date()
    day = today + timedelta(days=(plan.day - today.weekday() + REACH) % 7 - REACH)
    ends = datetime.combine(day + timedelta(days=REACH + 1), TURNS, zone)
    return Week(day, ends)


def is_the_day(plan: WeeklyPlan, *, now: datetime) -> bool:
    """Whether today is the day they chose, where they chose it."""
    return now.astimezone(zone_named(plan.time_zone)).weekday() == plan.day

"""The calendar file, as a calendar library reads it: the right hour, and nothing that tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from nearer.core.moments import WeeklyPlan
from nearer.core.weekly import calendar_file

ZONES = (
    *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"),
    *("Asia/Kolkata", "Africa/Casablanca", "Pacific/Apia", "UTC"),
)


def read(plan: WeeklyPlan, now: datetime) -> tuple[Any, Any]:
    """The event and its zone."""
    file = calendar_file(plan, uid="one-of-a-kind", now=now)
    calendar = Calendar.from_ical(file)
    event: Any
    zone: Any
    (event,) = calendar.walk("VEVENT")
    (zone,) = calendar.walk("VTIMEZONE")
    return event, zone


def offset_in(zone: Any, wall: datetime) -> timedelta:
    """What RFC 5545 says of a wall time: the newest change at or before it counts."""
    changes: list[tuple[datetime, timedelta]] = []
    for part in zone.subcomponents:
        times = [part["DTSTART"].dt]
        found = part.get("RDATE", [])
        for group in found if isinstance(found, list) else [found]:
            times += [one.dt for one in group.dts]
        changes += [(at.replace(tzinfo=None), part["TZOFFSETTO"].td) for at in times]
    return max(change for change in changes if change[0] <= wall)[1]


@settings(max_examples=12)
@given(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
    day=st.integers(0, 6),
    hour=st.integers(5, 23),
    minute=st.integers(0, 59),
    zone=st.sampled_from(ZONES),
)
def test_it_is_at_that_hour_there_in_each_week_of_twenty_years(
    now: datetime, day: int, hour: int, minute: int, zone: str
) -> None:
    since = datetime(2026, 1, 1, tzinfo=UTC)
    plan = WeeklyPlan(day=day, hour=hour, minute=minute, time_zone=zone, since=since)
    event, its_zone = read(plan, now)
    first = event["DTSTART"].dt.replace(tzinfo=None)
    assert (first.weekday(), first.hour, first.minute) == (day, hour, minute)
    begins = first.replace(tzinfo=ZoneInfo(zone))
    assert now - timedelta(minutes=1) <= begins <= now + timedelta(days=7, hours=1)
    assert its_zone["TZID"] == event["DTSTART"].params["TZID"] == zone
    for week in range(0, 52 * 18, 17):
        wall = first + timedelta(weeks=week)
        expected = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        assert offset_in(its_zone, wall) == expected, wall


def test_it_says_notes_and_nothing_else() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    plan = WeeklyPlan(day=6, hour=20, time_zone="Europe/Berlin", since=now)
    event, _ = read(plan, now)
    said = {name: value.to_ical().decode() for name, value in event.property_items()[1:-1]}
    assert said == {
        "UID": "one-of-a-kind",
        "DTSTAMP": "20261122T120000Z",
        "DTSTART": "20261122T200000",
        "DURATION": "PT15M",
        "RRULE": "FREQ=WEEKLY",
        "SUMMARY": "Notes",
        "CLASS": "PRIVATE",
    }


def test_it_has_the_lines_that_the_format_asks_for() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    plan = WeeklyPlan(day=6, hour=20, time_zone="America/New_York", since=now)
    file = calendar_file(plan, uid="one-of-a-kind", now=now)
    lines = file.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line) <= 75 and "\n" not in line for line in lines)
    assert "nearer" not in file.lower()
    assert "http" not in file.lower()


@pytest.mark.parametrize(("hour", "week"), [(20, "20261122"), (11, "20261129"), (12, "20261122")])
def test_it_begins_with_the_next_one(hour: int, week: str) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday
    plan = WeeklyPlan(day=6, hour=hour, time_zone="UTC", since=now)
    assert f"DTSTART;TZID=UTC:{week}T{hour}0000" in calendar_file(plan, uid="one", now=now)

"""A week's hour as a calendar file (RFC 5545): "Notes", every week, and nothing that tells more.

Written here, in a few lines, and held by a test to what a calendar library reads from it. A library
that writes it would bring three packages into what runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from nearer.core.moments import WeeklyPlan
from nearer.core.weekly.when import zone_named

YEARS = 20
"""How far ahead the file knows when clocks are put forward and back. After that, one more file."""

TITLE = "Notes"
_LOCAL = "%Y%m%dT%H%M%S"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """That clocks change: when, by the clock before it; from which offset to which."""

    at: datetime
    before: timedelta
    after: timedelta
    kind: str
    name: str


def calendar_file(plan: WeeklyPlan, *, uid: str, now: datetime) -> str:
    """The file. `uid` is what a calendar knows the event by: the same one changes its hour."""
    zone = zone_named(plan.time_zone)
    begins = _next(plan, now.astimezone(zone))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{TITLE}//{TITLE}//EN",
        *_zone_lines(zone, since=begins - 400 * _DAY),
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{now.astimezone(UTC):{_LOCAL}}Z",
        f"DTSTART;TZID={zone.key}:{begins:{_LOCAL}}",
        "DURATION:PT15M",
        "RRULE:FREQ=WEEKLY",
        f"SUMMARY:{TITLE}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _next(plan: WeeklyPlan, local: datetime) -> datetime:
    """The next time it is that day and hour, on the clock of `local`'s zone."""
    first = local.replace(hour=plan.hour, minute=plan.minute, second=0, microsecond=0)
    first += ((plan.day - local.weekday()) % 7) * _DAY
    return first if first >= local else first + 7 * _DAY


def _zone_lines(zone: ZoneInfo, *, since: datetime) -> Iterator[str]:
    """The zone's changes over `YEARS`, those that are alike together."""
    alike: dict[tuple[str, str, timedelta, timedelta], list[str]] = {}
    for change in _changes(zone, since):
        key = (change.kind, change.name, change.before, change.after)
        alike.setdefault(key, []).append(f"{change.at:{_LOCAL}}")
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone.key}")
    for (kind, name, before, after), times in alike.items():
        yield from (f"BEGIN:{kind}", f"DTSTART:{times[0]}")
        yield from (f"RDATE:{later}" for later in times[1:])
        yield from (f"TZOFFSETFROM:{_offset(before)}", f"TZOFFSETTO:{_offset(after)}")
        yield from (f"TZNAME:{name}", f"END:{kind}")
    yield "END:VTIMEZONE"


def _changes(zone: ZoneInfo, since: datetime) -> Iterator[_Change]:
    """How the clock stands at `since`, and every change after it."""
    at = since.astimezone(UTC)
    yield _change(zone, at, at)
    was = _offset_at(zone, at)
    for _ in range(YEARS * 366):
        at += _DAY
        offset = _offset_at(zone, at)
        if offset != was:
            yield _change(zone, at - _DAY, _moment_of_change(zone, at - _DAY))
        was = offset


def _moment_of_change(zone: ZoneInfo, low: datetime) -> datetime:
    """The second within this day from which the other offset holds."""
    before, high = _offset_at(zone, low), low + _DAY
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        low, high = (middle, high) if _offset_at(zone, middle) == before else (low, middle)
    return high.replace(microsecond=0)


def _change(zone: ZoneInfo, before: datetime, at: datetime) -> _Change:
    was, local = _offset_at(zone, before), at.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    by_clock_before = (at + was).replace(tzinfo=None)
    return _Change(by_clock_before, was, _offset_at(zone, at), kind, local.tzname() or zone.key)


def _offset_at(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _offset(offset: timedelta) -> str:
    """Hours and minutes east of Greenwich, as the format has them."""
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"

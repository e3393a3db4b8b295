"""The twelve weeks that one page is about."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Self

WEEKS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """From a Monday to a day eleven to twelve weeks later, both included."""

    since: date
    until: date

    @classmethod
    def up_to(cls, day: date) -> Self:
        """The week of a day and the eleven before it."""
        return cls(monday(day) - timedelta(weeks=WEEKS - 1), day)

    @property
    def earlier(self) -> date:
        """The last day of the twelve weeks before these."""
        return self.since - timedelta(days=1)

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Monday of each week."""
        return tuple(self.since + timedelta(weeks=nth) for nth in range(WEEKS))

    def begins(self, zone: tzinfo) -> datetime:
        """The instant of its beginning on a clock."""
        return datetime.combine(self.since, time.min, zone)

    def ends(self, zone: tzinfo) -> datetime:
        """The instant after its end on a clock."""
        return datetime.combine(self.until + timedelta(days=1), time.min, zone)


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())

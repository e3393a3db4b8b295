"""Weekly together: a quarter of an hour in which nobody goes first."""

from nearer.core.weekly.calendar import calendar_file
from nearer.core.weekly.reveal import SeenWeek, WeekState, see_week
from nearer.core.weekly.when import (
    UNPLANNED,
    Week,
    holds_now,
    is_the_day,
    week_of,
    zone_named,
)
from nearer.core.weekly.words import MOST, Question, WeeklyWords

__all__ = [
    "MOST",
    "UNPLANNED",
    "Question",
    "SeenWeek",
    "Week",
    "WeekState",
    "WeeklyWords",
    "calendar_file",
    "holds_now",
    "is_the_day",
    "see_week",
    "week_of",
    "zone_named",
]

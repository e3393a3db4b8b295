"""How long somebody means to wait. A day, never an hour: waiting is not held to the minute."""

from datetime import date, timedelta
from typing import Literal

from nearer.core.moments import Waiting

Until = Literal["weekend", "week", "day", "open"]
"""The coming Saturday; the same weekday a week on; a day one picks; not said."""

LONGEST = timedelta(days=90)
"""Nobody means to wait longer in one go: three months are a decision, not a wait."""

_SATURDAY = 5
_WEEK = 7


def last_day(until: Until, picked: date | None, *, today: date) -> date | None:
    """The day until which one waits, None for an open end.

    Always in the future: on a Saturday "the weekend" is the next one. Raises ValueError for a
    picked day that is missing, not after today, or later than LONGEST from it.
    """
    if until == "open":
        return None
    if until == "week":
        return today + timedelta(days=_WEEK)
    if until == "weekend":
        return today + timedelta(days=(_SATURDAY - today.weekday() - 1) % _WEEK + 1)
    if picked is None or not today < picked <= today + LONGEST:
        raise ValueError("a day after today, within three months")
    return picked


def runs(waiting: Waiting, *, today: date) -> bool:
    """Whether a wait with an end goes on today. Its last day belongs to it."""
    return waiting.until is not None and today <= waiting.until

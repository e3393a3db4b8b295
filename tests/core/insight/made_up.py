"""Days that tests make up."""

from collections.abc import Iterable
from datetime import date, timedelta

from nearer.core.insight.days import Days, by_day

LAST = date(2026, 11, 22)


def days_of(values: Iterable[float | None], *, last: date = LAST) -> Days:
    """The values of days that follow each other up to the last one; None is a day without."""
    told = list(values)
    return by_day(
        (last - timedelta(days=len(told) - 1 - at), value)
        for at, value in enumerate(told)
        if value is not None
    )

"""Ada means to wait for a while: until a day, and not to the minute."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.moments import Waiting
from nearer.core.support import LONGEST, Until, last_day, runs

SUNDAY = date(2026, 11, 22)
days = st.dates(date(2020, 1, 1), date(2050, 1, 1))


@pytest.mark.parametrize(
    ("today", "saturday"),
    [(SUNDAY, date(2026, 11, 28)), (date(2026, 11, 27), date(2026, 11, 28))],
)
def test_it_takes_the_weekend_for_the_saturday_that_comes(today: date, saturday: date) -> None:
    assert last_day("weekend", None, today=today) == saturday


def test_it_takes_the_next_weekend_when_it_is_saturday_already() -> None:
    assert last_day("weekend", None, today=date(2026, 11, 28)) == date(2026, 12, 5)


@given(today=days, until=st.sampled_from(["weekend", "week"]))
def test_it_never_lets_ada_wait_until_a_day_that_is_over_or_is_now(
    today: date, until: Until
) -> None:
    last = last_day(until, None, today=today)
    assert last is not None
    assert today < last <= today + timedelta(days=7)


@given(today=days, days_on=st.integers(-400, 400))
def test_it_takes_a_day_of_adas_own_within_three_months(today: date, days_on: int) -> None:
    picked = today + timedelta(days=days_on)
    if 0 < days_on <= LONGEST.days:
        assert last_day("day", picked, today=today) == picked
    else:
        with pytest.raises(ValueError, match="within three months"):
            last_day("day", picked, today=today)


def test_it_asks_for_the_day_when_ada_says_that_there_is_one() -> None:
    with pytest.raises(ValueError, match="a day"):
        last_day("day", None, today=SUNDAY)


def test_it_lets_the_end_stay_open_and_then_no_wait_runs() -> None:
    assert last_day("open", SUNDAY, today=SUNDAY) is None
    assert not runs(Waiting(), today=SUNDAY)


def test_it_counts_the_last_day_in_and_is_silent_the_day_after() -> None:
    waiting = Waiting(until=SUNDAY)
    assert runs(waiting, today=SUNDAY)
    assert not runs(waiting, today=SUNDAY + timedelta(days=1))

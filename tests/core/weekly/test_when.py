"""Which week it is, by the day that the two chose, and what it asks."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.moments import WeeklyPlan
from nearer.core.weekly import UNPLANNED, holds_now, is_the_day, week_of, zone_named
from nearer.core.weekly.words import Question, WeeklyWords

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC")
COUPLE = UUID("cccccccc-0000-4000-8000-000000000000")
times = st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


def plan(day: int = 6, zone: str = "Europe/Berlin", **more: object) -> WeeklyPlan:
    since = datetime(2026, 1, 1, tzinfo=UTC)
    return WeeklyPlan(**{"day": day, "hour": 20, "time_zone": zone, "since": since, **more})  # type: ignore[arg-type]


@given(times, st.integers(0, 6), st.sampled_from(ZONES))
def test_it_is_in_one_week_at_any_time_and_the_weeks_have_no_gap(
    now: datetime, day: int, zone: str
) -> None:
    chosen = plan(day, zone)
    week = week_of(chosen, now=now)
    assert week.day.weekday() == day
    assert now < week.ends <= now + timedelta(days=7, hours=1)
    assert week_of(chosen, now=week.ends - timedelta(seconds=1)) == week
    after = week_of(chosen, now=week.ends)
    assert after.day - week.day == timedelta(days=7)
    assert after.number == week.number + 1


def test_it_goes_on_past_midnight_and_over_the_change_of_clocks() -> None:
    """The clocks go back on Sunday, 25 October 2026, at three. Nobody sits there at four."""
    sunday = week_of(plan(), now=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert sunday.day == date(2026, 10, 25)
    assert week_of(plan(), now=datetime(2026, 10, 29, 2, 59, tzinfo=UTC)) == sunday
    assert week_of(plan(), now=datetime(2026, 10, 29, 3, 0, tzinfo=UTC)).day == date(2026, 11, 1)


def test_it_has_one_id_for_two_people_and_another_for_any_others() -> None:
    week = week_of(plan(), now=datetime(2026, 11, 22, tzinfo=UTC))
    assert week.id(COUPLE) == week.id(COUPLE) != week.id(UUID(int=1))


def test_it_goes_by_what_was_chosen_before_this_week() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    old, new = plan(2), plan(4, since=now + timedelta(hours=1))
    assert holds_now([new, old], now=now) == old
    assert holds_now([new, old], now=now + timedelta(hours=1)) == new
    assert holds_now([], now=now) == UNPLANNED


def test_it_knows_the_day_where_they_chose_it() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # Monday already in Berlin
    assert is_the_day(plan(0), now=late)
    assert is_the_day(plan(6, "America/New_York"), now=late)


@pytest.mark.parametrize("name", ["Mars/Base", "Europe", "../etc/passwd"])
def test_it_takes_greenwich_for_a_zone_that_is_none(name: str) -> None:
    assert zone_named(name).key == "UTC"


def test_it_asks_what_they_chose_or_one_that_the_week_brings() -> None:
    words = WeeklyWords(questions=tuple(Question(id=one, label=one) for one in "abc"))
    assert words.asked(("c", "a"), 0) == ("c", "a")
    assert words.asked(("gone", "b"), 0) == ("b",)
    assert [words.asked((), week) for week in range(4)] == [("a",), ("b",), ("c",), ("a",)]
    assert words.asked(("gone",), 1) == ("b",)

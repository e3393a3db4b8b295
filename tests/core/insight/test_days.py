"""Ada's dots, and hers beside Ben's: what was said on the days on which it was said."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.insight.made_up import LAST, days_of

from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.days import (
    ENOUGH,
    Dot,
    Timeline,
    TwoTimelines,
    between,
    by_day,
    timeline,
    two_timelines,
)


def test_it_gives_a_day_with_two_marks_their_mean_and_puts_days_in_order() -> None:
    monday, tuesday = date(2026, 11, 16), date(2026, 11, 17)
    days = by_day([(tuesday, 4), (monday, 3), (tuesday, 9)])
    assert list(days.items()) == [(monday, 3.0), (tuesday, 6.5)]


def test_it_takes_both_ends_of_a_span() -> None:
    days = days_of([1, 2, 3, 4])
    assert list(between(days, LAST - timedelta(days=2), LAST).values()) == [2, 3, 4]


@pytest.mark.parametrize("fewer", [1, ENOUGH])
def test_it_draws_nothing_before_there_are_fourteen_days(fewer: int) -> None:
    days = days_of(range(ENOUGH - fewer))
    assert timeline(days) == CannotTell("too_few", ENOUGH - fewer, ENOUGH)


def test_it_leaves_a_gap_where_ada_said_nothing() -> None:
    drawn = timeline(days_of([1, 2, None, None, 3, None, *range(11)]))
    assert isinstance(drawn, Timeline)
    assert [[dot.value for dot in run] for run in drawn.runs] == [[1, 2], [3], [*range(11)]]
    assert drawn.runs[1] == (Dot(LAST - timedelta(days=12), 3.0),)
    assert (drawn.days, drawn.until - drawn.since) == (14, timedelta(days=16))


def test_it_draws_the_two_beside_each_other_once_fourteen_days_have_both() -> None:
    every, other = days_of([5] * 28), days_of([1, None] * 14)
    seen = two_timelines(every, other)
    assert isinstance(seen, TwoTimelines)
    assert (seen.both, seen.first.days, seen.second.days) == (14, 28, 14)
    assert {dot.value for run in seen.second.runs for dot in run} == {1}
    one_less = {day: value for day, value in other.items() if day != min(other)}
    assert two_timelines(every, one_less) == CannotTell("too_few", 13, 14)
    assert two_timelines({}, every) == CannotTell("too_few", 0, 14)


@given(st.lists(st.none() | st.integers(0, 10), max_size=60))
def test_it_shows_every_day_once_and_invents_none(values: list[int | None]) -> None:
    days = days_of(values)
    drawn = timeline(days)
    if isinstance(drawn, CannotTell):
        assert len(days) < ENOUGH
        return
    dots = [dot for run in drawn.runs for dot in run]
    assert {dot.day: dot.value for dot in dots} == days
    for run in drawn.runs:
        steps = {later.day - dot.day for dot, later in pairwise(run)}
        assert steps <= {timedelta(days=1)}

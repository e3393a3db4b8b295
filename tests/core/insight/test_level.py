"""Where Ada's last four weeks lie, and whether they lie elsewhere than the four before."""

from datetime import timedelta
from random import Random
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st
from tests.core.insight.made_up import LAST, days_of

from nearer.core.insight.cannot_tell import CannotTell, Interval
from nearer.core.insight.days import ENOUGH
from nearer.core.insight.level import SPAN, Level, LevelChange, level, level_change

SCALE = (0.0, 10.0)
WEEKS = st.lists(st.none() | st.integers(0, 10), max_size=2 * SPAN)


def _some(low: int, high: int, count: int, seed: int = 1) -> list[float | None]:
    chance = Random(seed)  # noqa: S311 - no secret
    return [float(chance.randint(low, high)) for _ in range(count)]


def test_it_says_nothing_of_thirteen_days_in_four_weeks() -> None:
    long_ago = _some(0, 10, 30)
    days = days_of([*long_ago, *[None] * 15, *_some(2, 8, 13)])
    assert level(days, until=LAST, scale=SCALE) == CannotTell("too_few", 13, ENOUGH)


def test_it_gives_the_mean_of_four_weeks_with_where_it_may_really_lie() -> None:
    values = _some(2, 8, SPAN)
    found = level(days_of([*[0.0] * 20, *values]), until=LAST, scale=SCALE)
    assert isinstance(found, Level)
    assert found.mean == fmean(value for value in values if value is not None)
    assert (found.days, found.until - found.since) == (28, timedelta(days=27))
    assert found.interval is not None
    assert found.interval.has(5.0)


def test_it_leaves_the_interval_open_where_every_day_was_the_same() -> None:
    found = level(days_of([7.0] * 20), until=LAST, scale=SCALE)
    assert isinstance(found, Level)
    assert (found.mean, found.interval, found.days) == (7.0, None, 20)


@given(WEEKS)
def test_it_stays_on_the_scale_and_around_the_mean(values: list[int | None]) -> None:
    found = level(days_of(values), until=LAST, scale=SCALE)
    if isinstance(found, Level) and found.interval is not None:
        assert 0 <= found.interval.low <= found.mean <= found.interval.high <= 10


def test_it_speaks_of_a_change_only_when_none_is_hard_to_believe() -> None:
    low, high = _some(1, 3, SPAN), _some(7, 9, SPAN, 2)
    found = level_change(days_of([*low, *high]), until=LAST)
    assert isinstance(found, LevelChange)
    assert 5 < found.points < 7
    assert found.interval.has(found.points)
    assert not found.interval.has(0)
    assert (found.before, found.after) == (28, 28)
    same = days_of([*_some(2, 8, SPAN), *_some(2, 8, SPAN, 2)])
    assert level_change(same, until=LAST) == CannotTell("could_be_none", 28, ENOUGH)


def test_it_needs_fourteen_days_on_both_sides_of_a_change() -> None:
    few = [*_some(1, 3, 13), *[None] * 15]
    assert level_change(days_of([*few, *_some(7, 9, SPAN)]), until=LAST) == (
        CannotTell("too_few", 13, ENOUGH)
    )
    assert level_change(days_of(_some(7, 9, SPAN)), until=LAST) == CannotTell("too_few", 0, ENOUGH)


def test_it_cannot_tell_a_change_where_nothing_ever_varied() -> None:
    days = days_of([*[3.0] * SPAN, *[4.0] * SPAN])
    assert level_change(days, until=LAST) == CannotTell("all_the_same", 28, ENOUGH)


def test_it_takes_no_more_of_an_interval_than_the_scale_has() -> None:
    assert Interval(-1.0, 12.0).within(0.0, 10.0) == Interval(0.0, 10.0)
    assert Interval(2.0, 3.0).within(0.0, 10.0) == Interval(2.0, 3.0)

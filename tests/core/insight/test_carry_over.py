"""Where a mean may lie when a day is like the day before it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.insight.cannot_tell import Interval
from nearer.core.insight.carry_over import difference_of, mean_of
from nearer.core.insight.student import Part, below, quantile

VALUES = st.lists(st.integers(0, 10), min_size=4, max_size=20)
STEADY = [4, 5, 6, 5, 4, 6, 5, 5, 4, 6, 4, 6, 5, 5]
DRIFT = [2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8]


def _days(values: list[int], first: int = 0) -> list[tuple[int, float]]:
    return [(day, float(value)) for day, value in enumerate(values, first)]


def _sure(interval: Interval | None) -> Interval:
    assert interval is not None
    return interval


def _wide(interval: Interval | None) -> float:
    return _sure(interval).high - _sure(interval).low


def test_it_knows_less_where_a_day_carries_over_to_the_next() -> None:
    shuffled = Random(4).sample(DRIFT, len(DRIFT))  # noqa: S311 - no secret
    assert _wide(mean_of(_days(DRIFT))) > 1.5 * _wide(mean_of(_days(shuffled)))


def test_it_knows_more_where_days_lie_further_apart() -> None:
    apart = [(3 * day, value) for day, value in _days(DRIFT)]
    assert _wide(mean_of(apart)) < _wide(mean_of(_days(DRIFT)))


def test_it_gives_no_interval_to_days_that_are_all_the_same() -> None:
    assert mean_of(_days([7] * 14)) is None
    assert difference_of(_days([3] * 14), _days([5] * 14, 14)) is None
    assert difference_of(_days([3] * 14), _days(STEADY, 14)) is not None


@pytest.mark.parametrize("few", [[], [3], [3, 4]])
def test_it_refuses_to_say_anything_from_two_days(few: list[int]) -> None:
    with pytest.raises(ValueError, match="too few"):
        mean_of(_days(few))


@given(VALUES, st.integers(-5, 5), st.integers(1, 4))
def test_it_moves_and_stretches_with_the_days(values: list[int], by: int, times: int) -> None:
    found = mean_of(_days(values))
    moved = mean_of(_days([by + times * value for value in values]))
    if found is None:
        assert moved is None
    else:
        want = (by + times * found.low, by + times * found.high)
        assert (_sure(moved).low, _sure(moved).high) == pytest.approx(want, abs=1e-5)


@given(VALUES, VALUES)
def test_it_is_the_same_seen_from_the_other_end(first: list[int], second: list[int]) -> None:
    there = difference_of(_days(first), _days(second, len(first)))
    back = difference_of(_days(second[::-1]), _days(first[::-1], len(second)))
    if there is None:
        assert back is None
    else:
        want = (-there.high, -there.low)
        assert (_sure(back).low, _sure(back).high) == pytest.approx(want, abs=1e-5)


@pytest.mark.parametrize(
    ("degrees", "t"),
    [(1, 12.7062), (2, 4.30265), (3, 3.18245), (9, 2.26216), (10, 2.22814), (60, 2.00030)],
)
def test_it_knows_the_tables_of_student(degrees: int, t: float) -> None:
    assert below(t, degrees) == pytest.approx(0.975, abs=1e-6)
    assert below(-t, degrees) == pytest.approx(0.025, abs=1e-6)
    assert quantile(0.975, degrees, [Part(1.0, 0.0, 1.0)]) == pytest.approx(t, abs=1e-4)


def test_it_mixes_two_students_by_their_weights() -> None:
    parts = [Part(0.5, -100.0, 1.0), Part(0.5, 100.0, 1.0)]
    assert quantile(0.25, 5, parts) == pytest.approx(-100.0, abs=1e-4)
    assert quantile(0.75, 5, parts) == pytest.approx(100.0, abs=1e-4)


def test_it_agrees_with_a_library_where_there_is_one() -> None:
    stats = pytest.importorskip("scipy.stats")
    for degrees in range(1, 60):
        for t in (-12.0, -2.2, 0.0, 0.7, 5.0):
            assert below(t, degrees) == pytest.approx(stats.t.cdf(t, degrees), abs=1e-12)

"""What went together on the same days, if that can be told at all."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.insight.made_up import days_of

from nearer.core.insight.association import (
    ENOUGH,
    MONTH,
    Association,
    carried,
    fisher,
    may_choose_from,
    ranked,
    same_day,
    strength,
    worth,
)
from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.days import Days


@pytest.mark.parametrize(
    ("r", "n", "carries", "low", "high"),
    [
        (0.3, 60, 0.0, 0.05, 0.51),
        (0.3, 60, 0.3, 0.02, 0.53),
        (0.3, 37, 0.0, -0.03, 0.57),
        (0.2, 60, 0.0, -0.06, 0.43),
        (0.5, 14, 0.0, -0.04, 0.81),
    ],
)
def test_it_gives_the_intervals_that_our_evidence_names(
    r: float, n: int, carries: float, low: float, high: float
) -> None:
    found = fisher(r, worth(range(n), carries * carries))
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0051)


def test_it_counts_sixty_days_that_carry_over_for_fifty() -> None:
    assert worth(range(60), 0.3 * 0.3) == pytest.approx(50.1, abs=0.2)
    assert worth(range(6000), 0.3 * 0.3) == pytest.approx(6000 * 0.91 / 1.09, abs=0.2)
    assert worth(range(60), 0.0) == 60
    assert worth(range(0, 180, 3), 0.3 * 0.3) > 59.8


@given(st.lists(st.integers(0, 90), min_size=1, max_size=40, unique=True), st.floats(0, 0.36))
def test_it_counts_every_pair_of_days_by_how_far_apart_they_are(
    days: list[int], both: float
) -> None:
    days.sort()
    pairs = sum(both ** abs(one - other) for one in days for other in days)
    assert worth(days, both) == pytest.approx(len(days) ** 2 / pairs)


def _two(days: int, share: float, seed: int = 3) -> tuple[Days, Days]:
    chance = Random(seed)  # noqa: S311 - no secret
    one = [chance.gauss(5, 2) for _ in range(days)]
    return days_of(one), days_of([share * each + chance.gauss(0, 1) for each in one])


def test_it_says_nothing_from_fewer_than_thirty_days_that_have_both() -> None:
    first, second = _two(29, 5.0)
    assert same_day(first, second) == CannotTell("too_few", 29, ENOUGH)
    first, second = _two(58, 5.0)
    half = {day: value for day, value in second.items() if day.toordinal() % 2}
    assert same_day(first, half) == CannotTell("too_few", 29, ENOUGH)


def test_it_says_how_weak_or_strong_it_could_be() -> None:
    found = same_day(*_two(40, 0.4))
    assert isinstance(found, Association)
    assert found.rises
    assert found.days == 40
    assert found.interval.has(found.r)
    assert (found.weakest, found.strongest) == ("middling", "strong")
    falling = same_day(*_two(40, -0.4))
    assert isinstance(falling, Association)
    assert not falling.rises
    assert falling.interval.high < 0
    assert falling.weakest in {"weak", "middling"}


def test_it_shows_nothing_that_could_be_nothing() -> None:
    assert same_day(*_two(40, 0.0)) == CannotTell("could_be_none", 40, ENOUGH)


def test_it_cannot_tell_of_what_never_varies() -> None:
    first, _ = _two(40, 0.0)
    same = dict.fromkeys(first, 3.0)
    assert same_day(first, same) == CannotTell("all_the_same", 40, ENOUGH)


def test_it_goes_by_ranks_so_that_one_wild_day_decides_nothing() -> None:
    first, second = _two(40, 0.4)
    usual = same_day(first, second)
    wild = {**second, max(second, key=lambda day: second[day]): 1e6}
    assert same_day(first, wild) == usual
    ranks = ranked([(1, 7.0), (2, 3.0), (3, 7.0), (4, 0.0)])
    assert ranks == [(1, 3.5), (2, 2.0), (3, 3.5), (4, 1.0)]


def test_it_gives_ranks_a_wider_interval_the_stronger_they_go_together() -> None:
    assert fisher(0.0, 40, ranks=True) == fisher(0.0, 40)
    assert fisher(0.6, 40, ranks=True).low < fisher(0.6, 40).low


def test_it_survives_two_things_that_are_one() -> None:
    first, _ = _two(40, 0.0)
    found = same_day(first, first)
    assert isinstance(found, Association)
    assert 0.99 < found.interval.low <= found.interval.high < 1.000001


def test_it_sees_how_much_a_day_carries_over_gaps_or_none() -> None:
    waves = [(day, float(day // 5 % 2)) for day in range(40)]
    assert carried(waves) == 0.6
    assert carried([(day, float(day % 2)) for day in range(40)]) == 0.0
    assert carried([(2 * day, value) for day, value in waves]) == 0.0
    assert 0.0 < carried([point for point in waves if point[0] % 3]) <= 0.6


@pytest.mark.parametrize("days", [0.0, 3.0])
def test_it_refuses_an_interval_from_three_days(days: float) -> None:
    with pytest.raises(ValueError, match="too few"):
        fisher(0.5, days)


@given(st.floats(-1, 1), st.floats(4, 1000))
def test_it_holds_what_was_seen_and_mirrors(r: float, days: float) -> None:
    found, mirrored = fisher(r, days), fisher(-r, days)
    assert -1 <= found.low <= found.high <= 1
    assert found.low - 1e-5 <= r <= found.high + 1e-5
    assert (mirrored.low, mirrored.high) == pytest.approx((-found.high, -found.low))


@pytest.mark.parametrize(
    ("r", "word"),
    [(0.0, "weak"), (-0.29, "weak"), (0.3, "middling"), (-0.5, "strong"), (1.0, "strong")],
)
def test_it_has_three_words_for_how_strong(r: float, word: str) -> None:
    assert strength(r) == word


def test_it_lets_ada_ask_once_a_month() -> None:
    first = date(2026, 11, 1)
    assert may_choose_from([]) is None
    assert may_choose_from([first - timedelta(days=90), first]) == first + MONTH

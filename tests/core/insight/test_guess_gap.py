"""How near Ben's guesses come to what Ada felt, over many letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.guess_gap import ENOUGH, GuessGap, guess_gap

FROM_ZERO_TO_FOUR = st.integers(0, 4)


def test_it_says_nothing_of_nine_guesses() -> None:
    assert guess_gap([(3, 2)] * 9) == CannotTell("too_few", 9, ENOUGH)


def test_it_counts_what_was_right_and_what_was_off_by_one() -> None:
    found = guess_gap(
        [(3, 3), (3, 2), (2, 3), (4, 2), (3, 3), (1, 1), (2, 2), (4, 4), (3, 3), (3, 2)]
    )
    assert isinstance(found, GuessGap)
    assert (found.count, found.same, found.off_by_one) == (10, 0.6, 0.3)
    assert found.mean == pytest.approx(0.3)
    assert found.interval is not None
    assert found.interval.has(0.3)
    assert found.interval.has(0.0)


def test_it_leaves_the_interval_open_where_every_guess_was_right() -> None:
    found = guess_gap([(3, 3)] * 12)
    assert isinstance(found, GuessGap)
    assert (found.same, found.mean, found.interval) == (1.0, 0.0, None)


@given(st.lists(st.tuples(FROM_ZERO_TO_FOUR, FROM_ZERO_TO_FOUR), min_size=10, max_size=40))
def test_it_gives_shares_and_a_mean_that_there_can_be(guesses: list[tuple[int, int]]) -> None:
    found = guess_gap(guesses)
    assert isinstance(found, GuessGap)
    assert 0 <= found.same + found.off_by_one <= 1
    assert -4 <= found.mean <= 4

"""Ben adds a step of his own and says how it compares with two others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.steps.ladder import LADDER, difficulties

from nearer.core.steps import SIZES, Compared, Step, Than, place_between, to_compare


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        (("harder", 4), ("easier", 7), 5.5),
        (("easier", 7), ("harder", 4), 5.5),
        (("easier", 4), ("harder", 7), 5.5),  # to Ben they stand the other way round
        (("harder", 4), ("harder", 7), 8),
        (("easier", 4), ("easier", 7), 3),
        (("same", 4), ("easier", 7), 4),
        (("harder", 4), ("same", 7), 7),
        (("same", 4), ("same", 7), 5.5),
        (("harder", 10), ("harder", 9), 10),
        (("easier", 1), ("easier", 2), 1),
    ],
)
def test_it_finds_the_place_of_bens_own_step(
    first: tuple[Than, float], second: tuple[Than, float], place: float
) -> None:
    assert place_between(Compared(*first), Compared(*second)) == place


compared = st.builds(Compared, st.sampled_from(["easier", "same", "harder"]), difficulties)


@given(compared, compared)
def test_it_stays_on_the_ladder_and_does_not_mind_the_order(one: Compared, other: Compared) -> None:
    assert 1 <= place_between(one, other) <= 10
    assert place_between(one, other) == place_between(other, one)


def test_it_compares_with_two_that_cut_the_ladder_in_three() -> None:
    fears = [step for step in LADDER if step.topic == "fears"]
    assert [step.difficulty for step in to_compare(fears)] == [4, 7]
    assert to_compare(fears[:1]) == (fears[0],)
    assert to_compare([]) == ()


def test_it_reads_each_size_of_a_step_and_one_of_ones_own() -> None:
    step = Step(id="x", topic="goals", form="say", difficulty=4, small="a", middle="b", large="c")
    assert [step.text(size) for size in step.sizes] == ["a", "b", "c"]
    assert step.sizes == SIZES
    own = Step(id="y", topic="goals", form="say", difficulty=4.5, own=True)
    assert [own.text(size) for size in own.sizes] == [""]

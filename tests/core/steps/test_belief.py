"""What is believed of Ben after his steps, and laws that hold whatever he does."""

from datetime import UTC, datetime, timedelta
from math import exp, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.steps.ladder import LADDER, beliefs, did, lived, lives, outcomes, steps

from nearer.core.steps import SIZES, TOPICS, Belief, Outcome, Size, Step, believe, chance, prior
from nearer.core.steps.belief import SPREAD

MORNING = datetime(2027, 3, 1, 9, tzinfo=UTC)
SLACK = 1e-12  # what floats lose
sizes = st.sampled_from(SIZES)


def test_it_believes_that_a_step_in_the_middle_may_go_either_way() -> None:
    assert prior().at("goals", 5.5) == pytest.approx(0.5)
    assert prior().at("goals", 2) > 0.8
    assert {prior().at(topic, 4) for topic in TOPICS} == {prior().at("fears", 4)}


def test_it_comes_close_to_the_chance_that_counting_gives() -> None:
    """MacKay's approximation beside the integral itself, summed in thin slices."""
    sd = sqrt(prior().covariance[0][0])
    for rung in range(12):
        slices = [step / 200 for step in range(-1600, 1601)]
        exact = sum(
            exp(-z * z / 2) / sqrt(2 * pi) / (1 + exp(-(5.5 + z * sd - rung) / SPREAD)) / 200
            for z in slices
        )
        assert prior().at("emotions", rung) == pytest.approx(exact, abs=0.02)


def test_it_knows_ben_better_after_each_step() -> None:
    after = prior().after(did("well"))
    place = TOPICS.index("fears")
    assert after.mean[place] > prior().mean[place]
    assert after.covariance[place][place] < prior().covariance[place][place]


def test_it_takes_a_mixed_step_for_something_between() -> None:
    well, mixed, rough = (
        prior().after(did(went)).at("fears", 3) for went in ("well", "mixed", "rough")
    )
    assert well > mixed > rough


def test_it_lifts_more_where_less_was_to_be_expected() -> None:
    easy, hard = (prior().after(did("well", difficulty=difficulty)) for difficulty in (1, 9))
    assert hard.mean[0] > easy.mean[0]


def test_it_is_less_sure_of_ben_after_a_long_silence_but_not_of_less() -> None:
    lately = lived([(did("well", difficulty=6), 1.0)] * 8)
    later = lately.later(40)
    assert later.mean == lately.mean
    assert later.at("fears", 4) < lately.at("fears", 4)
    assert later.later(10_000).covariance == prior().covariance
    assert lately.later(-1) == lately.later(0)


def test_it_believes_the_same_from_a_whole_past_as_step_by_step() -> None:
    first, second = did("well"), did("rough", "goals")
    day = timedelta(days=7)
    past = [(MORNING, first), (MORNING + day, did(None)), (MORNING + 2 * day, second)]
    assert believe([], now=MORNING) == prior()
    assert believe(past[1:2], now=MORNING) == prior()
    assert believe(past, now=MORNING + 3 * day) == (
        prior().after(first).later(2).after(second).later(1)
    )


@given(beliefs, steps, sizes, st.floats(0, 5))
def test_it_never_thinks_more_difficult_more_likely(
    belief: Belief, step: Step, size: Size, more: float
) -> None:
    assert belief.at(step.topic, step.difficulty + more) <= belief.at(step.topic, step.difficulty)
    small, middle, large = (chance(belief, step, one) for one in SIZES)
    assert 0 < large <= middle <= small < 1
    assert chance(belief, step, size) in (small, middle, large)


@given(beliefs, outcomes)
def test_it_never_thinks_less_of_a_step_that_went_well_nor_more_of_a_rough_one(
    belief: Belief, outcome: Outcome
) -> None:
    topic, difficulty, size = outcome.topic, outcome.difficulty, outcome.size
    before = belief.at(topic, outcome.height)
    well = belief.after(did("well", topic, difficulty, size)).at(topic, outcome.height)
    mixed = belief.after(did("mixed", topic, difficulty, size)).at(topic, outcome.height)
    rough = belief.after(did("rough", topic, difficulty, size)).at(topic, outcome.height)
    assert rough <= before + SLACK
    assert before <= well + SLACK
    assert rough - SLACK <= mixed <= well + SLACK


@given(beliefs, outcomes)
def test_it_lets_the_other_topics_share_a_little(belief: Belief, outcome: Outcome) -> None:
    place = TOPICS.index(outcome.topic)
    well = belief.after(did("well", outcome.topic, outcome.difficulty, outcome.size))
    lifts = [new - old for new, old in zip(well.mean, belief.mean, strict=True)]
    assert all(0 < lift <= lifts[place] + SLACK for lift in lifts)


@given(beliefs, outcomes)
def test_it_changes_nothing_when_a_step_is_skipped(belief: Belief, outcome: Outcome) -> None:
    skipped = did(None, outcome.topic, outcome.difficulty, outcome.size)
    assert belief.after(skipped) is belief


@given(lives)
def test_it_believes_something_that_can_be_whatever_ben_does(
    life: list[tuple[Outcome, float]],
) -> None:
    covariance = [list(row) for row in lived(life).covariance]
    for one in range(6):
        for other in range(6):
            assert covariance[one][other] == pytest.approx(covariance[other][one])
    assert all(pivot > 1e-6 for pivot in pivots(covariance))


def test_it_still_does_after_five_hundred_steps_in_a_row() -> None:
    wents = ("well", "well", "rough", "well", "mixed", "well")
    past = [
        (did(wents[n % 6], step.topic, step.difficulty), 0.1)  # type: ignore[arg-type]
        for n, step in enumerate(LADDER + LADDER + LADDER[:20])
    ]
    assert len(past) == 500
    assert all(pivot > 1e-6 for pivot in pivots([list(row) for row in lived(past).covariance]))


def pivots(matrix: list[list[float]]) -> list[float]:
    """Elimination's pivots: all above zero if and only if the matrix is positive definite."""
    found = []
    for place in range(len(matrix)):
        pivot = matrix[place][place]
        found.append(pivot)
        for row in matrix[place + 1 :]:
            factor = row[place] / pivot
            for column in range(place, len(matrix)):
                row[column] -= factor * matrix[place][column]
    return found

"""What came of Ben's step: whether it was tested, and, apart from that, how it went."""

from hypothesis import given
from hypothesis import strategies as st

from nearer.core.steps import Feared, Step, Went, how_it_went, outcome_of, skipped
from nearer.core.steps.outcome import FEAR_WEIGHS

STEP = Step(id="fears_a", topic="fears", form="say", difficulty=4)
BETTER: list[Went] = ["rough", "mixed", "well"]
feared = st.sampled_from(sorted(FEAR_WEIGHS))


def test_it_counts_a_step_as_a_success_once_ben_looked_what_came() -> None:
    for came in FEAR_WEIGHS:
        assert outcome_of(STEP, "small", came, 9).succeeded
    assert not skipped(STEP, "small").succeeded
    assert skipped(STEP, "small").went is None


def test_it_knows_where_a_step_stood() -> None:
    assert outcome_of(STEP, "small", "not", 2).height == 3
    assert outcome_of(STEP, "middle", "not", 2).height == 4
    assert skipped(STEP, "large").height == 5


def test_it_takes_something_hard_that_did_not_come_for_mixed_at_most() -> None:
    assert how_it_went("not", 3) == how_it_went("not", 7) == "well"
    assert how_it_went("not", 10) == "mixed"
    assert how_it_went("happened", 1) == "mixed"
    assert how_it_went("happened", 3) == how_it_went("partly", 7) == "rough"
    assert how_it_went("cannot_tell", 4) == "well"


@given(feared, feared, st.integers(0, 10), st.integers(0, 10))
def test_it_never_takes_more_fear_or_more_hardness_for_better(
    one: Feared, other: Feared, easy: int, hard: int
) -> None:
    less, more = sorted((one, other), key=lambda came: FEAR_WEIGHS[came])
    easy, hard = min(easy, hard), max(easy, hard)
    assert BETTER.index(how_it_went(more, hard)) <= BETTER.index(how_it_went(less, easy))

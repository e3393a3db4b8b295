"""A small ladder, what Ben may have done on it, and whatever may be believed of him."""

from hypothesis import strategies as st

from nearer.core.steps import FORMS, SIZES, TOPICS, Belief, Form, Outcome, Size, Step, Topic, prior
from nearer.core.steps.outcome import Went

LADDER = tuple(
    Step(id=f"{topic}_{form}_{difficulty}", topic=topic, form=form, difficulty=difficulty)
    for topic in TOPICS
    for form in FORMS
    for difficulty in range(1, 11)
)


def did(
    went: Went | None,
    topic: Topic = "fears",
    difficulty: float = 3,
    size: Size = "middle",
    form: Form = "say",
) -> Outcome:
    return Outcome(
        step=f"{topic}_{form}_{difficulty:g}",
        topic=topic,
        form=form,
        difficulty=difficulty,
        size=size,
        went=went,
    )


difficulties = st.integers(1, 10).map(float) | st.floats(1, 10)
outcomes = st.builds(
    did,
    st.sampled_from(["well", "mixed", "rough", None]),
    st.sampled_from(TOPICS),
    difficulties,
    st.sampled_from(SIZES),
    st.sampled_from(FORMS),
)
lives = st.lists(st.tuples(outcomes, st.floats(0, 60)), max_size=12)


def lived(life: list[tuple[Outcome, float]]) -> Belief:
    """What is believed after these outcomes, each with the weeks before it."""
    belief = prior()
    for outcome, weeks in life:
        belief = belief.later(weeks).after(outcome)
    return belief


beliefs = lives.map(lived)
steps = st.builds(
    Step,
    id=st.just("a_step"),
    topic=st.sampled_from(TOPICS),
    form=st.sampled_from(FORMS),
    difficulty=difficulties,
)

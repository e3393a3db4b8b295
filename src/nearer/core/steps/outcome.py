"""What came of a step: whether the fear was tested, and, apart from that, how it went."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from nearer.core.steps.step import Difficulty, Form, Size, Step, Topic, height

Feared = Literal["happened", "partly", "not", "cannot_tell"]
"""What became of what one was afraid of."""

Went = Literal["well", "mixed", "rough"]

Hard = Annotated[int, Meta(ge=0, le=10)]
"""How hard it was, 0 not at all to 10 as hard as can be."""

FEAR_WEIGHS: dict[Feared, int] = {"not": 0, "cannot_tell": 3, "partly": 4, "happened": 8}
"""How many points of hardness it is worth that what was feared came."""

STILL_WELL, STILL_MIXED = 7, 10
"""Up to so many points together a step went well, or was mixed. A judgement, not a finding."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of a step that was offered.

    Nothing in `feared` and `went`: it was skipped, which is free. A step has *succeeded* once
    what was expected was tested against what happened, whatever came of it (expectancy
    violation: Craske et al. 2014); `went` serves for one thing only, choosing the next.
    """

    step: str
    topic: Topic
    form: Form
    difficulty: Difficulty
    size: Size = "middle"
    feared: Feared | None = None
    went: Went | None = None

    @property
    def height(self) -> float:
        """On which rung it stood."""
        return height(self.difficulty, self.size)

    @property
    def succeeded(self) -> bool:
        """Whether a prediction was tested: the person looked what became of it."""
        return self.feared is not None


def how_it_went(feared: Feared, hard: Hard) -> Went:
    """How a step went, from the two things that are asked after it.

    Harder is never better, nor is more of what was feared. Something feared that came and was
    easy to bear is mixed; something hard where it did not come is mixed at most, not rough.
    """
    points = FEAR_WEIGHS[feared] + hard
    if points <= STILL_WELL:
        return "well"
    return "mixed" if points <= STILL_MIXED else "rough"


def outcome_of(step: Step, size: Size, feared: Feared, hard: Hard) -> Outcome:
    """What came of this step, taken in this size."""
    return Outcome(
        step=step.id,
        topic=step.topic,
        form=step.form,
        difficulty=step.difficulty,
        size=size,
        feared=feared,
        went=how_it_went(feared, hard),
    )


def skipped(step: Step, size: Size) -> Outcome:
    """That this step was offered and passed over. It counts for nothing anywhere."""
    return Outcome(
        step=step.id, topic=step.topic, form=step.form, difficulty=step.difficulty, size=size
    )

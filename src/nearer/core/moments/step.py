"""A small step as it is kept: what one expects, what came of it. Never shared, never counted."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from nearer.core.moments.marks import Moment, ZeroToTen
from nearer.core.steps.outcome import Feared, Outcome, how_it_went
from nearer.core.steps.step import Difficulty, Form, Size, Topic
from nearer.core.steps.tally import Percent

StepId = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
"""The id of a step in `content/`, or the record's id of an own one."""

HARD_NOT_SAID = 5
"""How hard a step counts as where that was not said: the middle."""


class ChosenStep(Struct, frozen=True, array_like=True):
    """Which step it is, and where it stood when it was taken.

    Copied in, so that a later change of content does not change the past. Written as a row, since
    the names of five fields would fill half of the smallest box.
    """

    step: StepId
    topic: Topic
    form: Form
    difficulty: Difficulty
    size: Size = "middle"


class Expectation(Moment, frozen=True, kw_only=True, tag="expectation"):
    """That a step was taken, and what was expected before it (expectancy violation: Craske 2014).

    `likely` is how likely it seemed, in percent, that what was feared would come. Words: what one
    fears, how one will know, and of an own step what it was, since that one may be removed.
    """

    step: ChosenStep
    likely: Percent | None = None


class StepOutcome(Moment, frozen=True, kw_only=True, tag="step_outcome"):
    """What came of a step that was taken.

    The step and `likely` are copied from the expectation it is `about`: whoever believes or
    counts reads one shelf. Words: what surprised, and what a next time could be.
    """

    about: UUID
    step: ChosenStep
    feared: Feared
    hard: ZeroToTen | None = None
    likely: Percent | None = None

    def as_outcome(self) -> Outcome:
        """What the choice of the next step needs of it."""
        hard = HARD_NOT_SAID if self.hard is None else self.hard
        return Outcome(
            step=self.step.step,
            topic=self.step.topic,
            form=self.step.form,
            difficulty=self.step.difficulty,
            size=self.step.size,
            feared=self.feared,
            went=how_it_went(self.feared, hard),
        )


class StepSkipped(Moment, frozen=True, kw_only=True, tag="step_skipped"):
    """That a step was passed over, so that another is offered. Free; nothing else looks at it."""

    step: StepId


class OwnStep(Moment, frozen=True, kw_only=True, tag="own_step"):
    """A step of one's own, placed by comparing it with two others. Its words say what it is."""

    topic: Topic
    form: Form
    difficulty: Difficulty

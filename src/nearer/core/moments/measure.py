"""A form filled in, and a score of one that its author shows the other."""

from typing import Annotated

from msgspec import Meta, Struct

from nearer.core.moments.marks import Identifier, Moment, each_once

Points = Annotated[int, Meta(ge=0, le=6)]
ScorePoints = Annotated[int, Meta(ge=0, le=999)]
Version = Annotated[int, Meta(ge=1, le=999)]


class Answered(Struct, frozen=True, array_like=True):
    """What one answer counts."""

    item: Identifier
    points: Points


class MeasureTaken(Moment, frozen=True, kw_only=True, tag="measure_taken"):
    """The answers to one form, in its version. With one missing there is no score. Never shared."""

    measure: Identifier
    version: Version
    answers: Annotated[tuple[Answered, ...], Meta(max_length=40)]

    def __post_init__(self) -> None:
        """Refuse two answers to one question (ValueError)."""
        each_once("answers", tuple(one.item for one in self.answers))

    @property
    def points(self) -> dict[str, int]:
        """What each answer counts, by its question."""
        return {one.item: one.points for one in self.answers}


class MeasureShown(Moment, frozen=True, kw_only=True, tag="measure_shown"):
    """A score in the couple's space: the other sees it while they show one of theirs, too."""

    measure: Identifier
    version: Version
    score: ScorePoints

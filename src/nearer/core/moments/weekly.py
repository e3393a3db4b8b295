"""Weekly together: when and about what, what one writes for oneself, and what both see at once."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args
from uuid import UUID

from msgspec import Meta

from nearer.core.moments.marks import Identifier, Moment, each_once
from nearer.core.moments.preferences import ZoneName

WeeklyPart = Literal["good", "answer_1", "answer_2", "answer_3", "hard", "request"]
"""What is written: a good thing, an answer to each question, a hard thing, a request."""

WEEKLY_PARTS: tuple[WeeklyPart, ...] = get_args(WeeklyPart)
"""In the order in which they are asked and shown: what is good comes first."""

Questions = Annotated[tuple[Identifier, ...], Meta(max_length=3)]


class WeeklyPlan(Moment, frozen=True, kw_only=True, tag="weekly_plan"):
    """The day and hour that the two chose, and which questions; none leaves them to the week.

    It holds from `since`, the end of the week in which it was kept: what somebody may be writing
    right now is not changed under their hands. `day` is 0 for Monday to 6 for Sunday.
    """

    day: Annotated[int, Meta(ge=0, le=6)]
    hour: Annotated[int, Meta(ge=0, le=23)]
    minute: Annotated[int, Meta(ge=0, le=59)] = 0
    time_zone: ZoneName
    questions: Questions = ()
    since: datetime

    def __post_init__(self) -> None:
        """Refuse the same question twice (ValueError)."""
        each_once("questions", self.questions)


class WeeklyDraft(Moment, frozen=True, kw_only=True, tag="weekly_draft"):
    """What one has written for a week, for oneself. What is kept back is said here and only here.

    `about` is the week's id, the same for both; `day` the day it is named after.
    """

    about: UUID
    day: date
    questions: Questions = ()
    kept_back: tuple[WeeklyPart, ...] = ()


class WeeklyShown(Moment, frozen=True, kw_only=True, tag="weekly_shown"):
    """That one is ready, and what the other sees once both are. Until then nobody is shown it.

    What was kept back is not in its words, just as what was left empty: nothing tells them apart.
    """

    about: UUID
    day: date
    questions: Questions = ()

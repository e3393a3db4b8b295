"""If … then I will …: a plan for one moment, and whether the moment came. Never shared."""

from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Moment

Cue = Literal["event", "place", "time"]
"""What the plan waits for: something that happens, a place one is at, or an hour of the day."""


class Plan(Moment, frozen=True, kw_only=True, tag="plan"):
    """One cue and one act of under two minutes, joined by "if … then I will …".

    An implementation intention (Gollwitzer and Sheeran 2006, 94 tests, d = .65; Sheeran 2024, 642
    tests, d between .27 and .66, more for the if-then form and for rehearsal, hence reading it
    back once). Both halves are words: `cue` and `act`.
    """

    cue: Cue


class PlanCameUp(Moment, frozen=True, kw_only=True, tag="plan_came_up"):
    """Whether a plan's moment came. The newest answer is the one that is shown; none is counted."""

    about: UUID
    what: Literal["did", "did_not", "not_yet"]

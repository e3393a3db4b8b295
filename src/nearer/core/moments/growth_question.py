"""A question to one's own check-ins, chosen before its answer is seen."""

from nearer.core.moments.marks import Identifier, Moment


class GrowthQuestion(Moment, frozen=True, kw_only=True, tag="growth_question"):
    """Which two things one asks about. One a month: who looks often finds chance. Never shared."""

    question: Identifier

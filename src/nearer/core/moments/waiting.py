"""One's own limits, and a plan for a wait. Never shared, and no rule for anybody else."""

from datetime import date

from nearer.core.moments.marks import Identifier, Moment


class Waiting(Moment, frozen=True, kw_only=True, tag="waiting"):
    """How often I ask, and until when I wait. The newest one counts; the older ones stay.

    Pressing for more makes withdrawal likelier (demand-withdraw: Schrodt et al. 2014, 74
    studies, r about .36 with poorer outcomes), and waiting without a plan is hard: hence a limit
    and an act of one's own. Words: my limit, what I do meanwhile, what I need, whom I talk to.
    """

    asking: Identifier | None = None
    until: date | None = None

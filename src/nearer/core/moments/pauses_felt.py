"""How the pauses feel, as one of the two answers for themselves. Never shared."""

from typing import Literal

from nearer.core.moments.marks import Moment

PausesAre = Literal["help", "too_long", "left_alone"]
"""They help; they are too long; one is left alone in them.

There is a fourth answer, being afraid of them. As with "not safe" in `reflection.py` no value
stands for it, on purpose: what cannot be written down cannot be found by the one somebody is
afraid of. Whoever is afraid can put the question away, and then their record is the same as that
of somebody who would rather not say.
"""


class PausesFelt(Moment, frozen=True, kw_only=True, tag="pauses_felt"):
    """An answer to the question that each of the two is asked after several missed returns.

    Without `how` nothing was said: it was put away, and is not asked again for a fortnight. Words:
    a note for oneself.
    """

    how: PausesAre | None = None

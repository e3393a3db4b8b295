"""Why somebody went quiet, as they see it themselves. Never shared, never worked out by us."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from nearer.core.moments.marks import Identifier, Moment, each_once

Way = Literal["afraid", "dont_know", "not_now"]
"""Afraid to say it; no word for what is felt; no wish to say it now.

There is a fourth answer, that it isn't safe. No value stands for it, on purpose: what cannot be
written down cannot be found by the one somebody is afraid of.
"""

Fit = Literal["fits", "a_bit", "not"]
"""How a reading fits, in the judgement of the one who tries it on, and of nobody else."""

Picked = Annotated[tuple[Identifier, ...], Meta(max_length=12)]


class Tried(Struct, frozen=True, array_like=True):
    """One reading that was tried on. Written as a pair, since most reflections hold three."""

    reading: Identifier
    fit: Fit


Readings = Annotated[tuple[Tried, ...], Meta(max_length=6)]


class Reflection(Moment, frozen=True, kw_only=True, tag="reflection"):
    """A private look at one's own silence. Naming the way is enough; the rest may be left out.

    `readings` are offered as questions (self-protection, old hurts, not safe enough to be seen:
    the three of Carmon 2024, each mostly correlational), and what is kept is what the person said
    of them: no diagnosis is in it and none follows from it. `hurts` names an old hurt in one word,
    without its story. Words: what the person fears would happen, and a note.
    """

    way: Way
    fears: Picked = ()
    readings: Readings = ()
    hurts: Picked = ()

    def __post_init__(self) -> None:
        """Refuse the same id twice (ValueError)."""
        each_once("fears", self.fears)
        each_once("readings", tuple(tried.reading for tried in self.readings))
        each_once("hurts", self.hurts)

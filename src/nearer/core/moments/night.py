"""Another way to see it, once, as the one who is left guessing went through it. Never shared."""

from typing import Annotated

from msgspec import Meta

from nearer.core.moments.marks import BodyCues, Identifier, Moment, each_once

Picked = Annotated[tuple[Identifier, ...], Meta(max_length=12)]


class Night(Moment, frozen=True, kw_only=True, tag="night"):
    """How it is for me, the story I tell myself, what else it may be. All may be left out.

    Cognitive reappraisal of somebody else's silence, with the three reasons of Carmon (2024) as
    readings that were thought possible, and no more: none is found out, weighted or kept about
    the other. Words: how it is, the story, what is known and what is not, a question to ask.
    """

    feelings: Picked = ()
    body: BodyCues = ()
    stories: Picked = ()
    readings: Picked = ()
    next_minutes: Identifier | None = None

    def __post_init__(self) -> None:
        """Refuse the same id twice (ValueError)."""
        for name in ("feelings", "body", "stories", "readings"):
            each_once(name, getattr(self, name))

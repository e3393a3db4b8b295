"""A reply to a letter, in three parts of which any may be left out."""

from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Feelings, Moment, each_once

Part = Literal["heard", "sense", "matter"]
"""I heard … / it makes sense because … / you matter, no need to answer."""

PARTS: tuple[Part, ...] = ("heard", "sense", "matter")
"""The order in which the parts are read and written."""


class Reply(Moment, frozen=True, kw_only=True, tag="reply"):
    """An answer to the letter `about`. Words: one text for each part that is present.

    The order of the parts (validation, then value; Overall 2013 on softening) is ours. `guess` is
    what the writer of the reply heard the other feel: a guess, which may be wrong.
    """

    about: UUID
    parts: tuple[Part, ...]
    guess: Feelings = ()

    def __post_init__(self) -> None:
        """Refuse an empty reply, and parts or feelings twice or out of order (ValueError)."""
        each_once("guess", self.guess)
        if not self.parts or self.parts != tuple(part for part in PARTS if part in self.parts):
            raise ValueError("parts: at least one, each once, in the order of the reply")

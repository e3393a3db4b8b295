"""That something shown to the other was taken back by the one who wrote it."""

from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Moment

What = Literal[
    "letter",
    "reply",
    "courage",
    "appreciation",
    "asked_back",
    "told_more",
    "cycle_half",
    "cycle_line",
    "agreement",
    "weekly",
]
"""The kind of what was taken back."""

BY_ITSELF: tuple[What, ...] = ("letter", "appreciation")
"""These answer nothing."""


class TakenBack(Moment, frozen=True, kw_only=True, tag="taken_back"):
    """The note that stays when the record itself is gone. Final: that id is spent.

    The note is the same whether or not the other had opened it: a difference would tell. `letter`
    is the letter, or the good news, that it answered, so that "removed" can stand in its place; for
    a part of the cycle or the agreement it is the thread on which all of that hangs.
    """

    about: UUID
    what: What
    letter: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse an answer without what it answered (ValueError)."""
        if self.what not in BY_ITSELF and self.letter is None:
            raise ValueError("letter: an answer that is taken back names what it answered")

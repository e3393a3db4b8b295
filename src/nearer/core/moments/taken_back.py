"""That a letter or a reply was taken back by the one who wrote it."""

from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Moment


class TakenBack(Moment, frozen=True, kw_only=True, tag="taken_back"):
    """The note that stays when the record itself is gone. Final: that id is spent.

    The note is the same whether or not the other had opened it: a difference would tell. `letter`
    is the letter that a reply answered, so that "removed" can stand in its place.
    """

    about: UUID
    what: Literal["letter", "reply"]
    letter: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse a reply without its letter (ValueError)."""
        if self.what == "reply" and self.letter is None:
            raise ValueError("letter: a reply that is taken back names the letter it answered")

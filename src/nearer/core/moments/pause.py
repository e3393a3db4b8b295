"""A time-out with a promised return, and what became of it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Identifier, Moment


class Pause(Moment, frozen=True, kw_only=True, tag="pause"):
    """From now until `until`, in UTC. `line` is the kind line that the other reads.

    `reason` is for oneself: it stands only in the copy in one's own space, never in the couple's.
    """

    until: datetime
    line: Identifier | None = None
    reason: Identifier | None = None


class PauseChange(Moment, frozen=True, kw_only=True, tag="pause_change"):
    """`longer`: the one extension, with the new time. `back`: the promise is kept."""

    about: UUID
    what: Literal["longer", "back"]
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse an extension without a time (ValueError)."""
        if (self.what == "longer") != (self.until is not None):
            raise ValueError("until: there for an extension, and only for one")

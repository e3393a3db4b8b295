"""A letter and its reply as one of the two sees them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Literal, TypeVar
from uuid import UUID

from nearer.core.moments import Entry

E = TypeVar("E", bound=Entry)

LetterState = Literal["waiting", "opened", "answered", "removed"]
"""One's own letter is waiting (for an answer), answered or removed: whether it was opened is not
for its writer to know. The other's letter is waiting (to be opened), opened, answered or removed.
"""

ReplyState = Literal["sent", "waiting", "opened", "removed"]
"""One's own reply is sent or removed. The other's is waiting (to be opened), opened or removed."""


@dataclass(frozen=True, slots=True)
class SeenReply(Generic[E]):
    """A reply as one of the two sees it.

    `at` is when it was written or, once removed, taken back. `reply` and `felt` are the entries
    themselves; a removed reply has neither.
    """

    id: UUID
    mine: bool
    state: ReplyState
    at: datetime
    reply: E | None = None
    felt: E | None = None


@dataclass(frozen=True, slots=True)
class SeenLetter(Generic[E]):
    """A letter as one of the two sees it, with its reply if there is one for them.

    `at` is when it was written or, once removed, taken back. A removed letter has no `letter`.
    """

    id: UUID
    mine: bool
    state: LetterState
    at: datetime
    letter: E | None = None
    reply: SeenReply[E] | None = None

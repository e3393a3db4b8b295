"""A letter, its reply and what came with them, as one of the two sees them."""

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

ShownState = Literal["sent", "waiting", "opened", "removed"]
"""One's own is sent or removed. The other's is waiting (to be opened), opened or removed."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[E]):
    """One thing that somebody has shown the other, as one of the two sees it.

    `at` is when it was written or, once removed, taken back; then there is no entry.
    """

    id: UUID
    mine: bool
    state: ShownState
    at: datetime
    entry: E | None = None


@dataclass(frozen=True, slots=True)
class SeenReply(Generic[E]):
    """A reply as one of the two sees it.

    `at` is when it was written or, once removed, taken back. `reply`, `felt` and `guess` are the
    entries themselves; a removed reply has none of them.

    To the one who wrote the reply `felt` is there once they chose to see it, and `felt_waits` is
    true until then: before it, they may still guess. `guess` is their own. To the other it is
    there only if both have agreed.
    """

    id: UUID
    mine: bool
    state: ShownState
    at: datetime
    reply: E | None = None
    felt: E | None = None
    felt_waits: bool = False
    guess: E | None = None


@dataclass(frozen=True, slots=True)
class SeenLetter(Generic[E]):
    """A letter as one of the two sees it, with its reply if there is one for them.

    `courage` is the word or sign of its reader's that it took courage.

    `at` is when it was written or, once removed, taken back. A removed letter has no `letter`.
    """

    id: UUID
    mine: bool
    state: LetterState
    at: datetime
    letter: E | None = None
    reply: SeenReply[E] | None = None
    courage: Shown[E] | None = None

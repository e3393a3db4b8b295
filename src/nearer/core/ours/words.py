"""The words that are lent for the cycle and the agreement, as the content folder has them."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from nearer.core.feelings import Line


class Move(Struct, frozen=True, kw_only=True):
    """What one does in the cycle. `label` goes on from "I", `shown` from a name."""

    id: str
    label: str
    shown: str


class Start(Struct, frozen=True, kw_only=True):
    """The few feelings that are offered first for one's own half."""

    id: str
    feelings: tuple[str, ...]


class OursWords(Struct, frozen=True, kw_only=True, dict=True):
    """Where to begin, what one does, names for the pattern, and sentences for an agreement."""

    starts: tuple[Start, ...]
    moves: tuple[Move, ...]
    names: tuple[Line, ...]
    sentences: tuple[Line, ...]

    @property
    def near(self) -> tuple[str, ...]:
        """The feelings that are offered first."""
        return self.starts[0].feelings

    @cached_property
    def move(self) -> Mapping[str, Move]:
        """Every move by its id. One that has left the list is not there."""
        return {one.id: one for one in self.moves}

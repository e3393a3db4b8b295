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


class OursWords(Struct, frozen=True, kw_only=True, dict=True):
    """What one does, names for the pattern, and sentences for an agreement."""

    moves: tuple[Move, ...]
    names: tuple[Line, ...]
    sentences: tuple[Line, ...]

    @cached_property
    def move(self) -> Mapping[str, Move]:
        """Every move by its id. One that has left the list is not there."""
        return {one.id: one for one in self.moves}

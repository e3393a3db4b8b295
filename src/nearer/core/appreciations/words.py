"""The words that are lent for saying something good, as the content folder has them."""

from functools import cached_property

from msgspec import Struct

from nearer.core.feelings import Line
from nearer.core.moments import GOODS, Good


class Start(Struct, frozen=True, kw_only=True):
    """A beginning to borrow, for one kind of good thing."""

    id: str
    label: str
    of: Good


class AppreciationWords(Struct, frozen=True, kw_only=True, dict=True):
    """Beginnings, questions to ask back, and words for the courage of a letter."""

    starts: tuple[Start, ...]
    ask_back: tuple[Line, ...]
    courage: tuple[Line, ...]

    @cached_property
    def starts_for(self) -> dict[Good, tuple[Start, ...]]:
        """The beginnings of each kind, in the order in which the kinds are offered."""
        return {good: tuple(one for one in self.starts if one.of == good) for good in GOODS}

"""What a look at the draft of a reply goes by: data, written in `content/`, the same everywhere.

The rules are ours, from what makes it easier or harder to go on showing oneself: responses that
validate and leave the other free (Overall 2013), and, turned round, those that advise, take back,
blame, or make small. No rule knows what is true between two people: each says what *may* sting.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from nearer.core.moments.reply import Part

Reach = Literal["before", "sentence", "draft"]
"""How far an exception goes: what follows it in its sentence, its sentence, or the whole draft."""


class Rule(Struct, frozen=True, kw_only=True):
    """Something that may sting: how it is known, why it may, and a kinder shape.

    `patterns` are written in the language of `pattern.py`. `unless` are patterns, too: where one
    of them fits the same sentence, nothing is said. `heeds` names exceptions that hold for it.
    """

    id: str
    label: str
    why: str
    kinder: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    heeds: tuple[str, ...] = ()


class Excuse(Struct, frozen=True, kw_only=True):
    """What makes a sting no sting: a negation, another's words told again, a question asked."""

    id: str
    reach: Reach
    patterns: tuple[str, ...]


class Works(Struct, frozen=True, kw_only=True):
    """Something that works. With `part`, writing that part at all is enough."""

    id: str
    text: str
    patterns: tuple[str, ...]
    part: Part | None = None


class WordList(Struct, frozen=True, kw_only=True):
    """Words that patterns name together, as `@id`."""

    id: str
    words: tuple[str, ...]


class Spelling(Struct, frozen=True, kw_only=True):
    """A word as some write it, without its apostrophe, and the words it stands for."""

    id: str
    stands_for: str


class Starter(Struct, frozen=True, kw_only=True):
    """The beginning of one part, to borrow and change, and which letters it fits.

    With families, it fits a letter whose feeling is of one of them; with requests, one that asks
    for one of them; with neither, any letter.
    """

    id: str
    part: Part
    label: str
    families: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()


class ReplyRules(Struct, frozen=True, kw_only=True, dict=True):
    """Everything that helps with a reply, in one language, in the order of its files.

    The order counts: of several remarks, those of earlier rules are shown.
    """

    language: str
    rules: tuple[Rule, ...]
    excuses: tuple[Excuse, ...]
    works: tuple[Works, ...]
    lists: tuple[WordList, ...]
    spellings: tuple[Spelling, ...]
    starters: tuple[Starter, ...]

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Every list of words by its id."""
        return {one.id: one.words for one in self.lists}

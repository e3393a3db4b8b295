"""The few words of a listening round, as their language's content folder has them."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct


class Prompt(Struct, frozen=True, kw_only=True):
    """What one screen says to the one whose turn it is, and to the one who waits meanwhile."""

    id: str
    label: str
    text: str = ""
    waiting: str = ""
    meanwhile: str = ""


class ListeningWords(Struct, frozen=True, kw_only=True, dict=True):
    """One prompt for each screen."""

    prompts: tuple[Prompt, ...]

    @cached_property
    def prompt(self) -> Mapping[str, Prompt]:
        """Every prompt by its id."""
        return {prompt.id: prompt for prompt in self.prompts}

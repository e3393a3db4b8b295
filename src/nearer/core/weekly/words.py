"""The questions of a week, as their language's content folder has them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

MOST = 3
"""Questions in a week: a quarter of an hour for two has room for no more."""


class Question(Struct, frozen=True, kw_only=True):
    """Something to wonder about, each alone."""

    id: str
    label: str


class WeeklyWords(Struct, frozen=True, kw_only=True, dict=True):
    """Every question, in the order in which the weeks bring them."""

    questions: tuple[Question, ...]

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Every question by its id."""
        return {one.id: one for one in self.questions}

    def asked(self, chosen: Sequence[str], number: int) -> tuple[str, ...]:
        """The ids of what a week asks: what they chose, or the one that the week brings.

        What has left the content since they chose it is not asked.
        """
        known = tuple(one for one in chosen if one in self.question)
        return known or (self.questions[number % len(self.questions)].id,)

"""Forms filled in again and again: what they ask, and how far a score moves by itself."""

from functools import cached_property
from math import floor, sqrt
from typing import Literal

from msgspec import Struct

Pair = Literal["anxiety", "depression"]
"""The two halves of the PHQ-4, by the names that its source gives them. No screen shows them."""

USUAL = 1.96
"""How many standard errors a change may have and still be this form's usual noise (95 %)."""


class Answers(Struct, frozen=True, kw_only=True):
    """What one chooses from, in the order of the form."""

    id: str
    labels: tuple[str, ...]
    falling: bool = False

    @property
    def most(self) -> int:
        """What the answer that counts most counts."""
        return len(self.labels) - 1

    @property
    def points(self) -> tuple[int, ...]:
        """What each label counts."""
        rising = tuple(range(len(self.labels)))
        return rising[::-1] if self.falling else rising


class Item(Struct, frozen=True, kw_only=True):
    """One question: a text, or two ends to place oneself between."""

    id: str
    answers: Answers
    text: str = ""
    ends: tuple[str, ...] = ()
    before: str = ""
    pair: Pair | None = None


class Measure(Struct, frozen=True, kw_only=True, dict=True):
    """A form, with what its source says of its scores.

    `sd` and `reliability` are those of the source's sample; without both no change is called
    reliable. `cut` ends on .5, so no score is on it. `to_be_confirmed` is what nobody has held
    against the source yet. `version` says which numbers and words these are.
    """

    id: str
    name: str
    version: int
    items: tuple[Item, ...]
    source: str
    weeks: int | None = None
    private: bool = False
    ours: bool = False
    cut: float | None = None
    sd: float | None = None
    reliability: float | None = None
    care_from: int | None = None
    pair_from: int | None = None
    notice: str = ""
    to_be_confirmed: str = ""

    @cached_property
    def most(self) -> int:
        """The highest score there is. The lowest is 0."""
        return sum(item.answers.most for item in self.items)

    @cached_property
    def noise(self) -> float | None:
        """The standard error of a difference of two scores, in points, where it is known."""
        if self.sd is None or self.reliability is None:
            return None
        return standard_error_of_difference(self.sd, self.reliability)

    @property
    def points_needed(self) -> int | None:
        """The smallest change, in points, that is more than this form's usual noise."""
        return None if self.noise is None else floor(USUAL * self.noise) + 1


def standard_error_of_difference(sd: float, reliability: float) -> float:
    """How far two scores of somebody who did not change lie apart (Jacobson & Truax 1991).

    SEM = SD √(1 - r), and of a difference √2 times that. The reliability published for the forms
    here is alpha, not that of a retest, so the real noise may be larger (evidence 5).
    """
    return sd * sqrt(2.0 * (1.0 - reliability))

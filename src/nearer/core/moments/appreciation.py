"""Something good, said: of the other one, or of a day; and what was asked and told about it."""

from typing import Literal, get_args
from uuid import UUID

from nearer.core.moments.marks import Moment

Good = Literal["strength", "imperfection", "good_news"]
"""A strength of the other; something imperfect one has come to love; a good thing that happened."""

GOODS: tuple[Good, ...] = get_args(Good)
"""The order in which they are offered."""


class Appreciation(Moment, frozen=True, kw_only=True, tag="appreciation"):
    """Something good, for oneself, or with `shared` for the other to read.

    Said gratitude helps a little (25 trials, g = .22) and only where it is meant (gratitude
    trials; evidence section 1), so nothing asks for it. Words: the text.
    """

    of: Good
    shared: bool = False


class AskedBack(Moment, frozen=True, kw_only=True, tag="asked_back"):
    """A question about good news, in place of praise. Words: the question.

    How good news is answered tells more of a couple than how bad news is (capitalization: Gable
    et al. 2006, 79 couples), and asking is what active and constructive answers have in common.
    """

    about: UUID


class ToldMore(Moment, frozen=True, kw_only=True, tag="told_more"):
    """A few words to the question about the good news `about`. Words: the text."""

    about: UUID

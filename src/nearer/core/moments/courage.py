"""That it took courage to write a letter: a small word or a sign of it, from the one who read."""

from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Moment

Receive = Literal["word", "sign", "nothing"]
"""How the writer of a letter would like its courage to be met. Not said is none of them."""


class Courage(Moment, frozen=True, kw_only=True, tag="courage"):
    """A word or a sign for the letter `about`, in the form that its writer chose.

    Small and private, since support that shows helps some and weighs on others (visible and
    invisible support: Girme et al. 2018, 322 couples). Words: the word itself; a sign has none.
    """

    about: UUID
    how: Literal["word", "sign"]

"""How a reply felt to the one who had written the letter."""

from typing import Literal
from uuid import UUID

from nearer.core.moments.marks import Moment, ZeroToFour

GuessWas = Literal["right", "nearly", "not"]
"""How near the guess in the reply was: that's it, nearly, no."""


class Felt(Moment, frozen=True, kw_only=True, tag="felt"):
    """Perceived partner responsiveness (Reis), in our own three items, 0 not at all to 4 fully.

    `guess` says how near the other's guess at the feeling came; a guess that misses is no fault.
    Kept in the person's own space. With `shared` a second copy goes to the couple's space.
    """

    about: UUID
    understood: ZeroToFour | None = None
    valued: ZeroToFour | None = None
    cared: ZeroToFour | None = None
    shared: bool = False
    guess: GuessWas | None = None

    def __post_init__(self) -> None:
        """Refuse nothing but empty answers (ValueError): then there is nothing to keep."""
        said = (self.understood, self.valued, self.cared, self.guess)
        if all(answer is None for answer in said):
            raise ValueError("understood, valued, cared, guess: at least one is needed")

"""What the two make together: the cycle, half by half, and an agreement, version by version."""

from datetime import date
from typing import Literal, get_args
from uuid import UUID

from nearer.core.moments.marks import Feelings, Identifier, Moment, each_once

Box = Literal["differences", "sore_spots", "stress", "pattern", "name"]
"""The four boxes of the DEEP analysis in integrative behavioral couple therapy (differences,
emotional sensitivities, external stress, pattern of communication); and a name for the pattern."""

BOXES: tuple[Box, ...] = get_args(Box)[:4]
"""The four, in their order. The name stands in the picture."""


HALF_WORDS = ("own_word", "own_move", "see", "then")
"""The words of a half: for the feeling, for what I do, for what shows, for what follows."""


class CycleHalf(Moment, frozen=True, kw_only=True, tag="cycle_half"):
    """One's own half of the cycle, for oneself. The newest one counts.

    When I feel ..., I ...; you may then see ...; and then you .... The demand-withdraw cycle
    (Schrodt et al. 2014, 74 studies) told from the inside, so that no line says what the other
    is. Words: an own word for the feeling, an own word for what I do, what shows, what follows.
    """

    feelings: Feelings = ()
    own_word: bool = False
    move: Identifier | None = None
    own_move: bool = False

    def __post_init__(self) -> None:
        """Refuse the same feeling twice (ValueError)."""
        each_once("feelings", self.feelings)

    def as_shown(self) -> "CycleShown":
        """The half exactly as the other will have it."""
        return CycleShown(
            feelings=self.feelings,
            own_word=self.own_word,
            move=self.move,
            own_move=self.own_move,
        )


class CycleShown(Moment, frozen=True, kw_only=True, tag="cycle_shown"):
    """A half as it was shown to the other: a copy. Words: as those of `CycleHalf`."""

    feelings: Feelings = ()
    own_word: bool = False
    move: Identifier | None = None
    own_move: bool = False

    def __post_init__(self) -> None:
        """Refuse the same feeling twice (ValueError)."""
        each_once("feelings", self.feelings)


class CycleLine(Moment, frozen=True, kw_only=True, tag="cycle_line"):
    """A line of one of the two in a box beside the picture, or a name for the pattern.

    Naming the pattern as "it" is what IBCT calls unified detachment. Words: the line.
    """

    box: Box


class Agreement(Moment, frozen=True, kw_only=True, tag="agreement"):
    """One version of what the two agree on, proposed by one. Nothing in it binds.

    `again`: the day on which they look at it anew. Words: the text. It never changes: a change is
    the next version.
    """

    again: date | None = None


class AgreementSigned(Moment, frozen=True, kw_only=True, tag="agreement_signed"):
    """That one has signed the version `about`; `withdrawn` after both had. One for each person."""

    about: UUID
    withdrawn: bool = False


class AgreementLooked(Moment, frozen=True, kw_only=True, tag="agreement_looked"):
    """A note to oneself that the day for looking at the version `about` again was brought up."""

    about: UUID

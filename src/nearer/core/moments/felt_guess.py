"""What the one who answered guesses of how the answer felt."""

from uuid import UUID

from nearer.core.moments.marks import Moment, ZeroToFour


class FeltGuess(Moment, frozen=True, kw_only=True, tag="felt_guess"):
    """A guess at the ratings of `Felt`, made before they are seen, about the same reply.

    Kept in the guesser's own space. With `shared` a second copy goes to the couple's space, and
    is shown there only beside a `Felt` that is shared as well.
    """

    about: UUID
    understood: ZeroToFour | None = None
    valued: ZeroToFour | None = None
    cared: ZeroToFour | None = None
    shared: bool = False

    def __post_init__(self) -> None:
        """Refuse nothing but an empty guess (ValueError)."""
        if self.understood is None and self.valued is None and self.cared is None:
            raise ValueError("understood, valued, cared: at least one is needed")

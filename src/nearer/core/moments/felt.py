"""How a reply felt to the one who had written the letter."""

from uuid import UUID

from nearer.core.moments.marks import Moment, ZeroToFour


class Felt(Moment, frozen=True, kw_only=True, tag="felt"):
    """Perceived partner responsiveness (Reis), in our own three items, 0 not at all to 4 fully.

    Kept in the person's own space. With `shared` a second copy goes to the couple's space.
    """

    about: UUID
    understood: ZeroToFour | None = None
    valued: ZeroToFour | None = None
    cared: ZeroToFour | None = None
    shared: bool = False

    def __post_init__(self) -> None:
        """Refuse three empty answers (ValueError): then there is nothing to keep."""
        if self.understood is None and self.valued is None and self.cared is None:
            raise ValueError("understood, valued, cared: at least one is needed")

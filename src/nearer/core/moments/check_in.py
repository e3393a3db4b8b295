"""A check-in: what somebody notices in themselves. Never shared."""

from typing import Literal

from nearer.core.feelings.cues import Control, Direction
from nearer.core.moments.marks import (
    BodyCues,
    Feelings,
    Identifier,
    Moment,
    OneToTen,
    Side,
    ZeroToTen,
    each_once,
)

Certainty = Literal["named", "mixed", "not_sure"]
"""`named`: this is it. `mixed`: several at once. `not_sure`: not yet, and that is an answer."""


class CheckIn(Moment, frozen=True, kw_only=True, tag="check_in"):
    """Body first, then energy and pleasantness, then words if there are any.

    Everything may be left out. `not_sure` may still carry feelings: they are the ones that it
    could be. Words: what set it off, what one fears, a note, and one's own word for the feeling.
    """

    body: BodyCues = ()
    energy: ZeroToTen | None = None  # 0 none at all, 10 as much as can be
    pleasantness: ZeroToTen | None = None  # 0 as unpleasant as can be, 5 neither, 10 pleasant
    in_control: Control | None = None
    toward_away: Direction | None = None
    feelings: Feelings = ()
    certainty: Certainty = "not_sure"
    own_word: bool = False  # there is one; the word itself is in the words box
    strength: OneToTen | None = None
    trigger: Identifier | None = None
    urge: Identifier | None = None
    side: Side | None = None

    def __post_init__(self) -> None:
        """Refuse the same id twice, and "named" without a name (ValueError)."""
        each_once("body", self.body)
        each_once("feelings", self.feelings)
        if self.certainty == "named" and not (self.feelings or self.own_word):
            raise ValueError("certainty: named, but without a feeling or an own word")

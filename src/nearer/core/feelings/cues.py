"""What a person can say about a feeling before there is a word for it."""

from dataclasses import dataclass
from typing import Literal

Control = Literal["yes", "no"]
"""Whether this feels in one's control. Separates anger from fear and shame (Fontaine 2007)."""

Direction = Literal["toward", "away"]
"""Whether one wants to move toward the other person or away."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Any part may be missing: an empty `Cues()` is where everyone starts.

    `body` are ids of body cues in any order; `family` is one picked freely and outweighs the rest.
    """

    body: tuple[str, ...] = ()
    energy: int | None = None  # 0 to 10
    pleasantness: int | None = None  # 0 as unpleasant as can be, 5 neither, 10 pleasant
    in_control: Control | None = None
    toward_away: Direction | None = None
    family: str | None = None

"""What a person can say about a feeling before there is a word for it."""

from typing import Literal

Control = Literal["yes", "no"]
"""Whether this feels in one's control. Separates anger from fear and shame (Fontaine 2007)."""

Direction = Literal["toward", "away"]
"""Whether one wants to move toward the other person or away."""

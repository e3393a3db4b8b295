"""Student's t, for whole degrees of freedom, and mixtures of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, cos, pi, sin, sqrt

HALVINGS = 30
"""Each halves the error of a quantile: after so many there is a billionth of it left."""

FAR = 13.0
"""No 2.5 % quantile of any t lies further out than this (that of one degree is 12.71)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a mixture: how much of it, where its middle is, and its scale."""

    weight: float
    middle: float
    scale: float


def below(t: float, degrees: int) -> float:
    """How much of Student's t with so many degrees of freedom (1 and up) lies below t.

    The finite series of Abramowitz & Stegun 26.7.3 and 26.7.4, exact for whole degrees.
    """
    angle = atan(t / sqrt(degrees))
    square = cos(angle) ** 2
    odd = degrees % 2
    term = total = 1.0
    for k in range(2 + odd, degrees - 1, 2):
        term *= square * (k - 1) / k
        total += term
    if not odd:
        return 0.5 + 0.5 * sin(angle) * total
    rest = sin(angle) * cos(angle) * total if degrees > 1 else 0.0
    return 0.5 + (angle + rest) / pi


def quantile(share: float, degrees: int, parts: Sequence[Part]) -> float:
    """Where a mixture of t's has this share below it, 0.025 to 0.975, found by halving."""
    low = min(part.middle - FAR * part.scale for part in parts)
    high = max(part.middle + FAR * part.scale for part in parts)
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if _mixed(middle, degrees, parts) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def _mixed(x: float, degrees: int, parts: Sequence[Part]) -> float:
    return sum(part.weight * below((x - part.middle) / part.scale, degrees) for part in parts)

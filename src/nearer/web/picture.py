"""Where each dot stands in a picture: days from left to right, and nothing between the dots."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, EDGE = 560, 200, 12


@dataclass(frozen=True, slots=True)
class Spot:
    """One dot, in the picture's own units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Dots, and rings where there are two kinds. A gap is a gap."""

    spots: tuple[Spot, ...]
    rings: tuple[Spot, ...] = ()
    width: int = WIDTH
    height: int = HEIGHT
    middle: float = HEIGHT / 2


def placed(dots: Iterable[tuple[date, float]], since: date, until: date) -> tuple[Spot, ...]:
    """Dots by their day and how far down they are, from 0 to 1."""
    span = max((until - since).days, 1)
    inner, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    return tuple(
        Spot(round(EDGE + inner * (day - since).days / span, 1), round(EDGE + high * share, 1))
        for day, share in dots
    )

"""Where each check-in stands in the picture: days from left to right, pleasant above."""

from dataclasses import dataclass

from nearer.core.insight.patterns import Patterns

WIDTH, HEIGHT, EDGE = 560, 200, 12


@dataclass(frozen=True, slots=True)
class Spot:
    """One dot, in the picture's own units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Dots and nothing between them: a gap is a gap."""

    width: int
    height: int
    middle: float
    spots: tuple[Spot, ...]


def picture(seen: Patterns) -> Picture:
    """The dots of the timeline, placed."""
    span = max((seen.until - seen.since).days, 1)
    inner, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    spots = tuple(
        Spot(
            round(EDGE + inner * (dot.day - seen.since).days / span, 1),
            round(EDGE + high * (10 - dot.pleasantness) / 10, 1),
        )
        for dot in seen.dots
    )
    return Picture(WIDTH, HEIGHT, HEIGHT / 2, spots)

"""Where each dot stands in the pictures: days from left to right, and nothing between the dots."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nearer.core.insight.patterns import Patterns
from nearer.core.insight.pausing import Pausing

WIDTH, HEIGHT, EDGE = 560, 200, 12
DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class Spot:
    """One dot, in the picture's own units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Dots, and rings where there are two kinds. A gap is a gap."""

    width: int
    height: int
    middle: float
    spots: tuple[Spot, ...]
    rings: tuple[Spot, ...] = ()


def pleasant_days(seen: Patterns) -> Picture:
    """Each check-in that said how pleasant it was: pleasant above, hard below."""
    dots = [(dot.day, (10 - dot.pleasantness) / 10) for dot in seen.dots]
    return Picture(WIDTH, HEIGHT, HEIGHT / 2, _placed(dots, seen.since, seen.until))


def quiet_hours(seen: Pausing, since: date, until: date) -> Picture:
    """Each pause a dot and each sign a ring, by the time of day: midnight above, noon midway."""
    placed = [(one, (one.at.hour * 60 + one.at.minute) / DAY) for one in seen.each]
    pauses = [(one.day, share) for one, share in placed if one.minutes is not None]
    signs = [(one.day, share) for one, share in placed if one.minutes is None]
    spots, rings = (_placed(dots, since, until) for dots in (pauses, signs))
    return Picture(WIDTH, HEIGHT, HEIGHT / 2, spots, rings)


def _placed(dots: Iterable[tuple[date, float]], since: date, until: date) -> tuple[Spot, ...]:
    """Dots by their day and how far down they are, from 0 to 1."""
    span = max((until - since).days, 1)
    inner, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    return tuple(
        Spot(round(EDGE + inner * (day - since).days / span, 1), round(EDGE + high * share, 1))
        for day, share in dots
    )

"""One's own view, over twelve weeks: from one's own space, for oneself alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from nearer.core.growth.follow import Follow, follow
from nearer.core.growth.ours import SCALE
from nearer.core.growth.span import Span
from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.guess_gap import GuessGap, guess_gap
from nearer.core.letters.gap import ITEMS
from nearer.core.moments import CheckIn, Entry, Felt, StepOutcome
from nearer.core.steps.tally import Tally
from nearer.core.steps.walk import what_came

OF_CHECK_INS = ("pleasantness", "energy")
TO_TEN = (0.0, 10.0)


@dataclass(frozen=True, slots=True)
class Mine:
    """What there is to see. `steps` are those that were told of, however they went."""

    span: Span
    steps: int
    tally: Tally | None
    check_ins: Follow | CannotTell
    felt: Follow | CannotTell
    gap: GuessGap | CannotTell


def mine(
    entries: Iterable[Entry],
    *,
    span: Span,
    zone: tzinfo,
    guesses: Sequence[tuple[int, int]] = (),
) -> Mine:
    """One's own picture, from entries of one's own space.

    `guesses`: each guess of one's own with what was felt, oldest first, of which both are shared.
    """
    kept = [e for e in entries if span.begins(zone) <= e.at < span.ends(zone)]
    came = [e for e in kept if isinstance(e.moment, StepOutcome)]
    looks = [e for e in kept if isinstance(e.moment, CheckIn)]
    ratings = [e for e in kept if isinstance(e.moment, Felt)]
    return Mine(
        span=span,
        steps=len(came),
        tally=what_came(came),
        check_ins=_follow(looks, OF_CHECK_INS, span, zone, TO_TEN),
        felt=_follow(ratings, ITEMS, span, zone, SCALE),
        gap=guess_gap(guesses),
    )


def _follow(
    kept: Iterable[Entry],
    names: Sequence[str],
    span: Span,
    zone: tzinfo,
    scale: tuple[float, float],
) -> Follow | CannotTell:
    marks = [
        (e.at.astimezone(zone).date(), {name: getattr(e.moment, name) for name in names})
        for e in kept
    ]
    return follow(marks, names, until=span.until, scale=scale)

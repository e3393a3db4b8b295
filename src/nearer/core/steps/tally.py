"""How often what was feared came, beside how likely it seemed: the evidence of one's own steps."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

from nearer.core.insight.jeffreys import jeffreys
from nearer.core.steps.outcome import Feared

ENOUGH = 5
"""So many steps that one could tell of before anything is said: with none of five the interval
still reaches from 0 to 38 %, and with fewer it says nothing that helps."""

Percent = Annotated[int, Meta(ge=0, le=100)]


class Tally(Struct, frozen=True, kw_only=True):
    """What was feared came in `came` of `steps`, `partly` of these in part.

    `low` and `high` are the ends of its 95 % interval, shares between 0 and 1. `expected` is the
    mean of what one thought beforehand, a share too. They stand side by side; there is no test.
    """

    came: int
    partly: int
    steps: int
    low: float
    high: float
    expected: float


def tally(expectations: Iterable[Percent], outcomes: Iterable[Feared]) -> Tally | None:
    """The tally of steps, from how likely (0-100) the fear seemed before and what came of it.

    Both have one for each step, in the same order; else it raises ValueError. What came in part
    counts as having come: a tally must not make things look safer than they were. Steps of which
    one cannot tell are left out, on both sides. None as long as there are fewer than ENOUGH.
    """
    told = [
        (expected, came)
        for expected, came in zip(expectations, outcomes, strict=True)
        if came != "cannot_tell"
    ]
    steps = len(told)
    if steps < ENOUGH:
        return None
    partly = sum(came == "partly" for _, came in told)
    came = partly + sum(came == "happened" for _, came in told)
    low, high = jeffreys(came, steps)
    expected = sum(expected for expected, _ in told) / (100 * steps)
    return Tally(came=came, partly=partly, steps=steps, low=low, high=high, expected=expected)

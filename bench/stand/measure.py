"""Ratios that a busy machine can be trusted with.

What is measured and what it is measured against take turns, one call each, so that whatever else
the machine does meets both alike. Each round gives the ratio of its two medians; the figure is the
median of the rounds, and the quartiles beside it say how much to believe it.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 15
EACH = 20


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long as the reference. Times are in milliseconds, for orientation only."""

    middle: float
    low: float
    high: float
    measured_ms: float
    reference_ms: float

    def __str__(self) -> str:
        return (
            f"{self.middle:5.2f}x  ({self.low:.2f} to {self.high:.2f};"
            f" {self.measured_ms:.2f} ms to {self.reference_ms:.2f} ms)"
        )


def ratio(
    measured: Callable[[], object],
    reference: Callable[[], object],
) -> Ratio:
    """Compare two calls, `EACH` times a round, after a round that only warms both up."""
    found, ours, theirs = [], [], []
    for at in range(ROUNDS + 1):
        pairs = [(_seconds(measured), _seconds(reference)) for _ in range(EACH)]
        one, other = (statistics.median(times) for times in zip(*pairs, strict=True))
        if at:
            found.append(one / other)
            ours.append(one)
            theirs.append(other)
    low, middle, high = statistics.quantiles(found, n=4)
    in_ms = [statistics.median(times) * 1000 for times in (ours, theirs)]
    return Ratio(middle, low, high, *in_ms)


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def say(what: str, found: Ratio, target: float | None = None) -> None:
    """Print one figure, with its target if it has one."""
    verdict = ""
    if target is not None:
        verdict = f"target {target:g}x: {'met' if found.middle <= target else 'MISSED'}"
    print(f"  {what:<56}{found}  {verdict}")

"""`nearer simulate intervals`: how often an interval that says 95 % has the truth in it.

Made-up days: a first-order autoregression (normal, SD 1, mean 0) of which each day is missing by
chance. Two things that went together have innovations that correlate, by `truth`. Each case is run
many times; beside what Nearer uses stands the plain formula of evidence 6.3.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import asin, pi, sqrt
from random import Random
from statistics import correlation, fmean, median, stdev

import click

from nearer.core.insight.association import USUAL, carried, fisher, ranked, worth
from nearer.core.insight.cannot_tell import Interval
from nearer.core.insight.carry_over import Points, difference_of, mean_of

LENGTHS = (14, 30, 60)
CARRIES = (0.0, 0.3, 0.6)
TOGETHER = (0.0, 0.3, 0.5)
MISSING = 0.21
FEWEST = 4
"""With fewer days left than this a run is made again: nothing is worked out from them."""

RANGE = (0.93, 0.97)
"""Where the share of intervals that hold has to lie."""

GUESSES = 10
WINDOW = 28

Held = tuple[Interval, float]
"""An interval, and what has to be in it."""

Found = tuple[Held, Held | None]
"""What is used, and the formula of evidence 6.3 where it is another."""


@dataclass(frozen=True, slots=True)
class Row:
    """One case: which share of its intervals held, and half of their usual width."""

    what: str
    days: int
    carries: float
    truth: float
    holds: float
    half: float
    formula_holds: float | None
    formula_half: float | None


@click.command("intervals")
@click.option("--runs", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--seed", default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def intervals_command(runs: int, seed: int, *, as_json: bool) -> None:
    """Count how often intervals hold, of levels, changes, guesses and associations."""
    rows = list(all_rows(runs, seed))
    if as_json:
        click.echo(json.dumps({"runs": runs, "seed": seed, "rows": [asdict(row) for row in rows]}))
        return
    head = ("", "days", "carries", "truth", "holds", "half", "6.3 holds", "6.3 half")
    click.echo("".join(f"{name:>11}" for name in head))
    for row in rows:
        click.echo("".join(f"{_shown(cell):>11}" for cell in asdict(row).values()))
    outside = sum(not RANGE[0] <= row.holds <= RANGE[1] for row in rows)
    click.echo(f"{outside} of {len(rows)} outside {RANGE[0]} to {RANGE[1]}, {runs} runs each")


def _shown(cell: str | float | None) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def all_rows(runs: int, seed: int) -> Iterator[Row]:
    """Every case, one after the other, each from a seed of its own."""
    for days in LENGTHS:
        for carries in CARRIES:
            chance = Random(f"{seed} level {days} {carries}")  # noqa: S311 - no secret
            yield row("level", days, carries, 0.0, [_level(chance, days, carries)] * runs)
    for what, days, case in (("change", 2 * WINDOW, _change), ("guesses", GUESSES, _guesses)):
        for carries in CARRIES:
            chance = Random(f"{seed} {what} {carries}")  # noqa: S311 - the same
            yield row(what, days, carries, 0.0, [case(chance, carries)] * runs)
    for days in LENGTHS:
        for carries in CARRIES:
            for r in TOGETHER:
                chance = Random(f"{seed} together {days} {carries} {r}")  # noqa: S311 - the same
                once = _together(chance, days, carries, r)
                yield row("together", days, carries, r, [once] * runs)


def row(
    what: str, days: int, carries: float, truth: float, runs: Sequence[Callable[[], Found]]
) -> Row:
    """Run a case so many times and count."""
    found = [once() for once in runs]
    plain = [formula for _, formula in found if formula is not None]
    return Row(
        what=what,
        days=days,
        carries=carries,
        truth=truth,
        holds=fmean(used.has(true) for (used, true), _ in found),
        half=median((used.high - used.low) / 2.0 for (used, _), _ in found),
        formula_holds=fmean(one.has(true) for one, true in plain) if plain else None,
        formula_half=median((one.high - one.low) / 2.0 for one, _ in plain) if plain else None,
    )


def series(noise: Sequence[float], carries: float) -> list[float]:
    """Days that carry over, from noise of variance 1."""
    values = [noise[0]]
    for each in noise[1:]:
        values.append(carries * values[-1] + sqrt(1.0 - carries * carries) * each)
    return values


def _noise(chance: Random, days: int) -> list[float]:
    return [chance.gauss(0.0, 1.0) for _ in range(days)]


def _there(chance: Random, days: int) -> list[int]:
    """The days that are not missing."""
    while True:
        there = [day for day in range(days) if chance.random() >= MISSING]
        if len(there) >= FEWEST:
            return there


def plain_formula(points: Points) -> Interval:
    """The interval of evidence 6.3: 1.96 SD / √n', n' = n (1 - phi) / (1 + phi), phi estimated."""
    values, phi = [value for _, value in points], carried(points)
    half = USUAL * stdev(values) / sqrt(len(values) * (1.0 - phi) / (1.0 + phi))
    return Interval(fmean(values) - half, fmean(values) + half)


def _sure(interval: Interval | None) -> Interval:
    assert interval is not None, "made-up days vary"  # noqa: S101 - for the reader and the types
    return interval


def _level(chance: Random, days: int, carries: float) -> Callable[[], Found]:
    def once() -> Found:
        values = series(_noise(chance, days), carries)
        points = [(day, values[day]) for day in _there(chance, days)]
        return (_sure(mean_of(points)), 0.0), (plain_formula(points), 0.0)

    return once


def _change(chance: Random, carries: float) -> Callable[[], Found]:
    def once() -> Found:
        values = series(_noise(chance, 2 * WINDOW), carries)
        points = [(day, values[day]) for day in _there(chance, 2 * WINDOW)]
        before = [point for point in points if point[0] < WINDOW]
        after = [point for point in points if point[0] >= WINDOW]
        return (_sure(difference_of(before, after)), 0.0), None

    return once


def _guesses(chance: Random, carries: float) -> Callable[[], Found]:
    def once() -> Found:
        points = list(enumerate(series(_noise(chance, GUESSES), carries)))
        return (_sure(mean_of(points)), 0.0), (plain_formula(points), 0.0)

    return once


def _fisher(one: Points, other: Points, *, ranks: bool = False) -> Interval:
    found = correlation([value for _, value in one], [value for _, value in other])
    both, count = carried(one) * carried(other), len(one)
    plain = count * (1.0 - both) / (1.0 + both)
    days = worth([day for day, _ in one], both) if ranks else plain
    return fisher(found, max(days, FEWEST), ranks=ranks)


def _together(chance: Random, days: int, carries: float, r: float) -> Callable[[], Found]:
    def once() -> Found:
        one, own = _noise(chance, days), _noise(chance, days)
        other = [r * a + sqrt(1.0 - r * r) * b for a, b in zip(one, own, strict=True)]
        first, second = series(one, carries), series(other, carries)
        there = _there(chance, days)
        x, y = [(day, first[day]) for day in there], [(day, second[day]) for day in there]
        of_ranks = 6.0 / pi * asin(r / 2.0)  # Pearson's own result for normal values, 1907
        return (_fisher(ranked(x), ranked(y), ranks=True), of_ranks), (_fisher(x, y), r)

    return once

"""`nearer simulate`: how Nearer's judgement does, with people who are not real."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import click

from nearer.cli.choosers import CHOOSERS, Chooser, Rules, expected
from nearer.cli.intervals import intervals_command
from nearer.cli.simulated import WORLDS, Person, World
from nearer.content import steps as steps_of
from nearer.core.steps import Outcome, Size, Step, height
from nearer.core.steps.choose import COST

BINS = 10
TARGETS = {"regret_to_fixed_ladder": 0.35, "two_rough_in_a_row": 0.03, "calibration_error": 0.05}


@dataclass(frozen=True, slots=True)
class Week:
    """One offer, and whether it went well, or None if it was skipped.

    `regret`: what the oracle would have offered this person this week, after the same past, is
    worth in expectation, less what this offer is. A rule that is broken can make it negative.
    """

    rung: float
    regret: float
    well: bool | None
    claimed: float | None


Life = Sequence[Week]


@click.group("simulate")
def command() -> None:
    """Try Nearer's judgement on simulated people."""


command.add_command(intervals_command)


@command.command("steps")
@click.option("--people", default=2000, show_default=True, type=click.IntRange(1))
@click.option("--weeks", default=12, show_default=True, type=click.IntRange(1))
@click.option("--seed", default=1, show_default=True)
@click.option("--world", type=click.Choice(list(WORLDS)), help="One world only.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def steps_command(people: int, weeks: int, seed: int, world: str | None, *, as_json: bool) -> None:
    """Compare ways of choosing small steps, in a world as assumed and in three others."""
    names = [world] if world else list(WORLDS)
    found = {name: compare(WORLDS[name], people, weeks, seed) for name in names}
    if as_json:
        click.echo(json.dumps({"people": people, "weeks": weeks, "seed": seed, "worlds": found}))
        return
    for name, figures in found.items():
        click.echo("\n".join(_lines(name, figures)))


Figures = dict[str, dict[str, float | None]]


def compare(world: World, people: int, weeks: int, seed: int) -> Figures:
    """The figures of each way of choosing, for the same people with the same fate."""
    steps = steps_of()
    found = {}
    for name in CHOOSERS:
        found[name] = _figures(
            [live(name, world, steps, weeks, f"{seed} {n}") for n in range(people)]
        )
    ladders = found["fixed_ladder"]["regret"]
    for figures in found.values():
        regret = figures["regret"]
        figures["regret_to_fixed_ladder"] = regret / ladders if regret and ladders else None
    return found


def live(name: str, world: World, steps: tuple[Step, ...], weeks: int, seed: str) -> Life:
    """Some weeks of one person under one way of choosing."""
    person, rules = Person(world, seed), Rules()
    chooser: Chooser = CHOOSERS[name](steps, Random(f"{seed} {name}"))  # noqa: S311 - as there
    life = []
    for _ in range(weeks):
        person.week()
        step, size, claimed = chooser.offer(person)
        rung = height(step.difficulty, size)
        regret = rules.best(person)[0] - expected(person.chance(step.topic, rung), rung)
        skips = person.skips(step.topic, rung)
        well = None if skips else person.takes(step.topic, rung)
        life.append(Week(rung, regret, well, claimed))
        for each in (chooser, rules):
            each.learn(_outcome(step, size, well=well))
    return life


def _outcome(step: Step, size: Size, *, well: bool | None) -> Outcome:
    return Outcome(
        step=step.id,
        topic=step.topic,
        form=step.form,
        difficulty=step.difficulty,
        size=size,
        went=None if well is None else "well" if well else "rough",
    )


def _figures(lives: Sequence[Life]) -> dict[str, float | None]:
    done = [[one for one in life if one.well is not None] for life in lives]
    taken = [one for life in done for one in life]
    pairs = [two for life in done for two in pairwise(life)]
    both = sum(not first.well and not second.well for first, second in pairs)
    value = sum(one.rung if one.well else -COST for one in taken)
    return {
        "taken": len(taken) / len(lives),
        "went_well": _share(sum(bool(one.well) for one in taken), len(taken)),
        "two_rough_in_a_row": _share(both, len(pairs)),
        "growth": _growth(done),
        "value": value / len(lives),
        "regret": sum(one.regret for life in lives for one in life) / len(lives),
        "calibration_error": calibration_error(taken),
    }


def _growth(lives: Sequence[Life]) -> float | None:
    """By how many rungs the last step that went well stands above the first, in the mean."""
    rises = []
    for life in lives:
        well = [one.rung for one in life if one.well]
        if len(well) > 1:
            rises.append(well[-1] - well[0])
    return sum(rises) / len(rises) if rises else None


def calibration_error(taken: Sequence[Week]) -> float | None:
    """How far what was claimed is from what came (expected calibration error, Naeini et al. 2015).

    Over ten bins of equal width: the distance between the mean claim and the share that went
    well, weighted by how many claims are in a bin. None if nothing was claimed.
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one in taken:
        if one.claimed is not None:
            place = min(int(one.claimed * BINS), BINS - 1)
            bins.setdefault(place, []).append((one.claimed, bool(one.well)))
    claims = sum(map(len, bins.values()))
    if not claims:
        return None
    away = (
        abs(sum(claimed for claimed, _ in inside) - sum(well for _, well in inside))
        for inside in bins.values()
    )
    return sum(away) / claims


def _share(some: float, of: float) -> float | None:
    return some / of if of else None


COLUMNS = {
    "went_well": "well",
    "two_rough_in_a_row": "two rough",
    "growth": "growth",
    "value": "value",
    "regret_to_fixed_ladder": "regret",
    "calibration_error": "calibration",
}


def _lines(name: str, figures: Figures) -> Iterator[str]:
    """A table for reading. Regret is given as a share of the fixed ladder's."""
    yield f"{name}: {WORLDS[name].means}"
    yield "  " + "".join(f"{head:>13}" for head in ("", *COLUMNS.values()))
    for chooser, row in figures.items():
        cells = (row[column] for column in COLUMNS)
        shown = ("" if cell is None else f"{cell:.3f}" for cell in cells)
        yield f"  {chooser:>13}" + "".join(f"{cell:>13}" for cell in shown)
    missed = [
        f"{COLUMNS[column]} {value:.3f} > {most}"
        for column, most in TARGETS.items()
        if (value := figures["engine"][column]) is not None and value > most
    ]
    yield f"  targets: {'missed: ' + ', '.join(missed) if missed else 'met'}\n"

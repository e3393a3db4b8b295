"""Simulated people, few of them and with wide margins: the full figures are in the decision."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from nearer.cli import main
from nearer.cli.choosers import CHOOSERS, TURNS, expected
from nearer.cli.simulate import Week, calibration_error, live
from nearer.cli.simulated import WORLDS, Person
from nearer.content import steps
from nearer.core.steps import TOPICS

FEW = ["simulate", "steps", "--people", "60", "--seed", "3"]


@pytest.fixture(scope="module")
def worlds() -> Any:
    ended = CliRunner().invoke(main, [*FEW, "--json"])
    assert ended.exit_code == 0, ended.output
    return json.loads(ended.output)["worlds"]


@pytest.mark.parametrize("world", WORLDS)
def test_it_serves_people_better_than_any_ladder_in_every_world(worlds: Any, world: str) -> None:
    figures = worlds[world]
    engine, oracle = figures["engine"], figures["oracle"]
    for other in ("fixed_ladder", "staircase", "random"):
        assert engine["went_well"] > figures[other]["went_well"]
        assert engine["value"] > figures[other]["value"]
        assert engine["regret"] < figures[other]["regret"]
    assert engine["regret_to_fixed_ladder"] < 0.55
    assert engine["two_rough_in_a_row"] < 0.04
    assert engine["calibration_error"] < 0.1
    assert engine["growth"] > 0.5
    assert oracle["regret"] == 0
    assert oracle["value"] > engine["value"]


def test_it_repeats_itself_given_the_same_seed_and_not_given_another() -> None:
    few = ["simulate", "steps", "--people", "5", "--world", "noisy", "--json"]
    once, again, other = (
        CliRunner().invoke(main, [*few, "--seed", seed]).output for seed in ("1", "1", "2")
    )
    assert once == again != other
    assert list(json.loads(once)["worlds"]) == ["noisy"]


def test_it_says_in_a_table_what_was_met_and_what_was_missed() -> None:
    ended = CliRunner().invoke(main, ["simulate", "steps", "--people", "2", "--weeks", "1"])
    assert ended.exit_code == 0, ended.output
    for world in WORLDS.values():
        assert world.means in ended.output
    assert ended.output.count("targets:") == len(WORLDS)


def test_it_gives_everyone_the_same_fate_under_every_way_of_choosing() -> None:
    ada, ben = (Person(WORLDS["jumpy"], "1 7") for _ in range(2))
    for _ in range(3):
        ada.week()
        ben.week()
        assert (ada.bad, ada.draws) == (ben.bad, ben.draws)
        ada.takes("fears", 1)  # Ada takes a step and Ben does not


def test_it_lets_people_grow_by_good_steps_and_shrink_by_rough_ones() -> None:
    ben = Person(WORLDS["as_assumed"], "1 1")
    ben.draws = (0.5, 0.0)  # whatever he tries goes well
    before = list(ben.openness)
    assert ben.takes("goals", 5)
    lifts = [new - old for new, old in zip(ben.openness, before, strict=True)]
    assert 0 < min(lifts) < max(lifts) == lifts[TOPICS.index("goals")]
    ben.draws = (0.5, 1.0)  # and now nothing does
    before = list(ben.openness)
    assert not ben.takes("goals", 5)
    assert all(new < old for new, old in zip(ben.openness, before, strict=True))


def test_it_lets_nobody_look_but_the_oracle() -> None:
    week = WORLDS["noisy"]
    for name in CHOOSERS:
        claims = [one.claimed for one in live(name, week, steps(), 6, "3 1")]
        assert all((claimed is not None) is (name == "engine") for claimed in claims)


def test_it_binds_the_oracle_by_the_rules_that_bind_everyone() -> None:
    life = live("oracle", WORLDS["as_assumed"], steps(), 30, "3 2")
    best = 1.0
    for one in life:
        assert one.rung <= best + 1
        if one.well:
            best = max(best, one.rung)
    assert all(one.regret == 0 for one in life)
    assert len(TOPICS) > TURNS


def test_it_weighs_what_a_step_brings_against_what_a_rough_one_costs() -> None:
    assert expected(1.0, 3) == 3
    assert expected(0.0, 3) == -5
    assert expected(0.5, 5) == 0


def test_it_measures_how_far_claims_are_from_what_came() -> None:
    well, rough = Week(2, 0, well=True, claimed=0.85), Week(2, 0, well=False, claimed=0.85)
    assert calibration_error([well] * 17 + [rough] * 3) == pytest.approx(0)
    assert calibration_error([well] * 10 + [rough] * 10) == pytest.approx(0.35)
    assert calibration_error([Week(2, 0, well=True, claimed=1.0)]) == 0
    assert calibration_error([]) is None

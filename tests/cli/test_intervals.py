"""Made-up days, few runs and wide margins: the full figures are in the decision."""

import json
from statistics import fmean
from typing import Any

import pytest
from click.testing import CliRunner

from nearer.cli import main

FEW = ["simulate", "intervals", "--runs", "30", "--seed", "5"]


@pytest.fixture(scope="module")
def rows() -> Any:
    ended = CliRunner().invoke(main, [*FEW, "--json"])
    assert ended.exit_code == 0, ended.output
    return json.loads(ended.output)["rows"]


@pytest.mark.parametrize("what", ["level", "change", "guesses", "together"])
def test_it_holds_about_as_often_as_it_says(rows: Any, what: str) -> None:
    holds = [row["holds"] for row in rows if row["what"] == what]
    assert min(holds) >= 0.8
    assert 0.9 <= fmean(holds) <= 0.99


def test_it_holds_more_often_than_the_plain_formula_where_days_are_few_and_alike(rows: Any) -> None:
    (row,) = (r for r in rows if (r["what"], r["days"], r["carries"]) == ("level", 14, 0.6))
    assert row["holds"] > row["formula_holds"]
    assert row["half"] > row["formula_half"]


def test_it_covers_every_case_that_was_asked_for(rows: Any) -> None:
    levels = {(row["days"], row["carries"]) for row in rows if row["what"] == "level"}
    assert levels == {(days, carries) for days in (14, 30, 60) for carries in (0.0, 0.3, 0.6)}
    assert sum(row["what"] == "together" for row in rows) == 3 * len(levels)


def test_it_says_in_a_table_what_lies_outside_and_repeats_itself() -> None:
    two = [*FEW[:2], "--runs", "2"]
    once, again = (CliRunner().invoke(main, two) for _ in range(2))
    assert once.exit_code == 0, once.output
    assert once.output == again.output
    assert "of 42 outside 0.93 to 0.97, 2 runs each" in once.output

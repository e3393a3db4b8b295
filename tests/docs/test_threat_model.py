"""What the threat model says is shown: every test it names is there, every column is told."""

import re
from typing import Any

import pytest
from django.apps import apps
from tests.house.tree import ROOT, parsed

TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", TEXT)))
ROW = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.MULTILINE)
LAST = {"by reading", "see above"}
FEWEST_TESTS = 40


def test_it_names_many_tests() -> None:
    assert len(NAMED) >= FEWEST_TESTS


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[f"{path}::{name}" for path, name in NAMED])
def test_it_names_tests_that_are_there(path: str, name: str) -> None:
    found = parsed(ROOT / "tests" / path).body
    assert name in [getattr(node, "name", "") for node in found]


def test_it_says_of_every_line_what_shows_it() -> None:
    tables = TEXT.split("| shown by |\n|---|---|\n")[1:]
    lines = [line for table in tables for line in table.split("\n\n")[0].splitlines()]
    last = [line.rstrip(" |").rpartition(" | ")[2] for line in lines]
    assert [one for one in last if "::" not in one and one.partition(",")[0] not in LAST] == []


def _tables() -> list[Any]:
    return list(apps.get_app_config("store").get_models())


@pytest.mark.parametrize("model", _tables(), ids=lambda model: model.__name__)
def test_it_tells_of_every_column_who_can_read_it(model: Any) -> None:
    rows = dict(ROW.findall(TEXT))
    told = re.findall(r"`(\w+)`", rows[model.__name__])
    assert sorted(told) == sorted(field.name for field in model._meta.fields)  # noqa: SLF001

"""The map shows what is there: every path and every name on it exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from tests.house.tree import ROOT, parsed

TEXT = (ROOT / "docs" / "map.md").read_text("utf-8")
SOURCE = ROOT / "src" / "nearer"
CODE = re.compile(r"`([^`\n]+)`")
IN_A_SCRIPT = re.compile(r"^(?:export )?(?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
PATH = re.compile(r"(?:[\w.-]+/)*[\w.-]+(?:\.(?:py|js|html|toml|md)|/)")
ON_THE_TREE = re.compile(r"(?:content|src|tests|bench|docs|requirements|scripts)/[\w./-]*")
FEWEST_NAMES = 40


def named() -> list[str]:
    """Everything on the map that is written as a path, with a name after a colon if it has one."""
    tree, rest = TEXT.split("```")[1], "".join(TEXT.split("```")[::2])
    found = [code for code in CODE.findall(rest) if PATH.fullmatch(code.partition(":")[0])]
    return sorted({*found, *(path.rstrip(".,;") for path in ON_THE_TREE.findall(tree))})


def place_of(path: str) -> Path | None:
    """Where that is: from the root, or below src/nearer."""
    return next((at / path for at in (ROOT, SOURCE) if (at / path).exists()), None)


@cache
def names_in(path: Path) -> set[str]:
    """What a file gives a name to: functions, classes, their methods, and values."""
    if path.suffix == ".js":
        return set(IN_A_SCRIPT.findall(path.read_text("utf-8")))
    found = set()
    for node in parsed(path).body:
        found |= _given(node)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for one in node.body for name in _given(one)}
    return found


def _given(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def test_it_names_most_of_what_a_newcomer_looks_for() -> None:
    assert len([one for one in named() if ":" in one]) >= FEWEST_NAMES


@pytest.mark.parametrize("code", named())
def test_it_shows_only_what_is_there(code: str) -> None:
    path, _, name = code.partition(":")
    place = place_of(path)
    assert place is not None, f"{path} is on the map and nowhere else"
    assert not name or name in names_in(place), f"{path} has no {name}"


def test_it_shows_every_layer_and_every_room() -> None:
    layers = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    assert [layer for layer in layers if f"src/nearer/{layer}/" not in TEXT] == []

"""What the documents claim is so: settings, commands, links, licence, languages."""

import re
from pathlib import Path

import pytest
from tests.house.tree import ROOT, files, name

from nearer.cli import NAMES
from nearer.env import LANGUAGES, VARIABLES

HOSTING = (ROOT / "docs" / "hosting.md").read_text("utf-8")
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *files(".md", within=("docs", "content"))]
KNOWN = {name for variable in VARIABLES for name in variable.names}
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MOST_TARGETS = 12


@pytest.mark.parametrize("variable", sorted(KNOWN))
def test_it_explains_every_setting(variable: str) -> None:
    assert f"`{variable}`" in HOSTING


def test_it_tells_every_default() -> None:
    for variable in VARIABLES:
        row = next(line for line in HOSTING.splitlines() if line.startswith(f"| `{variable.name}`"))
        assert f"`{variable.default}`" in row or not variable.default


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_it_mentions_no_setting_that_does_not_exist(path: Path) -> None:
    mentioned = set(re.findall(r"\bNEARER_[A-Z_]+\b", path.read_text("utf-8")))
    assert mentioned <= KNOWN


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_it_links_to_what_is_there(path: Path) -> None:
    for target in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("command", NAMES)
def test_it_explains_every_command(command: str) -> None:
    assert f"`nearer {command}" in HOSTING


def test_it_has_few_targets_and_explains_each() -> None:
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    targets = [line for line in lines if re.match(r"[a-z-]+:", line)]
    assert 0 < len(targets) <= MOST_TARGETS
    assert [line for line in targets if " ## " not in line] == []


def test_it_has_content_for_every_language() -> None:
    folders = {path.name for path in (ROOT / "content").iterdir() if path.is_dir()}
    assert folders == set(LANGUAGES)


def test_it_carries_its_licence_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE\n" in text
    assert text.rstrip().endswith("<https://www.gnu.org/licenses/>.")
    assert len(text.splitlines()) == 661

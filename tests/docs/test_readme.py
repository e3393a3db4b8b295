"""What a newcomer reads first is so: the commands, the pictures, the version."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from tests.house.tree import ROOT, name

import nearer

README, CHANGELOG, MAKEFILE = (
    (ROOT / path).read_text("utf-8") for path in ("README.md", "CHANGELOG.md", "Makefile")
)
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
MAKE = re.compile(r"(?:`|^    )make ([a-z]+)", re.MULTILINE)
RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)
SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
MOST_BYTES = 150_000  # of one picture
MOST_LINES = 12  # of a decision; a longer one is a document
LONGER_DECISIONS = {
    "2026-11-22-vendored-modules.md",  # a table of what is vendored
    "2026-11-22-settings-and-start.md",  # a table of what was measured
    "2026-11-22-small-steps.md",  # the same
    "2026-11-23-intervals-that-hold.md",  # the same
}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_it_names_only_commands_that_make_knows(path: Path) -> None:
    known = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert set(MAKE.findall(path.read_text("utf-8"))) <= known


def test_it_tells_how_to_run_test_and_look_around() -> None:
    assert {"run", "test", "demo"} <= set(MAKE.findall(README))


def test_it_asks_for_the_python_that_is_needed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["requires-python"].removeprefix(">=")
    assert f"Python {needed} or newer" in README
    assert sys.version_info[:2] >= tuple(int(part) for part in needed.split("."))


def test_it_shows_two_pictures_that_say_what_is_on_them() -> None:
    pictures = re.findall(r'<img src="([^"]+)" width="\d+" alt="([^"]{40,})">', README)
    assert len(pictures) == 2
    for path, _ in pictures:
        assert (ROOT / path).read_bytes().startswith(b"\x89PNG")
        assert (ROOT / path).stat().st_size < MOST_BYTES


def test_the_newest_release_is_the_version_that_runs() -> None:
    releases = RELEASE.findall(CHANGELOG)
    assert releases[0][0] == nearer.__version__
    assert releases == sorted(releases, key=lambda release: release[1], reverse=True)


def test_it_sorts_changes_as_everyone_does() -> None:
    assert set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE)) <= SECTIONS
    assert "## [Unreleased]" in CHANGELOG


def test_the_version_that_gets_fixes_is_told() -> None:
    major_minor = nearer.__version__.rpartition(".")[0]
    assert major_minor in (ROOT / "SECURITY.md").read_text("utf-8")


def test_decisions_are_short_and_dated() -> None:
    for path in sorted((ROOT / "docs" / "decisions").iterdir()):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z-]+\.md", path.name), path.name
        lines = path.read_text("utf-8").splitlines()
        assert len(lines) <= MOST_LINES or path.name in LONGER_DECISIONS, path.name
        assert lines[0].startswith("# ")

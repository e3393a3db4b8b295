"""The tree says what the house is for: folders and files are named for rooms, acts and things."""

import re

from tests.house.tree import FOLDERS, PASSED_BY, ROOT, files, name

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "managers", "manager", "common", "misc"}
FUNCTION = re.compile(r"^(?:async )?def test_(\w+)", re.MULTILINE)
FEWEST_WORDS = 3


def test_it_has_no_drawer_for_everything() -> None:
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    found = [name(path) for path in paths if path.stem.lower() in SAYS_NOTHING]
    ours = [path for path in found if not PASSED_BY & set(path.split("/"))]
    assert ours == []


def test_it_tests_in_sentences() -> None:
    for path in files(".py", within=("tests",)):
        for sentence in FUNCTION.findall(path.read_text("utf-8")):
            assert len(sentence.split("_")) >= FEWEST_WORDS, f"{name(path)}: {sentence}"


def test_it_needs_no_package_files_in_tests() -> None:
    assert [name(path) for path in files(".py", within=("tests",)) if path.stem == "__init__"] == []

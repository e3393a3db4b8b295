"""The forms of a language, each item with the answers one chooses from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError, Problem
from nearer.core.measures import Measure


def load_measures(folder: Path, language: str) -> tuple[Measure, ...]:
    """The forms in the order of their file. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    problems = problems or list(_neither(entries["measure_item"], language))
    if problems:
        raise ContentError(problems)
    answers = _with_ids(entries["measure_answers"])
    items = {
        one: {**lines, "answers": answers[lines["answers"]]}
        for one, lines in _with_ids(entries["measure_item"]).items()
    }
    return tuple(
        msgspec.convert({**lines, "items": [items[item] for item in lines["items"]]}, Measure)
        for lines in _with_ids(entries["measure"]).values()
    )


def _with_ids(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {one: {"id": one, **lines} for one, lines in entries.items()}


def _neither(items: Mapping[str, Mapping[str, Any]], language: str) -> Iterator[Problem]:
    for one, lines in items.items():
        if ("text" in lines) == ("ends" in lines):
            file = f"{language}/measures/items.toml"
            yield Problem(file, f"measure_item “{one}”", "", "it has either a text or two ends")

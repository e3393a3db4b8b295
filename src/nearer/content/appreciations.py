"""The words for saying something good, of one language."""

from pathlib import Path

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.appreciations import AppreciationWords

TABLES = {"starts": "good_start", "ask_back": "ask_back", "courage": "courage_word"}
"""Which table each of them comes from."""


def load_appreciations(folder: Path, language: str) -> AppreciationWords:
    """Each table in the order of its file. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    written = {
        name: [{"id": one, **lines} for one, lines in entries[table].items()]
        for name, table in TABLES.items()
    }
    return msgspec.convert(written, AppreciationWords)

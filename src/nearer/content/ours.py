"""The words for what belongs to both, of one language."""

from pathlib import Path

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.ours import OursWords

TABLES = {
    "starts": "cycle_start",
    "moves": "cycle_move",
    "names": "it_name",
    "sentences": "agreement_sentence",
}
"""Which table each of them comes from."""


def load_ours(folder: Path, language: str) -> OursWords:
    """Each table in the order of its file. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    written = {
        name: [{"id": one, **lines} for one, lines in entries[table].items()]
        for name, table in TABLES.items()
    }
    return msgspec.convert(written, OursWords)

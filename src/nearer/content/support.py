"""The words for the one who waits, of one language."""

from pathlib import Path

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.support import SupportWords

TABLES = {
    "nights": "night",
    "stories": "story",
    "other_readings": "other_reading",
    "kind_questions": "kind_question",
    "ten_minutes": "ten_minutes",
    "asking": "asking",
    "meanwhile": "meanwhile_alone",
    "links": "by_link",
    "soft_starts": "soft_start",
    "soft_requests": "soft_request",
    "answer_signs": "answer_sign",
}
"""Which table each of them comes from."""


def load_support(folder: Path, language: str) -> SupportWords:
    """Each table in the order of its file. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    written = {
        name: [{"id": one, **lines} for one, lines in entries[table].items()]
        for name, table in TABLES.items()
    }
    return msgspec.convert(written, SupportWords)

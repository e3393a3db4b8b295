"""Words that one part of Nearer uses, each group of them from a table of its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError

T = TypeVar("T", bound=msgspec.Struct)

SUPPORT = {
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
APPRECIATIONS = {"starts": "good_start", "ask_back": "ask_back", "courage": "courage_word"}
OURS = {
    "starts": "cycle_start",
    "moves": "cycle_move",
    "names": "it_name",
    "sentences": "agreement_sentence",
}
LISTENING = {"prompts": "listening_prompt"}
WEEKLY = {"questions": "weekly_question"}


def load_tables(folder: Path, language: str, kind: type[T], tables: Mapping[str, str]) -> T:
    """One struct of words: each field from its table, every entry with its id, in their order.

    Raises ContentError with all that is wrong in this language.
    """
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    written = {
        field: [{"id": one, **lines} for one, lines in entries[table].items()]
        for field, table in tables.items()
    }
    return msgspec.convert(written, kind)

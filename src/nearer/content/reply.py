"""What helps with a reply: the rules, what excepts them, what works, and beginnings to borrow."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.replies import (
    Excuse,
    ReplyRules,
    Rule,
    Spelling,
    Starter,
    WordList,
    Works,
)

T = TypeVar("T", bound=msgspec.Struct)


def load_reply(folder: Path, language: str) -> ReplyRules:
    """Everything in `reply/` of this language. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    return ReplyRules(
        language=language,
        rules=_all(entries["remark"], Rule),
        excuses=_all(entries["excuse"], Excuse),
        works=_all(entries["works"], Works),
        lists=_all(entries["word_list"], WordList),
        spellings=_all(entries["spelling"], Spelling),
        starters=_all(entries["starter"], Starter),
    )


def _all(entries: Mapping[str, Mapping[str, Any]], struct: type[T]) -> tuple[T, ...]:
    """Each entry with its id, in the order of the file."""
    return tuple(msgspec.convert({"id": one, **lines}, struct) for one, lines in entries.items())

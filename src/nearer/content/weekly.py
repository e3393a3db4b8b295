"""The questions of weekly together, of one language."""

from pathlib import Path

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.weekly import WeeklyWords


def load_weekly(folder: Path, language: str) -> WeeklyWords:
    """Every question, in the order of its file. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    questions = [{"id": one, **lines} for one, lines in entries["weekly_question"].items()]
    return msgspec.convert({"questions": questions}, WeeklyWords)

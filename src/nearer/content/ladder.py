"""The small steps of a language."""

from pathlib import Path

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.steps import Step


def load_steps(folder: Path, language: str) -> tuple[Step, ...]:
    """The steps in the order of their files. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    return tuple(
        msgspec.convert({"id": one, **lines}, Step) for one, lines in entries["step"].items()
    )

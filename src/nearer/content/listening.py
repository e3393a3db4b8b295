"""The words of a listening round, of one language."""

from pathlib import Path

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.listening import ListeningWords


def load_listening(folder: Path, language: str) -> ListeningWords:
    """One prompt for each screen. Raises ContentError with all that is wrong."""
    entries, problems = read_language(folder, language, read_guide(folder))
    if problems:
        raise ContentError(problems)
    prompts = [{"id": one, **lines} for one, lines in entries["listening_prompt"].items()]
    return msgspec.convert({"prompts": prompts}, ListeningWords)

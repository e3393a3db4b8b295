"""What is wrong in the content folder, said so that whoever edits it can put it right."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. `entry` and `field` are empty where the whole file is meant."""

    file: str
    entry: str
    field: str
    what: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.entry, self.field) if part)
        return f"{where}: {self.what}"


class ContentError(Exception):
    """The words cannot be used. `problems` has every reason, and so has the message."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)

"""The drafts that the rules are written with, and those that they are measured on.

All are our own. The split was set down before the first rule: whoever writes a rule reads only
`FIRST_HALF`; `OTHER_HALF` is for measuring. The same people wrote both halves and the rules, so
the figures say how well the rules know *our* idea of what stings, not how they do elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent / "sentences"


@dataclass(frozen=True)
class Written:
    """A draft, and the rules that it breaks: none if it is fine."""

    text: str
    breaks: frozenset[str]

    @property
    def is_first_half(self) -> bool:
        """Whether the SHA-256 of the draft begins with an even byte."""
        return sha256(self.text.encode()).digest()[0] % 2 == 0


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _stings(line: str) -> Written:
    rules, text = line.split(" | ", 1)
    return Written(text, frozenset(rules.split()))


FINE = tuple(Written(line, frozenset()) for line in _lines("fine.txt"))
STINGS = tuple(_stings(line) for line in _lines("stings.txt"))
DRAFTS = FINE + STINGS
FIRST_HALF = tuple(draft for draft in DRAFTS if draft.is_first_half)
OTHER_HALF = tuple(draft for draft in DRAFTS if not draft.is_first_half)

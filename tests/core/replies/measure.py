"""How often a remark is right, and how much of what may sting is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nearer.content import reply_rules
from nearer.core.replies import Look, look, make_ready

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.core.replies.drafts import Written

READY = make_ready(reply_rules())


def look_at(text: str) -> Look:
    """Look at a draft that is all in the last part, before which nothing stands on the page."""
    return look({"matter": text}, READY)


def broken(text: str) -> frozenset[str]:
    """The rules that a look finds broken."""
    return frozenset(remark.rule for remark in look_at(text).remarks)


@dataclass(frozen=True)
class Figures:
    """Of the remarks made, how many were right; of the rules broken, how many were found.

    `drafts_precision` and `drafts_recall` ask only whether a draft was remarked on at all.
    """

    precision: float
    recall: float
    drafts_precision: float
    drafts_recall: float


def measure(drafts: Iterable[Written]) -> Figures:
    """The figures on these drafts, all remarks counted, not only the two that would be shown."""
    pairs = [(broken(draft.text), draft.breaks) for draft in drafts]
    right = sum(len(found & there) for found, there in pairs)
    both = sum(bool(found and there) for found, there in pairs)
    return Figures(
        precision=right / sum(len(found) for found, _ in pairs),
        recall=right / sum(len(there) for _, there in pairs),
        drafts_precision=both / sum(bool(found) for found, _ in pairs),
        drafts_recall=both / sum(bool(there) for _, there in pairs),
    )

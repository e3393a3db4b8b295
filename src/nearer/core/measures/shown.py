"""Scores that two have chosen to show each other: both of them, or neither sees any."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from nearer.core.moments import MeasureShown
from nearer.core.moments.entry import Entry


@dataclass(frozen=True, slots=True)
class Shown:
    """What one of two sees of a form: what they show themselves, and what they are shown."""

    mine: tuple[Entry, ...] = ()
    theirs: tuple[Entry, ...] = ()


def shown(entries: Iterable[Entry], measure: str, *, who: UUID) -> Shown:
    """The scores of one form that `who` shows and is shown, newest first.

    As long as only one of the two shows a score of this form, the other sees nothing of it, and
    nothing follows from it for them.
    """
    here = [
        entry
        for entry in entries
        if isinstance(entry.moment, MeasureShown) and entry.moment.measure == measure
    ]
    here.sort(key=lambda entry: (entry.at, entry.id), reverse=True)
    mine = tuple(entry for entry in here if entry.author == who)
    theirs = tuple(entry for entry in here if entry.author != who)
    return Shown(mine, theirs if mine else ())

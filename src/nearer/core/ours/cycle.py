"""From what two people have shown of their cycle to what one of them sees.

What the other has opened is put aside first, as in core/letters/view.py: nothing that somebody
sees of their own half or lines depends on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic
from uuid import UUID

from nearer.core.letters import Shown, shown
from nearer.core.letters.seen import E
from nearer.core.moments import CycleLine, CycleShown, Opened, TakenBack
from nearer.core.moments.ours import BOXES, Box

TRACE = timedelta(days=7)
"""So long a page says that a line one had read was taken back. After it the box is as it is."""


@dataclass(frozen=True, slots=True)
class SeenCycle(Generic[E]):
    """The cycle as one of the two sees it.

    `mine` is there while it is shown. `theirs` is waiting (to be opened), opened or removed; None
    where there is nothing for `who`. `lines` are one's own and those of the other's that were
    opened, by box, oldest first. `name` is the newest name for the pattern. `waiting` are the ids
    of all that is not opened yet; `gone` says that a line one had read was taken back lately.
    """

    mine: Shown[E] | None
    theirs: Shown[E] | None
    lines: tuple[tuple[Box, tuple[Shown[E], ...]], ...]
    name: Shown[E] | None
    waiting: tuple[UUID, ...]
    gone: bool

    @property
    def halves(self) -> tuple[E, ...]:
        """Both halves, in an order that is the same for both, once both are there; else none."""
        both = [one.entry for one in (self.mine, self.theirs) if one is not None]
        there = [entry for entry in both if entry is not None]
        if len(there) < len(("mine", "theirs")) or self._waits:
            return ()
        return tuple(sorted(there, key=lambda entry: entry.author))

    @property
    def _waits(self) -> bool:
        return self.theirs is not None and self.theirs.state == "waiting"


def see_cycle(entries: Iterable[E], *, who: UUID, now: datetime) -> SeenCycle[E]:
    """The cycle for `who`, from entries of the couple's space and of `who`'s own, in any order."""
    kept = sorted(entries, key=lambda entry: (entry.at, entry.id))
    opened = {
        entry.moment.about
        for entry in kept
        if isinstance(entry.moment, Opened) and entry.author == who
    }
    theirs = _half([entry for entry in kept if entry.author != who], opened, who)
    mine = _half([entry for entry in kept if entry.author == who], opened, who)
    lines = _lines(kept, opened, who)
    readable = [(box, one) for box, one in lines if one.state != "waiting"]
    names = [one for box, one in readable if box == "name"]
    halves = [theirs] if theirs is not None else []
    return SeenCycle(
        mine if mine is not None and mine.entry is not None else None,
        theirs,
        tuple((box, tuple(one for where, one in readable if where == box)) for box in BOXES),
        names[-1] if names else None,
        tuple(one.id for one in (*halves, *(one for _, one in lines)) if one.state == "waiting"),
        _lately_gone(kept, opened, who, now),
    )


def _half(of_one: list[E], opened: set[UUID], who: UUID) -> Shown[E] | None:
    """The newest half of one person's; or else the trace of one that was taken back."""
    halves = [entry for entry in of_one if isinstance(entry.moment, CycleShown)]
    if halves:
        return shown(halves[-1], None, opened=opened, who=who)
    notes = _taken_back(of_one, "cycle_half")
    traces = [shown(None, note, opened=opened, who=who) for note in notes]
    return next((trace for trace in reversed(traces) if trace is not None), None)


def _lines(kept: list[E], opened: set[UUID], who: UUID) -> list[tuple[Box, Shown[E]]]:
    found = []
    for entry in kept:
        if isinstance(entry.moment, CycleLine):
            one = shown(entry, None, opened=opened, who=who)
            assert one is not None  # noqa: S101 - an entry without a note is always there
            found.append((entry.moment.box, one))
    return found


def _lately_gone(kept: list[E], opened: set[UUID], who: UUID, now: datetime) -> bool:
    notes = _taken_back([entry for entry in kept if entry.author != who], "cycle_line")
    traces = [shown(None, note, opened=opened, who=who) for note in notes]
    return any(trace is not None and now - trace.at < TRACE for trace in traces)


def _taken_back(entries: list[E], what: str) -> list[E]:
    return [
        entry
        for entry in entries
        if isinstance(entry.moment, TakenBack) and entry.moment.what == what
    ]

"""Where a person's pause stands, from what was kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal, TypeVar
from uuid import UUID

from nearer.core.moments import Entry, Pause, PauseChange

E = TypeVar("E", bound=Entry)

State = Literal["running", "due", "back"]
"""`due`: the time has come and nothing was said yet. It is met with a way back, never a mark."""

FADES = timedelta(days=2)
"""So long after its time a pause that was never closed is no longer brought up."""


@dataclass(frozen=True, slots=True)
class PauseSeen(Generic[E]):
    """A pause as it stands now. `until` includes an extension; `came_back` is when, if they did."""

    entry: E
    state: State
    until: datetime
    extended: bool
    came_back: datetime | None

    @property
    def id(self) -> UUID:
        """The id of the pause."""
        return self.entry.id


def pause_of(entries: Iterable[E], who: UUID, *, now: datetime) -> PauseSeen[E] | None:
    """The newest pause of `who` that is still worth showing, or None.

    A new pause takes the place of an older one that was never closed.
    """
    seen = pauses(entries, who, now=now)
    if not seen or seen[0].state == "back" or now - seen[0].until > FADES:
        return None
    return seen[0]


def pauses(entries: Iterable[E], who: UUID, *, now: datetime) -> Sequence[PauseSeen[E]]:
    """Every pause of `who`, newest first."""
    mine = [entry for entry in entries if entry.author == who]
    changes: dict[UUID, list[E]] = {}
    for entry in sorted(mine, key=lambda entry: entry.at):
        if isinstance(entry.moment, PauseChange):
            changes.setdefault(entry.moment.about, []).append(entry)
    begun = [entry for entry in mine if isinstance(entry.moment, Pause)]
    begun.sort(key=lambda entry: (entry.at, entry.id), reverse=True)
    return [_seen(entry, changes.get(entry.id, []), now) for entry in begun]


def _seen(entry: E, changes: Sequence[E], now: datetime) -> PauseSeen[E]:
    moment = entry.moment
    assert isinstance(moment, Pause)  # noqa: S101 - the caller picked pauses
    until, extended, came_back = moment.until, False, None
    for change in changes:
        match change.moment:
            case PauseChange(what="longer", until=datetime() as later) if not extended:
                until, extended = later, True
            case PauseChange(what="back"):
                came_back = came_back or change.at
    state: State = "back" if came_back else "running" if now < until else "due"
    return PauseSeen(entry, state, until, extended, came_back)

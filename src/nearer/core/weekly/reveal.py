"""What each of the two sees of a week: nothing of the other's until both are ready.

By construction: what the other has written is put aside unless each of them has something shown
under this week, or had and took it back. And what somebody keeps back is in their own draft only,
which nothing here reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal
from uuid import UUID

from nearer.core.letters.seen import E, Shown
from nearer.core.letters.shown import shown
from nearer.core.moments import Opened, TakenBack, WeeklyShown

WeekState = Literal["open", "ready", "shown"]
"""For one of the two: still to be written; ready, and it waits until both are; shown to both.

The first two say only what oneself has done.
"""


@dataclass(frozen=True, slots=True)
class SeenWeek(Generic[E]):
    """A week as one of the two sees it. `theirs` is None until it is shown, and often after it."""

    state: WeekState
    mine: Shown[E] | None = None
    theirs: Shown[E] | None = None


def see_week(entries: Iterable[E], week: UUID, *, who: UUID) -> SeenWeek[E]:
    """The week of this id as `who` sees it.

    `entries` are those of the couple's space and of `who`'s own, in any order; all that is not
    about this week is passed over.
    """
    ready: dict[UUID, E] = {}
    notes: dict[UUID, E] = {}
    opened: set[UUID] = set()
    for entry in entries:
        match entry.moment:
            case WeeklyShown(about=about) if about == week:
                ready[entry.author] = entry
            case TakenBack(what="weekly", letter=about) if about == week:
                notes[entry.author] = entry
            case Opened(about=about) if entry.author == who:
                opened.add(about)
    seen = {
        author: shown(ready.get(author), notes.get(author), opened=opened, who=who)
        for author in ready.keys() | notes.keys()
    }
    mine = seen.pop(who, None)
    if mine is None:
        return SeenWeek("open")
    if not seen and mine.state != "removed":  # only what was shown can have been taken back
        return SeenWeek("ready", mine)
    return SeenWeek("shown", mine, next(iter(seen.values()), None))

"""One thing that somebody has shown the other, as each of the two sees it.

The promise about taking back, in one place: what was taken back unopened was never there for the
other, what was opened leaves a trace, and the one who takes it back sees the same in both cases.
"""

from collections.abc import Collection
from uuid import UUID

from nearer.core.letters.seen import E, Shown, ShownState
from nearer.core.moments import TakenBack


def shown(
    entry: E | None, note: E | None, *, opened: Collection[UUID], who: UUID
) -> Shown[E] | None:
    """What `who` sees of this entry, or of the note that it was taken back; None for nothing.

    Only its author can take something back: anybody else's note counts for nothing. `opened` are
    the ids that `who` has opened, and nobody else.
    """
    if entry is not None and note is not None and note.author != entry.author:
        note = None
    first = note or entry
    if first is None:
        return None
    mine = first.author == who
    if note is not None:
        assert isinstance(note.moment, TakenBack)  # noqa: S101 - only such notes are handed in
        gone = note.moment.about
        return Shown(gone, mine, "removed", note.at) if mine or gone in opened else None
    state: ShownState = "sent" if mine else "opened" if first.id in opened else "waiting"
    return Shown(first.id, mine, state, first.at, entry)

"""The cycle of two: look at it, show one's own half, add a line. Each once.

All of it in the couple's space hangs on one thread, which is the space's own id.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.acts.pull_back import check_no_pause
from nearer.acts.share import check_not_taken_back
from nearer.core.moments import CycleHalf, CycleLine, CycleShown, TakenBack
from nearer.core.ours import SeenCycle, see_cycle
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace


def look(log: Log, couple: OpenSpace, *, now: datetime) -> SeenCycle[Entry]:
    """The cycle as this person sees it."""
    entries = log.about(couple, [couple.id])
    return see_cycle([*entries, *opened_of(log, entries)], who=log.me, now=now)


def opened_of(log: Log, entries: list[Entry]) -> list[Entry]:
    """What this person has noted for themselves about these, or about what they were."""
    ids = [one.moment.about if isinstance(one.moment, TakenBack) else one.id for one in entries]
    return log.about(log.own, ids)


def show_half(
    log: Log, couple: OpenSpace, draft: Entry, shown: UUID, words: bytes, *, now: datetime
) -> None:
    """The other may see this half from now on, in the place of one that was shown before.

    `words` is the box sealed again for the couple's space, under the id `shown`. Sent twice it is
    shown once. Raises Closed, NotThere for what is no half or an id that was taken back, InPause
    while the other is in a pause: all stays as it was then.
    """
    half = draft.moment
    if not isinstance(half, CycleHalf):
        raise NotThere
    with transaction.atomic():
        log.hold(couple)
        check_not_taken_back(log, couple, shown)
        for earlier in log.about(couple, [couple.id]):
            if isinstance(earlier.moment, CycleShown) and earlier.author == log.me:
                if (earlier.id, earlier.words) == (shown, words):
                    return
                log.remove(earlier)
        log.write(couple, Draft(shown, half.as_shown(), now, words, about=couple.id))
        check_no_pause(log, now=now)


def add_line(
    log: Log, couple: OpenSpace, record: UUID, line: CycleLine, words: bytes, *, now: datetime
) -> None:
    """Put a line into a box. Raises AlreadyKept, Closed, NotThere, InPause."""
    with transaction.atomic():
        check_not_taken_back(log, couple, record)
        log.write(couple, Draft(record, line, now, words, about=couple.id))
        check_no_pause(log, now=now)

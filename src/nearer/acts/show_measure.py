"""Show a score in the couple's space, hide it, and let it go with the form it came from."""

from contextlib import suppress

from django.db import transaction

from nearer.core.measures import Score
from nearer.core.moments import MeasureShown
from nearer.store.log import AlreadyKept, Draft, Entry, Log, OpenSpace


def show_score(log: Log, couple: OpenSpace, taken: Entry, score: Score) -> None:
    """Show the score of one form, under the day on which it was filled in, once. Raises Closed."""
    moment = MeasureShown(measure=score.measure, version=score.version, score=score.points)
    with suppress(AlreadyKept):
        only = log.only_id(couple, MeasureShown, taken.id)
        log.write(couple, Draft(only, moment, taken.at, about=taken.id))


def hide_score(log: Log, taken: Entry, *, whole: bool = False) -> None:
    """Hide it in every space it was shown in, ended ones too; with `whole` remove the form as well.

    All of it or nothing. Hiding what is not shown changes nothing.
    """
    with transaction.atomic():
        for space in log.spaces:
            for entry in log.many(space, [log.only_id(space, MeasureShown, taken.id)]):
                log.remove(entry)
        if whole:
            log.remove(taken)

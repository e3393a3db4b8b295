"""Remove something of one's own of which the newest version counts, with all the earlier ones."""

from django.db import transaction

from nearer.core.moments import Moment
from nearer.store.log import Log

AT_ONCE = 100
"""Versions read at a time. What was changed more often than that is read in several goes."""


def remove_versions(log: Log, kind: type[Moment]) -> None:
    """Remove every version in one's own space, or none. Nothing there is no mistake."""
    with transaction.atomic():
        while versions := log.read(log.own, [kind], limit=AT_ONCE):
            for entry in versions:
                log.remove(entry)

"""Remove one's plan for a wait, with all its earlier versions."""

from django.db import transaction

from nearer.core.moments import Waiting
from nearer.store.log import Log

AT_ONCE = 100
"""Versions read at a time. A plan that was changed more often than that is read in several goes."""


def remove_waiting(log: Log) -> None:
    """Remove every version, or none. Nothing there is no mistake."""
    with transaction.atomic():
        while versions := log.read(log.own, [Waiting], limit=AT_ONCE):
            for entry in versions:
                log.remove(entry)

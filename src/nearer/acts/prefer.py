"""Prefer: one choice of one's own changes, and the others stay as they were."""

from datetime import datetime

from django.db import transaction
from msgspec.structs import replace

from nearer.core.moments import Preferences
from nearer.core.moments.marks import Side
from nearer.store.log import Draft, Log


def usual_side(log: Log) -> Side | None:
    """Which side of a silence somebody says they are mostly on; None while they have not said."""
    chosen = _chosen(log)
    return chosen.usual_side if chosen else None


def prefer(log: Log, otherwise: Preferences, *, now: datetime, **choice: object) -> None:
    """Keep these choices, all or nothing; the rest as it was, or as `otherwise` says."""
    with transaction.atomic():
        old = log.read(log.own, [Preferences], limit=1)
        chosen = replace(_chosen(log) or otherwise, **choice)
        log.write(log.own, Draft.new(chosen, now))
        for entry in old:
            log.remove(entry)


def _chosen(log: Log) -> Preferences | None:
    newest = (entry.moment for entry in log.read(log.own, [Preferences], limit=1))
    return next((one for one in newest if isinstance(one, Preferences)), None)

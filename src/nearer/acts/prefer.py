"""Prefer: one choice of one's own changes, and the others stay as they were."""

from datetime import datetime

from django.db import transaction
from msgspec.structs import replace

from nearer.core.moments import Preferences
from nearer.core.moments.marks import Side
from nearer.store.log import Draft, Entry, Log


def usual_side(log: Log) -> Side | None:
    """Which side of a silence somebody says they are mostly on; None while they have not said."""
    return next((one.usual_side for _, one in _chosen(log)), None)


def prefer(log: Log, otherwise: Preferences, *, now: datetime, **choice: object) -> None:
    """Keep these choices, all or nothing; the rest as it was, or as `otherwise` says."""
    with transaction.atomic():
        before = _chosen(log)
        chosen = before[0][1] if before else otherwise
        log.write(log.own, Draft.new(replace(chosen, **choice), now))
        for entry, _ in before:
            log.remove(entry)


def _chosen(log: Log) -> list[tuple[Entry, Preferences]]:
    """The newest choices, if there are any."""
    newest = log.read(log.own, [Preferences], limit=1)
    return [(one, one.moment) for one in newest if isinstance(one.moment, Preferences)]

"""Prefer: one choice of one's own changes, and the others stay as they were."""

from datetime import datetime

from django.db import transaction
from msgspec.structs import replace

from nearer.core.moments import Preferences
from nearer.store.log import Draft, Log


def preferences(log: Log, *, otherwise: Preferences) -> Preferences:
    """What somebody has chosen for themselves; what it is `otherwise`, if nothing was."""
    for entry in log.read(log.own, [Preferences], limit=1):
        if isinstance(entry.moment, Preferences):
            return entry.moment
    return otherwise


def prefer(log: Log, otherwise: Preferences, *, now: datetime, **choice: object) -> None:
    """Keep these choices, all or nothing, in the place of the last ones."""
    with transaction.atomic():
        old = log.read(log.own, [Preferences], limit=1)
        chosen = replace(preferences(log, otherwise=otherwise), **choice)
        log.write(log.own, Draft.new(chosen, now))
        for entry in old:
            log.remove(entry)

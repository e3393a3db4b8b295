"""Let a step go, or remove one that was told of: it goes with all that was said of it, or stays."""

from django.db import transaction

from nearer.store.log import Entry, Log


def remove_step(log: Log, taken: Entry) -> None:
    """Remove one's own step and its outcome, in one transaction. Raises NotThere."""
    with transaction.atomic():
        for outcome in log.about(log.own, [taken.id]):
            log.remove(outcome)
        log.remove(taken)

"""Remove whole: something of one's own goes with all that was said of it, or nothing goes."""

from django.db import transaction

from nearer.store.log import Entry, Log


def remove_whole(log: Log, entry: Entry) -> None:
    """Remove one's own entry and all that is about it, in one transaction. Raises NotThere."""
    with transaction.atomic():
        for said in log.about(log.own, [entry.id]):
            log.remove(said)
        log.remove(entry)

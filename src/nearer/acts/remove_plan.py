"""Remove a plan: it goes with every answer to whether it came up, or nothing goes."""

from django.db import transaction

from nearer.store.log import Entry, Log


def remove_plan(log: Log, plan: Entry) -> None:
    """Remove one's own plan and what was said of it, in one transaction. Raises NotThere."""
    with transaction.atomic():
        for answer in log.about(log.own, [plan.id]):
            log.remove(answer)
        log.remove(plan)

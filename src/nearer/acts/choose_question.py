"""Choose what to ask one's own check-ins: one question a month, before its answer is seen."""

from datetime import date, datetime, tzinfo
from uuid import UUID

from django.db import transaction

from nearer.core.insight.association import may_choose_from
from nearer.core.moments import GrowthQuestion
from nearer.store.log import AlreadyKept, Draft, Entry, Log


def chosen(log: Log) -> Entry | None:
    """The question that was chosen last."""
    return next(iter(log.read(log.own, [GrowthQuestion], limit=1)), None)


def next_choice(last: Entry | None, zone: tzinfo) -> date | None:
    """The first day on which another may be chosen; None before the first choice."""
    return may_choose_from([last.at.astimezone(zone).date()] if last else [])


def choose(log: Log, record: UUID, question: str, *, now: datetime, zone: tzinfo) -> bool:
    """Keep the choice; False where it is too early for another, and then nothing is kept.

    Sent twice, it is kept once. Two tabs come one after the other. Raises NotThere for an id that
    is another's.
    """
    with transaction.atomic():
        log.hold(log.own, rings=False)
        begins = next_choice(chosen(log), zone)
        if begins is not None and now.astimezone(zone).date() < begins:
            return False
        try:
            log.write(log.own, Draft(record, GrowthQuestion(question=question), now))
        except AlreadyKept:
            return False
    return True

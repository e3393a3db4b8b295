"""Tell what came of a step. A step has one outcome, however often it is sent."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.core.moments import Expectation, StepOutcome
from nearer.store.log import Draft, Entry, Log, NotThere


def only_id(log: Log, taken: UUID) -> UUID:
    """The one id that the outcome of this step can have."""
    return log.only_id(log.own, StepOutcome, taken)


def tell_step(log: Log, taken: Entry, said: StepOutcome, words: bytes, *, now: datetime) -> Entry:
    """Keep what came of a step, with a copy of what belief and tally need of the expectation.

    What was sent last counts. Raises NotThere if the step was let go meanwhile, AlreadyKept for
    two clicks at once.
    """
    if not isinstance(taken.moment, Expectation) or said.about != taken.id:
        raise NotThere
    with transaction.atomic():
        log.get(log.own, taken.id)
        draft = Draft(only_id(log, taken.id), said, now, words, about=taken.id)
        return log.rewrite(log.own, draft)

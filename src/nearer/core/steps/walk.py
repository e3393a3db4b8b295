"""Where somebody is with their steps: what is open, what to offer, what the fears came to.

Worked out anew from what was kept, each time, so that nothing has to be kept in step with it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from nearer.core.moments import Entry, Expectation, StepOutcome, StepSkipped
from nearer.core.steps.belief import WEEK, believe
from nearer.core.steps.choose import Choice, choose
from nearer.core.steps.step import Step
from nearer.core.steps.tally import Tally, tally

E = TypeVar("E", bound=Entry)

FADES = timedelta(days=14)
"""After this long an open step is no longer brought up; it is still in the list of the past."""

OPEN_SHOWN = 3

EVERY_ID = float(1 << 128)


def still_open(entries: Iterable[E], *, now: datetime) -> tuple[E, ...]:
    """The steps taken lately that nothing was told of yet, newest first."""
    kept = list(entries)
    told = {one.moment.about for one in kept if isinstance(one.moment, StepOutcome)}
    found = [
        one
        for one in kept
        if isinstance(one.moment, Expectation) and one.id not in told and now - one.at <= FADES
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:OPEN_SHOWN])


def offer(
    steps: Sequence[Step], entries: Iterable[Entry], *, who: UUID, now: datetime
) -> Choice | None:
    """The step to offer to `who`, or None if none there is stands low enough.

    `entries` are their newest expectations, outcomes and skips, in any order. The offer stays
    until one of these is added: chance comes from the newest one's id, and time counts in whole
    weeks from there. Left out are what is open and what was passed over; if nothing else is
    low enough, only the last one that was passed over.
    """
    kept = sorted(entries, key=lambda one: (one.at, one.id))
    past = [
        (one.at, one.moment.as_outcome()) for one in kept if isinstance(one.moment, StepOutcome)
    ]
    since = kept[-1].at if kept else now
    belief = believe(past, now=since + max(now - since, timedelta()) // WEEK * WEEK)
    chance = (kept[-1].id if kept else who).int / EVERY_ID
    passed = [one.moment.step for one in kept if isinstance(one.moment, StepSkipped)]
    busy = {
        one.moment.step.step
        for one in still_open(kept, now=now)
        if isinstance(one.moment, Expectation)
    }
    outcomes = [outcome for _, outcome in past]
    for left_out in (busy.union(passed), busy.union(passed[-1:])):
        left = [step for step in steps if step.id not in left_out]
        choice = choose(belief, left, outcomes, chance=chance)
        if choice is not None:
            return choice
    return None


def what_came(entries: Iterable[Entry]) -> Tally | None:
    """The tally of the steps of which it was said beforehand how likely the fear seemed.

    Without a number before there was no prediction, and both halves must be about the same steps.
    """
    said = [
        (one.moment.likely, one.moment.feared)
        for one in entries
        if isinstance(one.moment, StepOutcome) and one.moment.likely is not None
    ]
    return tally([likely for likely, _ in said], [feared for _, feared in said])

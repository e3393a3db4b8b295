"""The forms there are, and what one has filled in of each, newest first."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import Http404

from nearer.content import measures
from nearer.core.measures import Change, Measure, Score, change, score
from nearer.core.moments import MeasureTaken
from nearer.store.log import Entry
from nearer.web.here import Here

MOST = 400
"""Forms looked at, of all kinds together: one a week and one every four weeks for six years."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One form filled in: its score, if it is whole, and what can be said beside the one before."""

    entry: Entry
    score: Score | None
    change: Change | None = None

    @property
    def taken(self) -> MeasureTaken:
        """The answers."""
        moment = self.entry.moment
        assert isinstance(moment, MeasureTaken)  # noqa: S101 - `filled_in` reads no other kind
        return moment


@cache
def by_address() -> dict[UUID, Measure]:
    """The forms by what stands for them in an address."""
    return {address_of(one): one for one in measures()}


def address_of(measure: Measure) -> UUID:
    """What stands for a form in an address. It says no name, and is the same everywhere."""
    return uuid5(NAMESPACE_URL, f"nearer:measure:{measure.id}")


def measure_at(address: UUID) -> Measure:
    """The form with this address; 404 for any other."""
    found = by_address().get(address)
    if found is None:
        raise Http404
    return found


def measure_of(moment: MeasureTaken) -> Measure:
    """The form that was filled in; 404 if it is no longer one of ours."""
    found = next((one for one in measures() if one.id == moment.measure), None)
    if found is None:
        raise Http404
    return found


def filled_in(here: Here, measure: Measure) -> list[Filled]:
    """What one has filled in of a form, newest first; each beside the one before that has a score.

    What was filled in of an older version has its answers and no score: its numbers mean another
    thing.
    """
    entries = [
        entry
        for entry in here.log.read(here.log.own, [MeasureTaken], limit=MOST)
        if isinstance(entry.moment, MeasureTaken) and entry.moment.measure == measure.id
    ]
    told: list[Filled] = []
    before: Score | None = None
    for entry in reversed(entries):
        now = _score(measure, entry)
        moved = change(measure, before, now) if before and now else None
        told.append(Filled(entry, now, moved))
        before = now or before
    return told[::-1]


def _score(measure: Measure, entry: Entry) -> Score | None:
    moment = entry.moment
    if not isinstance(moment, MeasureTaken) or moment.version != measure.version:
        return None
    return score(measure, moment.points)


def next_on(here: Here, measure: Measure, all_of_it: list[Filled]) -> date | None:
    """The day from which one may come back to a form; None for one with no rhythm, or not begun."""
    if measure.weeks is None or not all_of_it:
        return None
    last = all_of_it[0].entry.at.astimezone(here.zone).date()
    return last + timedelta(weeks=measure.weeks)

"""The page of one's own patterns."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nearer.content import vocabulary
from nearer.core.insight.patterns import patterns
from nearer.core.insight.pausing import Pausing, pausing
from nearer.core.moments import CheckIn, Moment, Pause, PauseChange, PausesFelt, Sign
from nearer.store.log import Entry
from nearer.web.access import unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.patterns.picture import pleasant_days, quiet_hours

MOST = 400
"""Check-ins looked at: more than four a day for twelve weeks."""
MOST_PAUSES = 200
"""Pauses of both looked at in one space: more than two a day for twelve weeks."""
MOST_ANSWERS = 6
"""The question how pauses feel comes once a fortnight at most."""


@require_safe
@unlocked
def mine(request: UnlockedRequest) -> HttpResponse:
    """Plain words first, then pictures and the same as tables."""
    here = request.here
    entries = here.log.read(here.log.own, [CheckIn], limit=MOST)
    seen = patterns(entries, now=here.now, zone=here.zone)
    quiet = _pausing(here)
    page = {
        "seen": seen,
        "picture": pleasant_days(seen),
        "quiet": quiet,
        "hours": quiet_hours(quiet, seen.since, seen.until),
        "pauses_felt": _felt(here),
        "vocabulary": vocabulary(),
    }
    return render(request, "patterns/patterns.html", page)


def _pausing(here: Here) -> Pausing:
    """What can be said of one's own pauses and signs, from every space they were kept in."""
    kinds: tuple[type[Moment], ...] = (Pause, PauseChange, Sign)
    found = [
        entry
        for space in here.log.spaces
        for entry in here.log.read(space, kinds, limit=MOST_PAUSES)
    ]
    return pausing(found, who=here.person.id, now=here.now, zone=here.zone)


def _felt(here: Here) -> list[Entry]:
    """What one has said of how the pauses feel; not that a question was put away."""
    found = here.log.read(here.log.own, [PausesFelt], limit=MOST_ANSWERS)
    return [one for one in found if isinstance(one.moment, PausesFelt) and one.moment.how]

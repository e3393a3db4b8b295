"""The page of one's own patterns."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nearer.content import vocabulary
from nearer.core.insight.patterns import patterns
from nearer.core.moments import CheckIn
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.patterns.picture import picture

MOST = 400
"""Check-ins looked at: more than four a day for twelve weeks."""


@require_safe
@unlocked
def mine(request: UnlockedRequest) -> HttpResponse:
    """Plain words first, then a picture and the same as a table."""
    here = request.here
    entries = here.log.read(here.log.own, [CheckIn], limit=MOST)
    seen = patterns(entries, now=here.now, zone=here.zone)
    page = {"seen": seen, "picture": picture(seen), "vocabulary": vocabulary()}
    return render(request, "patterns/patterns.html", page)

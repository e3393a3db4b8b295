"""A week one looks at again: what both saw, and what one wrote oneself."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nearer.acts import weekly as acts
from nearer.acts.take_back import take_back as take_back_entry
from nearer.core.moments import WeeklyDraft
from nearer.core.weekly import SeenWeek
from nearer.store.log import Entry, NotThere, OpenSpace
from nearer.web import own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.weekly.parts import both, of_entry


def _shown(request: UnlockedRequest, week: UUID) -> tuple[OpenSpace, SeenWeek[Entry]]:
    """The week of this id that this person has seen together with the other. Raises Http404."""
    log = request.here.log
    for space in log.spaces[1:]:
        seen = acts.one_week(log, space, week)
        if seen.state == "shown":
            return space, seen
    raise Http404


@require_safe
@unlocked
def week(request: UnlockedRequest, week: UUID) -> HttpResponse:
    """A week as both saw it."""
    _, seen = _shown(request, week)
    if seen.theirs is not None and seen.theirs.state == "waiting":
        own.note_opened(request, seen.theirs.id)
    page = {
        "week": week,
        "seen": seen,
        "parts": both(seen.mine, seen.theirs),
        "partner": request.here.partner,
    }
    return render(request, "weekly/week.html", page)


def _draft(request: UnlockedRequest, week: UUID) -> Entry:
    draft = acts.draft_of(request.here.log, week)
    if draft is None:
        raise Http404
    return draft


@require_safe
@unlocked
def mine(request: UnlockedRequest, week: UUID) -> HttpResponse:
    """All that one wrote for a week, kept back or not."""
    draft = _draft(request, week)
    assert isinstance(draft.moment, WeeklyDraft)  # noqa: S101 - `draft_of` has looked
    page = {"week": week, "day": draft.moment.day, "parts": of_entry(draft)}
    return render(request, "weekly/mine.html", page)


@require_POST
@unlocked
def remove(request: UnlockedRequest, week: UUID) -> HttpResponse:
    """Remove what one wrote for oneself. What was shown stays until it is taken back."""
    try:
        acts.blank(request.here.log, week, now=request.now)
    except NotThere:
        raise Http404 from None
    return redirect("weekly")


@require_POST
@unlocked
def take_back(request: UnlockedRequest, week: UUID) -> HttpResponse:
    """Take back what one has shown in a week."""
    space, seen = _shown(request, week)
    assert seen.mine is not None  # noqa: S101 - nothing is shown to somebody who was not ready
    take_back_entry(request.here.log, space, seen.mine.id, now=request.now)
    return redirect("weekly-week", week=week)

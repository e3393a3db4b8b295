"""Show the other a score, as long as they show one, too; and hide it again."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from nearer.acts.show_measure import hide_score, show_score
from nearer.core.moments import MeasureTaken
from nearer.store.log import Closed
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.measures.known import filled_in, measure_of


@require_POST
@unlocked
def show(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """Show this score. Alone, for a private form, and without a score there is nothing to show."""
    here = request.here
    entry = entry_of(here.log, here.log.own, record, MeasureTaken)
    assert isinstance(entry.moment, MeasureTaken)  # noqa: S101 - `entry_of` gives no other kind
    form = measure_of(entry.moment)
    this = next(one for one in filled_in(here, form) if one.entry.id == record)
    if form.private or this.score is None or here.log.couple is None:
        raise Http404
    with suppress(Closed):  # the other left this very moment
        show_score(here.log, here.log.couple, entry, this.score)
    return redirect("measure-filled", record=record)


@require_POST
@unlocked
def hide(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """Hide it again: it is gone for both, at once."""
    here = request.here
    hide_score(here.log, entry_of(here.log, here.log.own, record, MeasureTaken))
    return redirect("measure-filled", record=record)

"""How the pauses feel: what one of the two answered for themselves, and a way on.

The question stands on Today. Its answers open there, in the page, so that opening one asks nothing
of the server: whoever opens "I'm a bit afraid of them" leaves no record, no request, no address
and no line in a log. What can be sent is one of the three answers that are kept, or nothing said.
"""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from nearer.content import vocabulary
from nearer.core.moments import PausesFelt
from nearer.store.log import Draft, Entry
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.pulling_back.forms import PausesFeltForm


@require_POST
@unlocked
def felt(request: UnlockedRequest) -> HttpResponse:
    """Keep an answer, or put the question away. The first that arrives stays.

    Whatever is said, it is sent to the same address and kept in a box of the same size.
    """
    form = PausesFeltForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    log, moment = request.here.log, form.moment()
    draft = Draft(form.record_id(), moment, request.now, form.cleaned_data["words"])
    kept = reverse("pauses-felt-kept", args=[draft.id])
    there = kept if moment.how else reverse("today")
    return own.then(there, lambda: log.write(log.own, draft))


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def kept(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """An answer of one's own, a few words beside it if one likes, and a way on."""
    entry, log = _mine(request, record), request.here.log
    if request.method == "POST":
        form = PausesFeltForm({**request.POST.dict(), "record": str(record)})
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, entry.moment, "pauses-felt-kept")
    page = {"entry": entry, "own": log.own, "vocabulary": vocabulary()}
    return render(request, "pulling_back/felt.html", page)


def _mine(request: UnlockedRequest, record: UUID) -> Entry:
    log = request.here.log
    entry = entry_of(log, log.own, record, PausesFelt)
    if isinstance(entry.moment, PausesFelt) and entry.moment.how is None:
        raise Http404
    return entry


@require_POST
@unlocked
def remove(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """Take an answer back, words and all. The question does not come again because of it."""
    log = request.here.log
    entry = _mine(request, record)
    log.rewrite(log.own, Draft(entry.id, PausesFelt(), request.now))
    return redirect("today")

"""Another way to see it: on a page that sends nothing, and as it was kept."""

from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.content import support, vocabulary
from nearer.core.moments import Night
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Request, UnlockedRequest
from nearer.web.names import NewNameForm
from nearer.web.night import NightForm


@require_http_methods(["GET", "HEAD", "POST"])
def night(request: Request) -> HttpResponse:
    """One page, its parts one after the other. Nothing of it is sent before it is to be kept.

    Without an account it holds the form that makes one, too: what is written is in this page's
    memory and nowhere else, so it can only come along from here. See docs/decisions,
    2026-11-22-the-first-night.md.
    """
    if request.method == "POST":
        return _keep(request)
    if request.here is None and request.session_row is not None:
        return redirect(f"{reverse('unlock')}?{urlencode({'next': request.path})}")
    page = {
        "night": NightForm(),
        "form": NewNameForm(),
        "record": uuid4(),
        "own": request.here.log.own if request.here else None,
        "questions": support().kind_questions,
    }
    return render(request, "first_night/night.html", page)


@unlocked
def _keep(request: UnlockedRequest) -> HttpResponse:
    form = NightForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    return own.keep(request, form, form.moment(), "night-kept")


@require_safe
@unlocked
def kept(request: UnlockedRequest, night: UUID) -> HttpResponse:
    """One of one's own, in one's own words. What has left the content since is passed over."""
    log, words, offered = request.here.log, vocabulary(), support()
    entry = entry_of(log, log.own, night, Night)
    moment = entry.moment
    if not isinstance(moment, Night):
        raise Http404
    minutes = offered.next_minutes.get(moment.next_minutes or "")
    page = {
        "entry": entry,
        "feelings": [words.feeling[one].word for one in moment.feelings if one in words.feeling],
        "body": [words.body_cue[one].label for one in moment.body if one in words.body_cue],
        "stories": [offered.story[one].label for one in moment.stories if one in offered.story],
        "readings": [
            offered.other_reading[one].label
            for one in moment.readings
            if one in offered.other_reading
        ],
        "minutes": minutes.label if minutes else "",
        "new": "new" in request.GET,
    }
    return render(request, "first_night/kept.html", page)


@require_POST
@unlocked
def remove(request: UnlockedRequest, night: UUID) -> HttpResponse:
    """Remove one of one's own."""
    log = request.here.log
    log.remove(entry_of(log, log.own, night, Night))
    return redirect("support")

"""The four answers, the form behind the first of them, and what was kept."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.content import vocabulary
from nearer.core.moments import Reflection
from nearer.store.log import Entry
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.reasons.forms import FITS, WAYS, ReflectionForm

MOST = 200
"""Reflections listed, newest first. Few write more than one a week; the export has them all."""


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def ways(request: UnlockedRequest) -> HttpResponse:
    """All four answers on one page, so that opening one asks nothing of the server.

    Whoever opens "it isn't safe" thus leaves no record, no request, no address and no line in a
    log. The price is a page that holds all four texts.
    """
    if request.method == "POST":
        return _keep(request)
    log = request.here.log
    page = {
        "own": log.own,
        "to_keep": {way: uuid4() for way in WAYS},
        "rows": _shown(log.read(log.own, [Reflection], limit=MOST)),
        "partner": request.here.partner,
    }
    return render(request, "reasons/ways.html", page)


def _keep(request: UnlockedRequest) -> HttpResponse:
    form = ReflectionForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    return own.keep(request, form, form.reflection(), "reflection")


@require_safe
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """What one is afraid of, readings to try on, an old hurt in one word."""
    page = {"form": ReflectionForm(), "record": uuid4(), "own": request.here.log.own}
    return render(request, "reasons/new.html", page)


@require_safe
@unlocked
def kept(request: UnlockedRequest, reflection: UUID) -> HttpResponse:
    """One reflection of one's own, and a small way on."""
    log = request.here.log
    (shown,) = _shown([entry_of(log, log.own, reflection, Reflection)])
    return render(request, "reasons/kept.html", {**shown, "vocabulary": vocabulary()})


def _shown(entries: list[Entry]) -> list[dict[str, object]]:
    """Reflections in words. What has left the content since is passed over."""
    words = vocabulary()
    return [
        {
            "entry": entry,
            "way": moment.way,
            "title": WAYS[moment.way],
            "fears": [words.fear[one].label for one in moment.fears if one in words.fear],
            "readings": [
                (words.reading[tried.reading], FITS[tried.fit])
                for tried in moment.readings
                if tried.reading in words.reading
            ],
            "hurts": [words.hurt[one].label for one in moment.hurts if one in words.hurt],
        }
        for entry in entries
        if isinstance(moment := entry.moment, Reflection)
    ]


@require_POST
@unlocked
def remove(request: UnlockedRequest, reflection: UUID) -> HttpResponse:
    """Remove one reflection of one's own."""
    log = request.here.log
    log.remove(entry_of(log, log.own, reflection, Reflection))
    return redirect("reasons")

"""One's own side: what there is, the plan for a wait, which side, and if nothing changes."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.prefer import prefer, usual_side
from nearer.acts.remove_versions import remove_versions
from nearer.content import support as words
from nearer.core.moments import Night, Preferences, Waiting
from nearer.core.support import runs
from nearer.store.log import Entry
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import Here, Request, UnlockedRequest
from nearer.web.rooms.support.forms import SideForm, WaitingForm

MOST = 200
"""Nights listed, newest first. The export has them all."""


@require_safe
@unlocked
def side(request: UnlockedRequest) -> HttpResponse:
    """My side on one page: the plan, and what else there is. Nobody else sees any of it."""
    return _side(request, SideForm(initial={"side": usual_side(request.here.log) or ""}))


def _side(request: UnlockedRequest, form: SideForm, status: int = 200) -> HttpResponse:
    log = request.here.log
    page = {
        "form": form,
        **_plan(request.here),
        "nights": log.read(log.own, [Night], limit=MOST),
        "changed": "changed" in request.GET,
    }
    return render(request, "support/side.html", page, status=status)


def _plan(here: Here) -> dict[str, object]:
    """The newest plan in words, and whether its wait goes on."""
    entry = _newest(here)
    if entry is None or not isinstance(entry.moment, Waiting):
        return {"plan": None}
    ask = words().ask.get(entry.moment.asking or "")
    today = here.now.astimezone(here.zone).date()
    return {
        "plan": entry,
        "asking": ask.label if ask else "",
        "until": entry.moment.until,
        "running": runs(entry.moment, today=today),
    }


def _newest(here: Here) -> Entry | None:
    return next(iter(here.log.read(here.log.own, [Waiting], limit=1)), None)


@require_POST
@unlocked
def choose_side(request: UnlockedRequest) -> HttpResponse:
    """Where I mostly am. I can take the other side at any moment."""
    form = SideForm(request.POST)
    if not form.is_valid():
        return _side(request, form, status=422)
    here = request.here
    chosen = form.cleaned_data["side"] or None
    otherwise = Preferences(idle_minutes=here.idle_minutes, time_zone=here.zone.key)
    prefer(here.log, otherwise, now=here.now, usual_side=chosen)
    return redirect(f"{reverse('support')}?changed=1")


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def waiting(request: UnlockedRequest) -> HttpResponse:
    """My limits and my waiting plan: a new one, or a new version of the one there is."""
    here = request.here
    today = here.now.astimezone(here.zone).date()
    if request.method == "POST":
        form = WaitingForm(request.POST, today=today)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.waiting(), "support", by_id=False)
    entry = _newest(here)
    page = {
        "form": WaitingForm(today=today, initial=_initial(entry)),
        "entry": entry,
        "record": uuid4(),
        "own": here.log.own,
        "words": words(),
    }
    return render(request, "support/waiting.html", page)


def _initial(entry: Entry | None) -> dict[str, object]:
    """What the last version said. How long is asked anew: its day may be over."""
    if entry is None or not isinstance(entry.moment, Waiting):
        return {}
    return {"asking": entry.moment.asking}


@require_POST
@unlocked
def remove_waiting(request: UnlockedRequest) -> HttpResponse:
    """Remove the plan, and what it was before."""
    remove_versions(request.here.log, Waiting)
    return redirect("support")


@require_safe
def further(request: Request) -> HttpResponse:
    """What if nothing changes. The same for everyone, signed in or out."""
    return render(request, "support/further.html")

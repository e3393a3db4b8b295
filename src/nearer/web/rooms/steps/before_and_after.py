"""A step before it and after it: what one expects, what came, and how to let it go."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.remove_whole import remove_whole
from nearer.acts.tell_step import only_id, tell_step
from nearer.core.moments import Expectation, StepOutcome
from nearer.store.log import Entry
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.steps.forms import FEARED, TakeForm, TellForm
from nearer.web.rooms.steps.ladder import Ladder
from nearer.web.rooms.steps.views import size_of


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def take(request: UnlockedRequest, step: UUID) -> HttpResponse:
    """What do I fear, how likely, how will I know. All of it may stay empty."""
    shown = Ladder(request.here.log).with_key(step, size_of(request))
    if shown is None or shown.step is None:
        raise Http404
    if request.method == "POST":
        form = TakeForm(request.POST)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.expectation(shown.step), "step-taken")
    page = {
        "shown": shown,
        "form": TakeForm(initial={"size": shown.size}),
        "record": uuid4(),
        "own": request.here.log.own,
    }
    return render(request, "steps/take.html", page)


def _taken(request: UnlockedRequest, taken: UUID) -> tuple[Entry, Entry | None]:
    """A step of this person's and what came of it; 404 for anything else."""
    log = request.here.log
    entry = entry_of(log, log.own, taken, Expectation)
    told = [one for one in log.about(log.own, [taken]) if isinstance(one.moment, StepOutcome)]
    return entry, told[-1] if told else None


def _page(request: UnlockedRequest, entry: Entry, outcome: Entry | None) -> dict[str, Any]:
    expected, log = entry.moment, request.here.log
    if not isinstance(expected, Expectation):
        raise Http404
    page: dict[str, Any] = {
        "entry": entry,
        "likely": expected.likely,
        "shown": Ladder(log).then(entry, expected.step),
        "outcome": outcome,
    }
    if outcome is not None and isinstance(outcome.moment, StepOutcome):
        page["feared"] = outcome.moment.feared
        page["line"] = FEARED[outcome.moment.feared]
        page["rough"] = outcome.moment.as_outcome().went == "rough"
    return page


@require_safe
@unlocked
def taken(request: UnlockedRequest, taken: UUID) -> HttpResponse:
    """A step that was taken: open still, or what came of it."""
    entry, outcome = _taken(request, taken)
    page = "steps/open.html" if outcome is None else "steps/told.html"
    return render(request, page, _page(request, entry, outcome))


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def tell(request: UnlockedRequest, taken: UUID) -> HttpResponse:
    """What came of the fear, what surprised, how hard it was, a next time."""
    entry, outcome = _taken(request, taken)
    if request.method == "POST":
        return _tell(request, entry)
    if outcome is not None:
        return redirect("step-taken", taken=taken)
    log = request.here.log
    page = {
        **_page(request, entry, None),
        "form": TellForm(),
        "record": only_id(log, taken),
        "own": log.own,
    }
    return render(request, "steps/tell.html", page)


def _tell(request: UnlockedRequest, entry: Entry) -> HttpResponse:
    log, form, expected = request.here.log, TellForm(request.POST), entry.moment
    if not form.is_valid() or not isinstance(expected, Expectation):
        return answers.not_yet(form)
    if form.record_id() != only_id(log, entry.id):
        raise Http404  # its words are sealed for another record, and would never open here
    said, words = form.outcome(entry.id, expected), form.cleaned_data["words"]
    there = reverse("step-taken", args=[entry.id])
    return own.then(there, lambda: tell_step(log, entry, said, words, now=request.now))


@require_POST
@unlocked
def remove(request: UnlockedRequest, taken: UUID) -> HttpResponse:
    """Let a step go, or remove one that is past. Nothing of it stays."""
    entry, outcome = _taken(request, taken)
    remove_whole(request.here.log, entry)
    return redirect("steps" if outcome is None else "steps-past")

"""What passes between the two: showing a half, opening what came, lines, and taking back."""

from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nearer.acts.cycle import add_line, look, show_half
from nearer.acts.open_all import open_all
from nearer.acts.take_back import take_back as take_back_entry
from nearer.content import ours, vocabulary
from nearer.core.moments import CycleHalf, CycleLine
from nearer.store.log import AlreadyKept, Closed, OpenSpace
from nearer.web import answers
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.not_sent import REFUSALS, refusal
from nearer.web.rooms.cycle.forms import LineForm, ShowForm
from nearer.web.rooms.cycle.views import newest_half


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def show(request: UnlockedRequest) -> HttpResponse:
    """Exactly what the other will see of my half, and the choice to show it."""
    here = request.here
    couple, kept = here.log.couple, newest_half(here)
    if request.method == "POST":
        return _show(request)
    if couple is None or kept is None:
        return redirect("cycle")
    mine = look(here.log, couple, now=here.now).mine
    page = {
        "entry": kept,
        "couple": couple,
        "record": mine.id if mine else uuid4(),
        "partner": here.partner,
        "vocabulary": vocabulary(),
        "ours": ours(),
    }
    return render(request, "cycle/show.html", page)


def _show(request: UnlockedRequest) -> HttpResponse:
    log, form = request.here.log, ShowForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    draft = entry_of(log, log.own, form.cleaned_data["draft"], CycleHalf)
    words, couple = form.cleaned_data["words"], log.couple
    if bool(words) != bool(draft.words):
        return answers.cannot(_("Your words didn’t come along. Wait a moment, then send again."))
    try:
        if couple is None:
            raise Closed
        show_half(log, couple, draft, form.record_id(), words, now=request.now)
    except REFUSALS as refused:
        return refusal(request, refused)
    return answers.go_to(reverse("cycle"))


def _couple(request: UnlockedRequest) -> OpenSpace:
    """The space of the two; 404 for somebody who is not linked."""
    couple = request.here.log.couple
    if couple is None:
        raise Http404
    return couple


@require_POST
@unlocked
def take_back(request: UnlockedRequest) -> HttpResponse:
    """Take one's own half back, at once. The page is the same whether it was read or not."""
    log, couple = request.here.log, _couple(request)
    mine = look(log, couple, now=request.now).mine
    if mine is not None:
        take_back_entry(log, couple, mine.id, now=request.now)
    return redirect("cycle")


@require_POST
@unlocked
def open_it(request: UnlockedRequest) -> HttpResponse:
    """Open all that the other has added. Noted in one's own space alone."""
    log, couple = request.here.log, _couple(request)
    open_all(log, look(log, couple, now=request.now).waiting, now=request.now)
    return redirect("cycle")


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def add(request: UnlockedRequest) -> HttpResponse:
    """A line for one of the boxes, or a name for the pattern: written, looked at, added."""
    couple = request.here.log.couple
    if request.method == "POST":
        return _add(request)
    if couple is None:
        return redirect("cycle")
    page = {
        "form": LineForm(initial={"box": request.GET.get("box")}),
        "record": uuid4(),
        "couple": couple,
        "partner": request.here.partner,
        "names": ours().names,
    }
    return render(request, "cycle/line.html", page)


def _add(request: UnlockedRequest) -> HttpResponse:
    log, form = request.here.log, LineForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    words, couple = form.cleaned_data["words"], log.couple
    try:
        if couple is None:
            raise Closed
        add_line(log, couple, form.record_id(), form.cycle_line(), words, now=request.now)
    except AlreadyKept as kept:
        if kept.entry.words != words:
            return answers.cannot(_("You have added this already, perhaps in another tab."))
    except REFUSALS as refused:
        return refusal(request, refused)
    return answers.go_to(reverse("cycle"))


@require_POST
@unlocked
def take_line_back(request: UnlockedRequest, line: UUID) -> HttpResponse:
    """Take a line of one's own out of its box."""
    log, couple = request.here.log, _couple(request)
    if entry_of(log, couple, line, CycleLine).author != log.me:
        raise Http404
    take_back_entry(log, couple, line, now=request.now)
    return redirect("cycle")

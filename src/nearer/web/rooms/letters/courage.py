"""That a letter took courage: say so in the form it asks for, open what was said, take it back.

None of it is a receipt. Whoever says nothing is not told from who has not read.
"""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nearer.acts.acknowledge import acknowledge, only_id
from nearer.acts.take_back import take_back as take_back_entry
from nearer.content import appreciations
from nearer.core.moments import Letter
from nearer.store.log import AlreadyKept
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.letters.forms import CourageForm
from nearer.web.rooms.letters.refusals import REFUSALS, refusal
from nearer.web.rooms.letters.thread import Thread, thread_of


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def courage(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """A word, written and looked at before it goes; or the one tap of a sign."""
    thread = thread_of(request, letter)
    held = thread.seen.letter
    if thread.seen.mine or held is None or thread.seen.state == "waiting":
        raise Http404
    if not (isinstance(held.moment, Letter) and held.moment.receive in {"word", "sign"}):
        raise Http404
    if request.method == "POST":
        return _send(request, thread)
    if thread.seen.courage is not None or held.moment.receive == "sign":
        return redirect("letter", letter=letter)
    page = {
        "seen": thread.seen,
        "space": thread.space,
        "record": only_id(request.here.log, thread.space, letter),
        "words": appreciations().courage,
        "partner": request.here.partner,
    }
    return render(request, "letters/courage.html", page)


def _send(request: UnlockedRequest, thread: Thread) -> HttpResponse:
    form = CourageForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    log, there = request.here.log, reverse("letter", args=[thread.seen.id])
    said, box = form.courage_for(thread.seen.id), form.box()
    try:
        acknowledge(log, thread.space, said, box, now=request.now)
    except AlreadyKept as kept:
        if kept.entry.words != box:
            return answers.cannot(_("You have sent a word already, perhaps in another tab."))
    except REFUSALS as refused:
        return refusal(request, refused)
    return answers.go_to(there)


@require_POST
@unlocked
def open_it(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Open the word or sign that came for one's own letter. Noted in one's own space alone."""
    seen = thread_of(request, letter).seen
    if seen.courage is None or seen.courage.mine:
        raise Http404
    own.note_opened(request, seen.courage.id)
    return redirect("letter", letter=letter)


@require_POST
@unlocked
def take_back(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Take back one's own word or sign."""
    thread = thread_of(request, letter)
    if thread.seen.courage is None or not thread.seen.courage.mine:
        raise Http404
    take_back_entry(request.here.log, thread.space, thread.seen.courage.id, now=request.now)
    return redirect("today")

"""How one's answer felt: guess it first, see it, and show the guess if one likes.

What the other keeps for themselves plays no part on any of these pages: a guess can be made
whether there is something to see or not, and until one has seen it.
"""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from msgspec import to_builtins

from nearer.acts.guess import SeenAlready, keep_guess, share_guess
from nearer.acts.pull_back import InPause
from nearer.core.letters import SeenReply
from nearer.store.log import Closed, Entry, NotThere
from nearer.web import own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now
from nearer.web.rooms.letters.forms import GuessForm
from nearer.web.rooms.letters.thread import Thread, thread_of


def _answer_of_mine(thread: Thread) -> SeenReply[Entry]:
    """One's own answer to this letter; 404 without one, and for one that was taken back."""
    reply = thread.seen.reply
    if reply is None or not reply.mine or reply.state == "removed":
        raise Http404
    return reply


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def guess(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """What I think it was like for them. Once I have seen it, there is nothing to guess."""
    thread = thread_of(request, letter)
    reply = _answer_of_mine(thread)
    if request.method == "POST":
        return _keep(request, thread, reply)
    if reply.felt is not None:
        return redirect("letter", letter=letter)
    initial = to_builtins(reply.guess.moment) if reply.guess else None
    return _page(request, thread, GuessForm(initial=initial))


def _page(
    request: UnlockedRequest, thread: Thread, form: GuessForm, status: int = 200
) -> HttpResponse:
    page = {"seen": thread.seen, "form": form, "partner": request.here.partner}
    return render(request, "letters/guess.html", page, status=status)


def _keep(request: UnlockedRequest, thread: Thread, reply: SeenReply[Entry]) -> HttpResponse:
    form = GuessForm(request.POST)
    if not form.is_valid():
        return _page(request, thread, form, status=422)
    try:
        keep_guess(request.here.log, thread.space, form.guess_about(reply.id), now=request.now)
    except InPause as pause:
        form.add_error(None, not_now(request.here, pause))
        return _page(request, thread, form, status=409)
    except (SeenAlready, Closed):
        pass  # seen in another tab, or nobody to show it to: the letter says how it stands
    return redirect("letter", letter=thread.seen.id)


@require_POST
@unlocked
def see_felt(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """See how it felt. Noted in one's own space alone; after it nothing can be guessed."""
    reply = _answer_of_mine(thread_of(request, letter))
    if not reply.felt_waits:
        raise Http404
    own.note_opened(request, reply.id)
    return redirect("letter", letter=letter)


@require_POST
@unlocked
def share(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Let the other see the guess, or keep it for oneself again."""
    thread = thread_of(request, letter)
    reply = _answer_of_mine(thread)
    shared = request.POST.get("shared") == "on"
    try:
        share_guess(request.here.log, thread.space, reply.id, shared=shared, now=request.now)
    except NotThere:
        raise Http404 from None
    except InPause as pause:
        form = GuessForm(to_builtins(reply.guess.moment) if reply.guess else None)
        form.add_error(None, not_now(request.here, pause))
        return _page(request, thread, form, status=409)
    except Closed:
        pass
    return redirect("letter", letter=letter)

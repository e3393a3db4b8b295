"""Read a letter, answer it, say how the answer felt, take back what is one's own."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from msgspec import to_builtins

from nearer.acts.acknowledge import only_id
from nearer.acts.pull_back import InPause
from nearer.acts.share import keep_felt, send_reply
from nearer.acts.take_back import take_back as take_back_entry
from nearer.content import vocabulary
from nearer.core.letters import guess_gap
from nearer.core.moments import Reply
from nearer.store.log import AlreadyKept, NotThere
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now
from nearer.web.rooms.letters.forms import FeltForm, ReplyForm
from nearer.web.rooms.letters.help import help_with
from nearer.web.rooms.letters.refusals import REFUSALS, refusal
from nearer.web.rooms.letters.thread import Thread, thread_of


@require_safe
@unlocked
def letter(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """One letter. An unopened one is an envelope: opening is an act, which no prefetch does."""
    thread = thread_of(request, letter)
    felt = thread.seen.reply.felt if thread.seen.reply else None
    return _page(request, thread, FeltForm(initial=to_builtins(felt.moment) if felt else None))


def _page(
    request: UnlockedRequest, thread: Thread, felt: FeltForm, status: int = 200
) -> HttpResponse:
    seen = thread.seen
    closed = not seen.mine and seen.state == "waiting"
    page = {
        "seen": seen,
        "reply": seen.reply,
        "space": thread.space,
        "felt_form": felt,
        "gap": guess_gap(seen.reply) if seen.reply else (),
        "courage_record": _courage_record(request, thread),
        "partner": request.here.partner,
        "vocabulary": vocabulary(),
    }
    name = "letters/envelope.html" if closed else "letters/letter.html"
    return render(request, name, page, status=status)


def _courage_record(request: UnlockedRequest, thread: Thread) -> UUID | None:
    """The id for a word or sign of one's own, while the letter asks for one and none was sent."""
    seen = thread.seen
    wanted = getattr(seen.letter.moment, "receive", None) if seen.letter else None
    if seen.mine or seen.courage or not thread.space.is_open or wanted not in {"word", "sign"}:
        return None
    return only_id(request.here.log, thread.space, seen.id)


@require_POST
@unlocked
def open_it(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Open a letter, or the reply to one's own. Noted in one's own space alone."""
    seen = thread_of(request, letter).seen
    own.note_opened(request, seen.reply.id if seen.mine and seen.reply else letter)
    return redirect("letter", letter=letter)


@require_http_methods(["GET", "POST"])
@unlocked
def reply(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Answer in three parts, with a preview on the page before anything is sent."""
    thread = thread_of(request, letter)
    if thread.seen.mine or thread.seen.letter is None or thread.seen.state == "waiting":
        raise Http404
    if request.method == "POST":
        return _send_reply(request, thread)
    if thread.seen.reply is not None:
        return redirect("letter", letter=letter)
    log = request.here.log
    page = {
        "seen": thread.seen,
        "space": thread.space,
        "record": log.only_id(thread.space, Reply, letter),
        "partner": request.here.partner,
        "vocabulary": vocabulary(),
        **help_with(thread.seen.letter.moment),
    }
    return render(request, "letters/reply.html", page)


def _send_reply(request: UnlockedRequest, thread: Thread) -> HttpResponse:
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    there = reverse("letter", args=[thread.seen.id])
    try:
        send_reply(
            request.here.log,
            thread.space,
            thread.seen.id,
            form.reply_to(thread.seen.id),
            form.cleaned_data["words"],
            now=request.now,
        )
    except AlreadyKept as kept:
        if kept.entry.words == form.cleaned_data["words"]:
            return answers.go_to(there)
        return answers.cannot(_("You have answered this letter already, perhaps in another tab."))
    except REFUSALS as refused:
        return refusal(request, refused)
    return answers.go_to(there)


@require_POST
@unlocked
def felt(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """How the reply felt to the one who wrote the letter."""
    thread = thread_of(request, letter)
    answer = thread.seen.reply
    if not thread.seen.mine or answer is None or answer.state == "removed":
        raise Http404
    form = FeltForm(request.POST)
    if not form.is_valid():
        return _page(request, thread, form, status=422)
    try:
        keep_felt(request.here.log, thread.space, form.felt_about(answer.id), now=request.now)
    except InPause as pause:
        form.add_error(None, not_now(request.here, pause))
        return _page(request, thread, form, status=409)
    return redirect("letter", letter=letter)


@require_POST
@unlocked
def take_back(request: UnlockedRequest, letter: UUID) -> HttpResponse:
    """Take back one's own letter, or one's own reply to the other's."""
    thread = thread_of(request, letter)
    seen = thread.seen
    mine = letter if seen.mine else (seen.reply.id if seen.reply and seen.reply.mine else None)
    if mine is None:
        raise Http404
    try:
        take_back_entry(request.here.log, thread.space, mine, now=request.now)
    except NotThere:
        raise Http404 from None
    return redirect("today")

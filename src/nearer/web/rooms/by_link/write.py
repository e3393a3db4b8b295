"""The writer's side: a letter, its link, what came back, and all of them."""

from uuid import UUID, uuid4

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts import by_link, pair
from nearer.acts.pair import CannotPair
from nearer.content import support, vocabulary
from nearer.core.moments import AnswerByLink, LetterByLink, LetterKept
from nearer.store.log import Draft, Entry, NotThere
from nearer.vault.wire import to_text
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.invites import sentence
from nearer.web.rooms.by_link.forms import AnswerKeptForm, LinkedLetterForm

MOST = 100
"""Letters listed, newest first. The export has them all."""


@require_safe
@unlocked
def letters(request: UnlockedRequest) -> HttpResponse:
    """All that I sent by a link, or kept when it came by one."""
    log = request.here.log
    page = {
        "letters": log.read(log.own, [LetterByLink, LetterKept], limit=MOST),
        "answered": {entry.id for entry in by_link.answered(log)},
    }
    return render(request, "by_link/letters.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """Write one, see it as they will, and make its link. Who is linked has letters for that."""
    here = request.here
    if request.method == "POST":
        return _send(request)
    under_way = None if here.log.couple else pair.under_way(here.person, now=here.now)
    if here.log.couple or (under_way and under_way.accepter_id):
        return redirect("letter-new" if here.log.couple else "us")
    offered, words = support(), vocabulary()
    page = {
        "record": uuid4(),
        "earlier": under_way,
        "offered": offered,
        "feelings": [words.feeling[one].word for one in offered.by_link.feelings],
    }
    return render(request, "by_link/new.html", page)


def _send(request: UnlockedRequest) -> HttpResponse:
    form = LinkedLetterForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    here, invite = request.here, form.new_invite()
    if not here.log.can_open(invite.space, invite.marks_key):
        return answers.cannot(sentence("torn"))
    words, record = form.cleaned_data["words"], form.record_id()
    copy = Draft(record, LetterByLink(letter=invite.id), here.now, words, about=invite.id)
    try:
        by_link.send(here.person, here.log, invite, form.new_letter(), copy, now=here.now)
    except NotThere:
        raise Http404 from None
    except CannotPair as refused:
        return answers.cannot(sentence(refused.reason))
    except DatabaseError:
        return answers.full()
    return answers.go_to(reverse("by-link-letter", args=[record]))


@require_safe
@unlocked
def letter(request: UnlockedRequest, linked: UUID) -> HttpResponse:
    """One of mine: with its link while it can be read, and with what came back."""
    log = request.here.log
    entry = entry_of(log, log.own, linked, LetterByLink, LetterKept)
    if not isinstance(entry.moment, LetterByLink):
        return render(request, "by_link/kept.html", {"entry": entry})
    only = log.only_id(log.own, AnswerByLink, entry.id)
    kept = log.many(log.own, [only])
    row = by_link.state(log, entry.moment.letter, now=request.now)
    page = {
        "entry": entry,
        "letter": entry.moment.letter,
        "row": None if kept else row,
        "until": row.made + pair.INVITE_LASTS if row else None,
        "came": to_text(bytes(row.answer)) if row and not kept else "",
        "record": only,
        "answer": kept[0] if kept else None,
    }
    return render(request, "by_link/letter.html", page)


def _mine(request: UnlockedRequest, linked: UUID) -> Entry:
    log = request.here.log
    return entry_of(log, log.own, linked, LetterByLink)


@require_POST
@unlocked
def keep_answer(request: UnlockedRequest, linked: UUID) -> HttpResponse:
    """Keep what came back, which this browser has opened."""
    entry, form = _mine(request, linked), AnswerKeptForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    words = form.cleaned_data["words"]

    def keep() -> None:
        by_link.keep_answer(request.here.log, entry, words, now=request.now)

    return own.then(reverse("by-link-letter", args=[linked]), keep)


@require_POST
@unlocked
def take_back(request: UnlockedRequest, linked: UUID) -> HttpResponse:
    """The link leads nowhere from now on. My copy stays."""
    entry = _mine(request, linked)
    if isinstance(entry.moment, LetterByLink):
        by_link.take_back(request.here.log, entry.moment.letter)
    return redirect("by-link-letter", linked=linked)


@require_POST
@unlocked
def remove(request: UnlockedRequest, linked: UUID) -> HttpResponse:
    """Remove one of mine, or one that I kept, with all that belongs to it."""
    log = request.here.log
    by_link.remove(log, entry_of(log, log.own, linked, LetterByLink, LetterKept))
    return redirect("by-link")

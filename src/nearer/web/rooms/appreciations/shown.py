"""A good thing that was shown: reading it, asking back, telling a little more, taking back."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nearer.acts import appreciate
from nearer.acts.pull_back import InPause
from nearer.acts.take_back import take_back as take_back_entry
from nearer.content import appreciations
from nearer.core.appreciations import SeenGood, see_good
from nearer.core.moments import Appreciation, AskedBack, ToldMore
from nearer.store.log import AlreadyKept, Closed, Entry, NotThere, OpenSpace
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now
from nearer.web.rooms.appreciations.forms import AskForm, MoreForm, WordsNeeded


@dataclass(frozen=True, slots=True)
class Thread:
    """A good thing as this person sees it, and the couple's space it is in."""

    seen: SeenGood[Entry]
    space: OpenSpace


def thread_of(request: UnlockedRequest, good: UUID) -> Thread:
    """The good thing with this id in a couple's space of this person; 404 if there is none."""
    here = request.here
    for space in here.log.spaces:
        if space.kind == "own":
            continue
        about = here.log.about(space, [good])
        ids = [good, *(getattr(entry.moment, "about", entry.id) for entry in about)]
        ids += [entry.id for entry in about]
        entries = [*here.log.many(space, [good]), *about, *here.log.about(here.log.own, ids)]
        seen = see_good(entries, good, who=here.person.id)
        if seen is not None:
            return Thread(seen, space)
    raise Http404


def page_of(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """How it stands between the two. An unopened one is closed: opening is an act."""
    thread = thread_of(request, good)
    seen, log = thread.seen, request.here.log
    news = seen.good.entry is not None and _is_news(seen.good.entry)
    read = seen.question is not None and seen.question.state == "opened"
    asks = news and not seen.good.mine and seen.good.state == "opened" and seen.question is None
    tells = news and seen.good.mine and read and seen.answer is None
    kind = AskedBack if asks else ToldMore
    page = {
        "seen": seen,
        "space": thread.space,
        "asks": asks and thread.space.is_open,
        "tells": tells and thread.space.is_open,
        "record": log.only_id(thread.space, kind, good),
        "questions": appreciations().ask_back,
        "partner": request.here.partner,
    }
    return render(request, "appreciations/good.html", page)


def _is_news(entry: Entry) -> bool:
    return isinstance(entry.moment, Appreciation) and entry.moment.of == "good_news"


@require_POST
@unlocked
def open_it(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """Read what the other has shown, asked or told. Noted in one's own space alone."""
    seen = thread_of(request, good).seen
    for part in (seen.good, seen.question, seen.answer):
        if part is not None and part.state == "waiting":
            own.note_opened(request, part.id)
    return redirect("good", good=good)


@require_POST
@unlocked
def ask(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """Ask back, once, in place of praise."""
    thread = thread_of(request, good)
    if thread.seen.good.state != "opened":
        raise Http404
    return _send(request, thread, AskForm(request.POST), appreciate.ask_back)


@require_POST
@unlocked
def tell(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """A few words to what was asked, once."""
    thread = thread_of(request, good)
    if thread.seen.question is None or thread.seen.question.state != "opened":
        raise Http404
    return _send(request, thread, MoreForm(request.POST), appreciate.tell_more)


def _send(
    request: UnlockedRequest, thread: Thread, form: WordsNeeded, act: Callable[..., None]
) -> HttpResponse:
    if not form.is_valid():
        return answers.not_yet(form)
    good, box = thread.seen.good.id, form.cleaned_data["words"]
    try:
        act(request.here.log, thread.space, good, box, now=request.now)
    except AlreadyKept as kept:
        if kept.entry.words != box:
            return answers.cannot(_("You have sent this already, perhaps in another tab."))
    except InPause as pause:
        return answers.cannot(not_now(request.here, pause, kept=True))
    except (Closed, NotThere):
        return answers.cannot(_("This was taken back, or you are not linked now. Nothing is sent."))
    except DatabaseError:
        return answers.full()
    return answers.go_to(reverse("good", args=[good]))


@require_POST
@unlocked
def take_back(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """Take back one part of one's own: the good thing, the question, or the answer."""
    thread = thread_of(request, good)
    seen = thread.seen
    parts = {"good": seen.good, "question": seen.question, "answer": seen.answer}
    part = parts.get(request.POST.get("part", ""))
    if part is None or not part.mine:
        raise Http404
    take_back_entry(request.here.log, thread.space, part.id, now=request.now)
    return redirect("today")

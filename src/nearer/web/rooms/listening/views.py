"""A round on its one page: whatever comes next stands there, on two phones or on one."""

from uuid import uuid4

from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nearer.acts import listen
from nearer.acts.listen import OneIsOpen
from nearer.acts.pull_back import InPause
from nearer.core.listening import WrongMove
from nearer.core.moments import ListeningKept
from nearer.store.log import NotThere
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.listening.forms import InviteForm, MoveForm, WrittenForm
from nearer.web.rooms.listening.shown import Shown, end


@require_safe
@unlocked
def listening(request: UnlockedRequest) -> HttpResponse:
    """The round that runs, or how to begin one."""
    listen.sweep_ended(request.here.log)
    return _page(request)


def shown(request: UnlockedRequest) -> Shown | None:
    """The round that runs, as this person sees it."""
    here = request.here
    found = listen.running(here.log, now=here.now)
    if found is None:
        return None
    held = request.GET.get("held") == str(found.state.number)
    return Shown(here, found, held)


def page_of(request: UnlockedRequest, error: str = "") -> dict[str, object]:
    """What the page and its live part need. Where no round runs: how to begin, and what is kept."""
    here, now = request.here, shown(request)
    page: dict[str, object] = {
        "shown": now,
        "error": error,
        "news": "news" in request.GET,
        "end": end(_how_it_ended(request)) if now is None else "",
        "partner": here.partner,
    }
    if now is None:
        page |= {
            "form": InviteForm(initial={"phones": "two" if here.partner else "one"}),
            "record": uuid4(),
            "kept": listen.kept(here.log),
        }
    return page


def _how_it_ended(request: UnlockedRequest) -> str:
    """Where the page was when the round ended; or "kept", if it was kept meanwhile."""
    was = request.GET.get("was", "")
    at = request.GET.get("at", "")
    if was == "keeping" and any(at.startswith(one) for one in _kept_lately(request.here)):
        return "kept"
    return was


def _kept_lately(here: Here) -> list[str]:
    """The ids of rounds of which something was kept."""
    notes = [entry.moment for entry in listen.kept(here.log)]
    return [str(note.about) for note in notes if isinstance(note, ListeningKept)]


def _page(
    request: UnlockedRequest, form: InviteForm | None = None, error: str = "", status: int = 200
) -> HttpResponse:
    page = page_of(request, error)
    if form is not None:
        page["form"] = form
    return render(request, "listening/listening.html", page, status=status)


@require_safe
@unlocked
def now(request: UnlockedRequest) -> HttpResponse:
    """The part that changes, for a page that is open: nothing while it shows what is true.

    A page on which somebody may be writing is told beside it that it has gone on, and is left as
    it is: what is in a field is never taken away.
    """
    page = page_of(request)
    found = page["shown"]
    key = found.key if isinstance(found, Shown) else ""
    if key == request.GET.get("at", ""):
        return HttpResponse(status=204)
    if request.GET.get("writing") == "1":
        answer = render(request, "listening/_news.html", page)
        answer["HX-Retarget"], answer["HX-Reswap"] = "#news", "innerHTML"
        return answer
    return render(request, "listening/_round.html", page)


@require_safe
@unlocked
def time_is_over(request: UnlockedRequest) -> HttpResponse:
    """The time of a turn is over: said quietly, and nobody is cut off."""
    return render(request, "listening/_over.html")


@require_POST
@unlocked
def invite(request: UnlockedRequest) -> HttpResponse:
    """Ask the other, or begin on this phone."""
    form, here = InviteForm(request.POST), request.here
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        with own.once():
            listen.invite(here.log, form.cleaned_data["record"], form.moment(), now=here.now)
    except OneIsOpen:
        return redirect(f"{reverse('listening')}?news=1")
    except InPause:
        error = _("They need a pause right now. You can ask when they are back.")
        return _page(request, form, error, status=409)
    return redirect("listening")


@require_POST
@unlocked
def move(request: UnlockedRequest) -> HttpResponse:
    """A tap: yes, begin, swap, just sit, close, leave, keep."""
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _page(request, error=" ".join(answers.of_the_whole(form)), status=422)
    data = form.cleaned_data
    # Leaving works whatever has happened meanwhile, and each answers at the end apart.
    number = None if data["what"] in ("leave", "keep", "let_go") else data["number"]
    before = shown(request)
    try:
        goes_on = listen.make(
            request.here.log, data["found"], number, data["what"], now=request.now
        )
    except (WrongMove, InPause):
        return redirect(f"{reverse('listening')}?news=1")
    except NotThere:
        return redirect(ended("talk"))
    if goes_on:
        return redirect("listening")
    if str(data["found"]) in _kept_lately(request.here):
        return redirect(ended("kept"))
    return redirect(ended(before.was if before else "talk"))


def ended(was: str) -> str:
    """The page after a round, with one sentence for how it was."""
    return f"{reverse('listening')}?{urlencode({'was': was})}"


@require_POST
@unlocked
def with_words(request: UnlockedRequest) -> HttpResponse:
    """A move that is written, or said aloud."""
    form = WrittenForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    data, words = form.cleaned_data, form.sent_words()
    made = (data["found"], data["number"], data["what"], words)
    try:
        listen.make(request.here.log, *made, now=request.now)
    except (WrongMove, NotThere):
        if _is_made(request, form):
            return answers.go_to(reverse("listening"))
        return answers.cannot(_("It has gone on meanwhile. What you wrote is still here."))
    except InPause:
        return answers.cannot(_("They need a pause right now. What you wrote is still here."))
    except DatabaseError:
        return answers.full()
    return answers.go_to(reverse("listening"))


def _is_made(request: UnlockedRequest, form: WrittenForm) -> bool:
    """Whether this very move is made already: a second tap, or an answer that was lost."""
    data, log = form.cleaned_data, request.here.log
    found = listen.running(log, now=request.now)
    if found is None or found.id != data["found"]:
        return False
    made = found.move(data["number"])
    return made is not None and made.id == form.record_id()

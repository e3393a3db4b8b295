"""Good things: all of them, a new one, one that is kept, and showing it."""

from contextlib import suppress
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts import appreciate
from nearer.acts.pull_back import InPause
from nearer.content import appreciations
from nearer.core.appreciations import SeenGood, see_goods
from nearer.core.moments import Appreciation, TakenBack
from nearer.store.log import Closed, Entry, NotThere
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.in_pause import not_now
from nearer.web.rooms.appreciations.forms import OF, GoodForm
from nearer.web.rooms.appreciations.shown import page_of, thread_of
from nearer.web.sealed import WordsField

MOST = 200
"""Good things listed, newest first. The export has all of one's own."""


@require_safe
@unlocked
def goods(request: UnlockedRequest) -> HttpResponse:
    """What I keep, and what we have shown each other. No count, no calendar."""
    here = request.here
    page = {
        "kept": here.log.read(here.log.own, [Appreciation], limit=MOST),
        "seen": _seen(here),
        "partner": here.partner,
    }
    return render(request, "appreciations/goods.html", page)


def _seen(here: Here) -> list[SeenGood[Entry]]:
    found: list[SeenGood[Entry]] = []
    for space in here.log.spaces:
        if space.kind == "own":
            continue
        entries = here.log.read(space, [Appreciation, TakenBack], limit=MOST)
        ids = [
            entry.moment.about if isinstance(entry.moment, TakenBack) else entry.id
            for entry in entries
        ]
        found += see_goods([*entries, *here.log.about(here.log.own, ids)], who=here.person.id)
    return sorted(found, key=lambda one: one.good.at, reverse=True)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """A strength, something imperfect, or good news; kept for oneself first."""
    if request.method == "POST":
        form = GoodForm(request.POST)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.appreciation(), "good")
    words = appreciations().starts_for
    page = {
        "form": GoodForm(),
        "record": uuid4(),
        "own": request.here.log.own,
        "starts": [(label, words[of]) for of, label in OF.items()],
    }
    return render(request, "appreciations/new.html", page)


@require_safe
@unlocked
def good(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """Kept for oneself: what it says, and two ways on. Shown: how it stands between the two."""
    kept = _kept(request, good)
    if kept is None:
        return page_of(request, good)
    page = {"entry": kept, "partner": request.here.partner}
    return render(request, "appreciations/kept.html", page)


def _kept(request: UnlockedRequest, good: UUID) -> Entry | None:
    """This one, if it is kept for oneself."""
    log = request.here.log
    with suppress(Http404):
        return entry_of(log, log.own, good, Appreciation)
    return None


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def show(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """Exactly what the other will see, and the choice to show it."""
    log, kept = request.here.log, _kept(request, good)
    if kept is None:
        thread_of(request, good)  # 404, unless it was shown meanwhile in another tab
    if request.method == "POST":
        return _show(request, good)
    if kept is None or log.couple is None:
        return redirect("good", good=good)
    page = {"entry": kept, "couple": log.couple, "partner": request.here.partner}
    return render(request, "appreciations/show.html", page)


def _show(request: UnlockedRequest, good: UUID) -> HttpResponse:
    try:
        box = WordsField().clean(request.POST.get("words", ""))
        appreciate.show(request.here.log, good, box, now=request.now)
    except ValidationError:
        return answers.cannot(_("Your words didn’t come along. Wait a moment, then send again."))
    except InPause as pause:
        return answers.cannot(not_now(request.here, pause, kept=True))
    except Closed:
        return answers.cannot(
            _("You are not linked with anyone now. What you wrote is kept for you.")
        )
    except NotThere:
        raise Http404 from None
    except DatabaseError:
        return answers.full()
    return answers.go_to(reverse("good", args=[good]))


@require_POST
@unlocked
def remove(request: UnlockedRequest, good: UUID) -> HttpResponse:
    """Remove one that is kept for oneself."""
    log = request.here.log
    log.remove(entry_of(log, log.own, good, Appreciation))
    return redirect("goods")

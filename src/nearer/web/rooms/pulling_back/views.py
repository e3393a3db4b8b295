"""The button that is everywhere, and the two or three pages behind it."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts import pull_back
from nearer.content import vocabulary
from nearer.core.moments import Pause, PauseChange, Sign, kind_of
from nearer.core.pauses import PauseSeen, extensions, offers
from nearer.store.log import Entry, NotThere
from nearer.web import own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.in_pause import not_now
from nearer.web.rooms.pulling_back.forms import PauseForm, SignForm


@require_safe
@unlocked
def ways(request: UnlockedRequest) -> HttpResponse:
    """A sign, a pause, or what would help. While one's pause runs, the pause."""
    if _mine(request.here) is not None:
        return redirect("pause")
    return _ways(request, SignForm(), PauseForm(offers=()))


def _ways(
    request: UnlockedRequest, sign: SignForm, pause: PauseForm, status: int = 200
) -> HttpResponse:
    here = request.here
    page = {
        "sign_form": sign,
        "pause_form": pause,
        "record": uuid4(),
        "offers": offers(here.now, here.zone),
        "vocabulary": vocabulary(),
        "partner": here.partner,
    }
    return render(request, "pulling_back/ways.html", page, status=status)


@require_POST
@unlocked
def send_sign(request: UnlockedRequest) -> HttpResponse:
    """One tap."""
    form = SignForm(request.POST)
    if not form.is_valid():
        return _ways(request, form, PauseForm(offers=()), status=422)
    record = form.cleaned_data["record"]
    try:
        with own.once():
            pull_back.send_sign(request.here.log, record, form.moment(), now=request.now)
    except pull_back.InPause as pause:
        form.add_error(None, not_now(request.here, pause))
        return _ways(request, form, PauseForm(offers=()), status=409)
    return redirect("sign", record=record)


@require_safe
@unlocked
def quiet(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """A sign or a pause again, from the timeline; in whichever of one's spaces it is."""
    for space in request.here.log.spaces:
        with suppress(NotThere):
            entry = request.here.log.get(space, record)
            if isinstance(entry.moment, Sign | Pause):
                return _sign_page(request, entry)
    raise Http404


@require_safe
@unlocked
def sign(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """What was sent, exactly as the other reads it; and the way to take it back."""
    log = request.here.log
    return _sign_page(request, entry_of(log, pull_back.shelf_of(log), record, Sign))


def _sign_page(request: UnlockedRequest, entry: Entry) -> HttpResponse:
    here = request.here
    page = {
        "kind": kind_of(entry.moment),
        "entry": entry,
        "mine": entry.author == here.person.id,
        "partner": here.partner,
        "vocabulary": vocabulary(),
    }
    return render(request, "pulling_back/sign.html", page)


@require_POST
@unlocked
def remove_sign(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """Take a sign of one's own back: it is gone for both."""
    log = request.here.log
    try:
        log.remove(entry_of(log, pull_back.shelf_of(log), record, Sign))
    except NotThere:
        return redirect("pulling-back")
    return redirect("today")


def _mine(here: Here) -> PauseSeen[Entry] | None:
    return pull_back.running_pauses(here.log, now=here.now).get(here.person.id)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def pause(request: UnlockedRequest) -> HttpResponse:
    """The pause one is in: the time, something to do meanwhile, and the way back."""
    here = request.here
    if request.method == "POST":
        return _begin(request)
    mine = _mine(here)
    if mine is None:
        return redirect("pulling-back")
    page = {
        "pause": mine,
        "later": () if mine.extended else _later(mine, here.now),
        "vocabulary": vocabulary(),
        "partner": here.partner,
    }
    return render(request, "pulling_back/pause.html", page)


def _later(mine: PauseSeen[Entry], now: datetime) -> tuple[datetime, ...]:
    return extensions(mine.entry.at, mine.until, now)


def _begin(request: UnlockedRequest) -> HttpResponse:
    here = request.here
    if _mine(here) is not None:
        return redirect("pause")
    form = PauseForm(request.POST, offers=offers(here.now, here.zone))
    if not form.is_valid():
        return _ways(request, SignForm(), form, status=422)
    with own.once():
        pull_back.begin_pause(here.log, form.cleaned_data["record"], form.moment(), now=here.now)
    return redirect("pause")


@require_POST
@unlocked
def longer(request: UnlockedRequest) -> HttpResponse:
    """Put the return off, once, to one of the times that were offered."""
    here = request.here
    mine = _mine(here)
    until = _time(request.POST.get("until", ""))
    if mine is None or mine.extended or until is None:
        return redirect("pause")
    offered = _later(mine, max(here.now, mine.until))
    near = [time for time in offered if abs((time - until).total_seconds()) < 60]  # noqa: PLR2004 - the minute the page has stood open
    if near:
        _change(here, mine, PauseChange(about=mine.id, what="longer", until=near[0]))
    return redirect("pause")


def _time(text: str) -> datetime | None:
    """A time as the page wrote it; None for anything else."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and timezone.is_aware(found) else None


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def back(request: UnlockedRequest) -> HttpResponse:
    """Coming back: it is said, and there is a first sentence to borrow."""
    here = request.here
    if request.method == "POST":
        mine = _mine(here)
        if mine is not None:
            _change(here, mine, PauseChange(about=mine.id, what="back"))
        return redirect("back")
    page = {"vocabulary": vocabulary(), "partner": here.partner}
    return render(request, "pulling_back/back.html", page)


def _change(here: Here, mine: PauseSeen[Entry], change: PauseChange) -> None:
    with own.once():
        pull_back.change_pause(here.log, mine, change, now=here.now)

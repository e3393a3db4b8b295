"""This week: written apart, looked over, ready, and then both at the same moment."""

from contextlib import suppress
from uuid import UUID

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nearer.acts import weekly as acts
from nearer.acts.ask_once import AskedAlready, waiting_request
from nearer.acts.pull_back import InPause
from nearer.acts.weekly import ThisWeek
from nearer.content import weekly as words
from nearer.core.moments import WeeklyDraft
from nearer.store.log import Closed, NotThere
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now
from nearer.web.rooms.weekly.forms import AnswersForm, KeepBackForm, WeekForm
from nearer.web.rooms.weekly.parts import both, parts


@require_safe
@unlocked
def weekly(request: UnlockedRequest) -> HttpResponse:
    """Whatever comes next in this week. Asked by an open page that waits, only what can change."""
    here = request.here
    acts.lapse(here.log, now=here.now)
    under_way = acts.this_week(here.log, now=here.now)
    if under_way is None:
        return render(request, "weekly/alone.html", {"earlier": acts.earlier(here.log)})
    seen = under_way.seen
    if seen.theirs is not None and seen.theirs.state == "waiting":
        own.note_opened(request, seen.theirs.id)
    page = {
        "this": under_way,
        "seen": seen,
        "partner": here.partner,
        "earlier": acts.earlier(here.log, but=under_way.id),
        **(_to_write(under_way) if seen.state == "open" else {}),
        "parts": both(seen.mine, seen.theirs) if seen.state == "shown" else _parts(under_way),
    }
    return render(request, "weekly/_now.html" if request.htmx else "weekly/weekly.html", page)


def asked(under_way: ThisWeek) -> tuple[str, ...]:
    """What this week asks this person: as when they began to write, or as the two have chosen."""
    if under_way.draft is not None and isinstance(under_way.draft.moment, WeeklyDraft):
        return under_way.draft.moment.questions
    return words().asked(under_way.plan.questions, under_way.week.number)


def _parts(under_way: ThisWeek) -> object:
    return parts(asked(under_way), under_way.draft)


def _to_write(under_way: ThisWeek) -> dict[str, object]:
    """What the form for writing needs."""
    log, questions = under_way.log, asked(under_way)
    return {
        "own": log.own,
        "record": acts.draft_id(log, under_way.id),
        "form": AnswersForm(
            initial={
                "week": under_way.id,
                "day": under_way.week.day,
                "questions": list(questions),
            }
        ),
    }


@require_POST
@unlocked
def write(request: UnlockedRequest) -> HttpResponse:
    """Keep what one has written, for oneself."""
    form, log = AnswersForm(request.POST), request.here.log
    if not form.is_valid():
        return answers.not_yet(form)
    data, week = form.cleaned_data, form.week_id()
    if form.record_id() != acts.draft_id(log, week):
        raise Http404  # sealed for another place than it is kept in, it would never open
    return own.then(
        reverse("weekly-look"),
        lambda: acts.write(
            log, week, data["day"], data["questions"], data["words"], now=request.now
        ),
    )


@require_safe
@unlocked
def look(request: UnlockedRequest) -> HttpResponse:
    """What one wrote: what to show, what to keep back, and being ready."""
    return _look(request)


def _look(request: UnlockedRequest, form: KeepBackForm | None = None) -> HttpResponse:
    log, now = request.here.log, request.now
    under_way = acts.this_week(log, now=now)
    if under_way is None or under_way.draft is None or under_way.seen.state != "open":
        return redirect("weekly")
    page = {
        "this": under_way,
        "draft": under_way.draft,
        "parts": parts(asked(under_way), under_way.draft),
        "record": acts.shown_id(log, under_way.couple, under_way.id),
        "waits": waiting_request(log, now=now),
        "partner": request.here.partner,
        "form": form,
    }
    return render(request, "weekly/look.html", page, status=422 if form else 200)


@require_POST
@unlocked
def keep_back(request: UnlockedRequest, week: UUID) -> HttpResponse:
    """Keep one part back, or show it after all."""
    form, log = KeepBackForm(request.POST), request.here.log
    if not form.is_valid():
        return _look(request, form)
    data = form.cleaned_data
    with own.once():
        acts.keep_back(log, week, data["part"], back=data["back"], now=request.now)
    return redirect("weekly-look")


@require_POST
@unlocked
def ready(request: UnlockedRequest) -> HttpResponse:
    """Ready: the words are sealed for both, and handed to nobody until both are."""
    form = WeekForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    try:
        _be_ready(request, form.week_id(), form)
    except InPause as pause:
        return answers.cannot(not_now(request.here, pause, kept=True))
    except AskedAlready:
        return answers.cannot(
            _(
                "A letter of yours asks for something already and waits for an answer. One request "
                "at a time is easier to hear. Keep this one back, and be ready without it."
            )
        )
    except DatabaseError:
        return answers.full()
    return answers.go_to(reverse("weekly"))


def _be_ready(request: UnlockedRequest, week: UUID, form: WeekForm) -> None:
    """Be ready, if it is this week still; in another, the page that comes says what is next."""
    log, couple = request.here.log, request.here.log.couple
    if couple is None or form.record_id() != acts.shown_id(log, couple, week):
        raise Http404
    box, asks = form.cleaned_data["words"], form.has("request")
    with suppress(Closed, NotThere):
        acts.ready(log, week, box, asks=asks, now=request.now)


@require_POST
@unlocked
def not_yet(request: UnlockedRequest, week: UUID) -> HttpResponse:
    """Not ready after all. If both are by now, the page that comes shows it."""
    with suppress(Closed, acts.TooLate):
        acts.not_yet(request.here.log, week, now=request.now)
    return redirect("weekly")

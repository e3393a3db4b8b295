"""Fill a form in, see what its score can say beside the one before, and remove it."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.show_measure import hide_score
from nearer.content import measures
from nearer.core.measures import Item
from nearer.core.measures.shown import Shown, shown
from nearer.core.moments import MeasureShown, MeasureTaken
from nearer.store.log import Draft, Entry
from nearer.web import own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.picture import Picture, placed
from nearer.web.rooms.measures.forms import MeasureForm
from nearer.web.rooms.measures.known import (
    MOST,
    Filled,
    address_of,
    filled_in,
    measure_at,
    measure_of,
    next_on,
)

FEWEST = 3
"""Scores before a picture is drawn: two are a sentence, which says it better."""


@require_safe
@unlocked
def forms(request: UnlockedRequest) -> HttpResponse:
    """Every form there is, when it was filled in last, and from when on one may come back to it."""
    here = request.here
    rows = []
    for measure in measures():
        known = filled_in(here, measure)
        rows.append(
            {
                "address": address_of(measure),
                "measure": measure,
                "last": known[0] if known else None,
                "next": next_on(here, measure, known),
            }
        )
    return render(request, "measures/forms.html", {"rows": rows})


@require_safe
@unlocked
def measure(request: UnlockedRequest, measure: UUID) -> HttpResponse:
    """One form over time: in words, in a picture and in a table; and what two show each other."""
    here, form = request.here, measure_at(measure)
    known = filled_in(here, form)
    page = {
        "address": measure,
        "measure": form,
        "known": known,
        "next": next_on(here, form, known),
        "picture": _picture(here, known, form.most),
        "shown": _shown(here, form.id),
        "partner": here.partner,
    }
    return render(request, "measures/measure.html", page)


def _picture(here: Here, known: list[Filled], most: int) -> Picture | None:
    """Each score by its day, more points above."""
    dots = [
        (one.entry.at.astimezone(here.zone).date(), 1 - one.score.points / most)
        for one in known
        if one.score is not None
    ]
    if len(dots) < FEWEST:
        return None
    days = [day for day, _ in dots]
    return Picture(placed(dots, min(days), max(*days, min(days) + timedelta(days=1))))


def _shown(here: Here, form: str) -> Shown:
    couple = here.log.couple
    entries = here.log.read(couple, [MeasureShown], limit=MOST) if couple else []
    return shown(entries, form, who=here.person.id)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def fill(request: UnlockedRequest, measure: UUID) -> HttpResponse:
    """Fill a form in. What is wrong stands beside its question; what was picked stays picked."""
    here, form_of = request.here, measure_at(measure)
    if request.method == "POST":
        form = MeasureForm(request.POST, measure=form_of)
        if form.is_valid():
            record = form.cleaned_data["record"]
            with own.once():
                here.log.write(here.log.own, Draft(record, form.taken(), request.now))
            return redirect("measure-filled", record=record)
    else:
        form = MeasureForm(measure=form_of, initial={"record": uuid4()})
    page = {"address": measure, "measure": form_of, "form": form}
    return render(request, "measures/fill.html", page, status=422 if form.errors else 200)


@require_safe
@unlocked
def filled(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """One form that was filled in: the score, beside the one before, and nothing about a person."""
    here = request.here
    moment = _mine(here, record).moment
    assert isinstance(moment, MeasureTaken)  # noqa: S101 - `_mine` gives no other kind
    form = measure_of(moment)
    known = filled_in(here, form)
    this = next(one for one in known if one.entry.id == record)
    page = {
        "this": this,
        "measure": form,
        "address": address_of(form),
        "first_change": sum(one.change is not None for one in known) == 1,
        "answers": [(item, _label(item, moment.points.get(item.id))) for item in form.items],
        "partner": here.partner,
        "can_show": here.partner is not None and not form.private and this.score is not None,
        "is_shown": _is_shown(here, record),
    }
    return render(request, "measures/filled.html", page)


def _label(item: Item, points: int | None) -> str:
    """What one picked, in the form's own words; nothing for what was left out."""
    labels = dict(zip(item.answers.points, item.answers.labels, strict=True))
    return "" if points is None else labels.get(points, "")


def _is_shown(here: Here, record: UUID) -> bool:
    couple = here.log.couple
    if couple is None:
        return False
    return bool(here.log.many(couple, [here.log.only_id(couple, MeasureShown, record)]))


def _mine(here: Here, record: UUID) -> Entry:
    return entry_of(here.log, here.log.own, record, MeasureTaken)


@require_POST
@unlocked
def remove(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """Remove what was filled in, and the score of it that the other may see."""
    here = request.here
    entry = _mine(here, record)
    hide_score(here.log, entry, whole=True)
    moment = entry.moment
    assert isinstance(moment, MeasureTaken)  # noqa: S101 - `_mine` gives no other kind
    return redirect("measure", measure=address_of(measure_of(moment)))

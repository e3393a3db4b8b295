"""When the two meet, and about what; and the hour as a file for one's own calendar."""

from uuid import uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS
from django.views.decorators.http import require_http_methods, require_safe

from nearer.acts import weekly as acts
from nearer.core.moments import WeeklyPlan
from nearer.core.weekly import calendar_file
from nearer.web import own
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.weekly.forms import DayForm


def _chosen(request: UnlockedRequest) -> WeeklyPlan | None:
    """What the two chose last. Raises Http404 without a couple."""
    under_way = acts.this_week(request.here.log, now=request.now)
    if under_way is None:
        raise Http404
    return under_way.chosen


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def plan(request: UnlockedRequest) -> HttpResponse:
    """A day, an hour, and which questions. Either of the two can choose anew."""
    chosen, here = _chosen(request), request.here
    form = DayForm(request.POST) if request.method == "POST" else DayForm(initial=_begin(chosen))
    if request.method == "POST" and form.is_valid():
        record = form.cleaned_data["record"]
        with own.once():
            acts.choose(here.log, record, form.plan(here.zone.key, now=here.now), now=here.now)
        return redirect("weekly-plan")
    page = {
        "form": form,
        "chosen": chosen,
        "day": WEEKDAYS[chosen.day] if chosen else "",
        "elsewhere": chosen is not None and chosen.time_zone != here.zone.key,
        "record": uuid4(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "weekly/plan.html", page, status=status)


def _begin(chosen: WeeklyPlan | None) -> dict[str, object]:
    if chosen is None:
        return {"day": 6, "hour": "20:00"}
    hour = f"{chosen.hour:02}:{chosen.minute:02}"
    return {"day": chosen.day, "hour": hour, "questions": chosen.questions}


@require_safe
@unlocked
def calendar(request: UnlockedRequest) -> HttpResponse:
    """The hour for one's own calendar: "Notes", and no word or link that tells more."""
    chosen, log = _chosen(request), request.here.log
    if chosen is None or log.couple is None:
        raise Http404
    uid = log.only_id(log.couple, WeeklyPlan, log.couple.id)
    file = calendar_file(chosen, uid=str(uid), now=request.now)
    answer = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="notes.ics"'
    return answer

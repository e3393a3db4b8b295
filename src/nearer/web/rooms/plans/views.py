"""One's plans, a new one, and whether its moment came."""

from contextlib import suppress
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.remove_whole import remove_whole
from nearer.content import vocabulary
from nearer.core.moments import Plan, PlanCameUp, StepOutcome
from nearer.store.log import Draft, Entry
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.rooms.plans.forms import WHAT, CameUpForm, PlanForm

MOST = 200
"""Plans listed, newest first. A few at a time do more than many; the export has them all."""


@require_safe
@unlocked
def plans(request: UnlockedRequest) -> HttpResponse:
    """All of one's plans. No count, no tally of what came of them."""
    log = request.here.log
    page = {"plans": log.read(log.own, [Plan], limit=MOST)}
    return render(request, "plans/plans.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """A moment and an act, read back once as one sentence before it is kept."""
    if request.method == "POST":
        form = PlanForm(request.POST)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.plan(), "plan")
    page = {
        "form": PlanForm(),
        "record": uuid4(),
        "own": request.here.log.own,
        "vocabulary": vocabulary(),
        "after": _step_before(request),
    }
    return render(request, "plans/new.html", page)


def _step_before(request: UnlockedRequest) -> Entry | None:
    """What came of a step, if the link is from there: its "next time" is where the act begins."""
    log = request.here.log
    with suppress(ValueError):
        found = log.many(log.own, [UUID(request.GET.get("after", ""))])
        return next((one for one in found if isinstance(one.moment, StepOutcome)), None)
    return None


@require_safe
@unlocked
def plan(request: UnlockedRequest, plan: UUID) -> HttpResponse:
    """One plan, and what became of it last."""
    return _page(request, _mine(request, plan), CameUpForm())


def _mine(request: UnlockedRequest, plan: UUID) -> Entry:
    log = request.here.log
    return entry_of(log, log.own, plan, Plan)


def _page(
    request: UnlockedRequest, entry: Entry, form: CameUpForm, status: int = 200
) -> HttpResponse:
    log = request.here.log
    about = log.about(log.own, [entry.id])
    said = [(one.at, one.moment.what) for one in about if isinstance(one.moment, PlanCameUp)]
    page = {
        "entry": entry,
        "form": form,
        "record": uuid4(),
        "answers": WHAT,
        "last": dict(zip(("at", "what"), said[-1], strict=True)) if said else None,
    }
    return render(request, "plans/plan.html", page, status=status)


@require_POST
@unlocked
def came_up(request: UnlockedRequest, plan: UUID) -> HttpResponse:
    """Whether the moment came, and whether it was done. The newest answer is shown."""
    entry, log = _mine(request, plan), request.here.log
    form = CameUpForm(request.POST)
    if not form.is_valid():
        return _page(request, entry, form, status=422)
    draft = Draft(form.cleaned_data["record"], form.about(plan), request.now, about=plan)
    with own.once():
        log.write(log.own, draft)
    return redirect("plan", plan=plan)


@require_POST
@unlocked
def remove(request: UnlockedRequest, plan: UUID) -> HttpResponse:
    """Remove a plan and all that was said of it."""
    remove_whole(request.here.log, _mine(request, plan))
    return redirect("plans")

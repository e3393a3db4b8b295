"""The step that is offered, the whole ladder, steps of one's own, and what came of the past."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.core.moments import Expectation, OwnStep, StepOutcome, StepSkipped
from nearer.core.steps import ENOUGH, SIZES, TOPICS, Size, Tally
from nearer.core.steps.walk import offer, still_open, what_came
from nearer.store.log import Draft
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.steps.forms import FEARED, FORMS, OwnStepForm, SkipForm
from nearer.web.rooms.steps.forms import TOPICS as TOPIC_NAMES
from nearer.web.rooms.steps.ladder import Ladder

MOST = 60
"""Past steps listed, newest first: a year of one a week. The export has them all."""


@require_safe
@unlocked
def steps(request: UnlockedRequest) -> HttpResponse:
    """What is open, gently; and one step, with the reason why this one."""
    return _page(request)


def size_of(request: HttpRequest) -> Size | None:
    """The size that a link asks for; None for anything else, which no page repeats."""
    return next((size for size in SIZES if size == request.GET.get("size")), None)


def _page(
    request: UnlockedRequest, form: SkipForm | None = None, status: int = 200
) -> HttpResponse:
    here, ladder = request.here, Ladder(request.here.log)
    opened = still_open(ladder.walked, now=here.now)
    page = {
        **_offered(here, ladder, size_of(request)),
        "open": [
            {"entry": one, "shown": ladder.then(one, one.moment.step)}
            for one in opened
            if isinstance(one.moment, Expectation)
        ],
        "some_past": bool(ladder.walked),
        "form": form,
        "record": uuid4(),
    }
    return render(request, "steps/steps.html", page, status=status)


def _offered(here: Here, ladder: Ladder, size: Size | None) -> dict[str, Any]:
    """The choice, as it is shown. Who is alone here is offered what needs nobody else."""
    among = [step for step in ladder.steps.values() if step.alone or here.partner is not None]
    choice = offer(among, ladder.walked, who=here.person.id, now=here.now)
    if choice is None:
        return {}
    because = choice.because
    before = ladder.steps.get(because.step or "")
    return {
        "choice": choice,
        "shown": ladder.shown(choice.step.id, size or choice.size),
        "topic": TOPIC_NAMES[because.topic],
        "went_well": before.title if before else "",
    }


@require_POST
@unlocked
def skip(request: UnlockedRequest) -> HttpResponse:
    """Pass the step over, without a reason. The next one is offered."""
    here, log = request.here, request.here.log
    form = SkipForm(request.POST, known=list(Ladder(log).steps))
    if not form.is_valid():
        return _page(request, form, status=422)
    skipped = StepSkipped(step=form.cleaned_data["step"])
    with own.once():
        log.write(log.own, Draft(form.cleaned_data["record"], skipped, here.now))
    return redirect("steps")


@require_safe
@unlocked
def every_step(request: UnlockedRequest) -> HttpResponse:
    """All steps by topic, the gentlest first, one's own among them."""
    ladder = Ladder(request.here.log)
    found = sorted(ladder.steps.values(), key=lambda step: step.difficulty)
    topics = [
        {
            "name": TOPIC_NAMES[topic],
            "rows": [
                {"shown": ladder.shown(step.id), "form": FORMS[step.form]}
                for step in found
                if step.topic == topic
            ],
        }
        for topic in TOPICS
    ]
    return render(request, "steps/all.html", {"topics": topics})


@require_safe
@unlocked
def past(request: UnlockedRequest) -> HttpResponse:
    """What came of what one feared, and the steps themselves. Nothing that was missed is said."""
    ladder = Ladder(request.here.log)
    told = {one.moment.about: one for one in ladder.outcomes if isinstance(one.moment, StepOutcome)}
    rows = [
        {
            "taken": one,
            "shown": ladder.then(one, one.moment.step),
            "outcome": told.get(one.id),
            "line": _line(told[one.id].moment) if one.id in told else "",
        }
        for one in ladder.newest(Expectation, limit=MOST)
        if isinstance(one.moment, Expectation)
    ]
    page = {**_tally(what_came(ladder.outcomes)), "rows": rows}
    return render(request, "steps/past.html", page)


def _tally(tally: Tally | None) -> dict[str, Any]:
    """The tally with its shares in 100, for words."""
    if tally is None:
        return {"enough": ENOUGH}
    shares = {"expected": tally.expected, "low": tally.low, "high": tally.high}
    return {"tally": tally, **{name: round(100 * share) for name, share in shares.items()}}


def _line(outcome: object) -> Any:  # noqa: ANN401 - a lazy text
    return FEARED[outcome.feared] if isinstance(outcome, StepOutcome) else ""


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def new(request: UnlockedRequest) -> HttpResponse:
    """A step of one's own: its words, and two comparisons that say where it stands."""
    if request.method == "POST":
        form = OwnStepForm(request.POST)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.own_step(), "step-take")
    page = {"form": OwnStepForm(), "record": uuid4(), "own": request.here.log.own}
    return render(request, "steps/new.html", page)


@require_POST
@unlocked
def remove_own(request: UnlockedRequest, own: UUID) -> HttpResponse:
    """Remove a step of one's own. What came of it stays, with its own copy of the words."""
    log = request.here.log
    log.remove(entry_of(log, log.own, own, OwnStep))
    return redirect("ladder")

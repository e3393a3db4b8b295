"""What grew between the two, the same for both; and for oneself, which nobody else sees."""

from collections.abc import Sequence
from datetime import UTC, date, tzinfo
from urllib.parse import urlencode
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nearer.acts.choose_question import choose, chosen, next_choice
from nearer.content import measures
from nearer.core.growth import Span, answer, mine, ours, scores
from nearer.core.growth.follow import Follow
from nearer.core.insight.association import Association
from nearer.core.letters import guess_gap, see
from nearer.core.moments import (
    CheckIn,
    Felt,
    FeltGuess,
    GrowthQuestion,
    Letter,
    ListeningKept,
    MeasureShown,
    Moment,
    Opened,
    PauseChange,
    Reply,
    StepOutcome,
    TakenBack,
)
from nearer.store.log import Entry, OpenSpace
from nearer.web.access import unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.own import once
from nearer.web.rooms.growth.asking import ASKED, STRENGTH, QuestionForm, line
from nearer.web.rooms.growth.shown import NAMES, Picture, of_days, of_scores, of_weeks

MOST = 1000
"""Moments of some kinds looked at, newest first: more than ten a day for twelve weeks."""

LONG_AGO = date(2000, 1, 1)
"""No day before this is asked for."""

OURS: tuple[type[Moment], ...] = (Letter, Reply, PauseChange, ListeningKept, Felt, MeasureShown)
MINE: tuple[type[Moment], ...] = (CheckIn, StepOutcome, Felt)
GUESSED: tuple[type[Moment], ...] = (Letter, Reply, TakenBack, Felt, FeltGuess)


@require_safe
@unlocked
def together(request: UnlockedRequest) -> HttpResponse:
    """The picture of the two, from the couple's space; 404 where there is none."""
    here, space = request.here, request.here.log.couple
    if space is None or here.partner is None:
        raise Http404
    span = _span(request, UTC)
    kept = _read(here, space, OURS, span, UTC)
    seen = ours(kept, span=span, now=here.now)
    page = {
        "seen": seen,
        "letters": of_weeks(seen) if seen.weeks else None,
        **_followed("felt", seen.felt, 4),
        "scores": _scores(here, kept),
        "ways": _ways(here, space, OURS, seen.span, UTC),
    }
    return render(request, "growth/together.html", page)


@require_safe
@unlocked
def alone(request: UnlockedRequest) -> HttpResponse:
    """One's own picture, and the question of the month."""
    return _alone(request, QuestionForm(initial={"record": uuid4()}))


@require_POST
@unlocked
def ask(request: UnlockedRequest) -> HttpResponse:
    """Choose a question, before its answer is seen. One that is too early is not kept."""
    form, here = QuestionForm(request.POST), request.here
    if not form.is_valid():
        return _alone(request, form, status=422)
    with once():
        asked = form.cleaned_data["question"]
        choose(here.log, form.cleaned_data["record"], asked, now=here.now, zone=here.zone)
    return redirect("my-growth")


def _alone(request: UnlockedRequest, form: QuestionForm, status: int = 200) -> HttpResponse:
    here, own = request.here, request.here.log.own
    span = _span(request, here.zone)
    kept = _read(here, own, MINE, span, here.zone)
    letters, last = _letters(here, span), chosen(here.log)
    seen = mine(kept, span=span, zone=here.zone, guesses=_guesses(here, letters, span))
    page = {
        "seen": seen,
        **_followed("check_ins", seen.check_ins, 10),
        **_followed("felt", seen.felt, 4),
        "asked": _asked(here, last, kept, letters),
        "next": _next(here, last),
        "form": form,
        "is_now": span.until == _today(here, here.zone),
        "ways": _ways(here, own, MINE, span, here.zone),
    }
    return render(request, "growth/alone.html", page, status=status)


def _today(here: Here, zone: tzinfo) -> date:
    return here.now.astimezone(zone).date()


def _span(request: UnlockedRequest, zone: tzinfo) -> Span:
    """The twelve weeks up to the day that is asked for; up to today for anything unreadable."""
    today = _today(request.here, zone)
    try:
        until = date.fromisoformat(request.GET.get("until", ""))
    except ValueError:
        until = today
    return Span.up_to(until if LONG_AGO < until < today else today)


def _read(
    here: Here, space: OpenSpace, kinds: Sequence[type[Moment]], span: Span, zone: tzinfo
) -> list[Entry]:
    return here.log.read(space, kinds, limit=MOST, since=span.begins(zone), before=span.ends(zone))


def _ways(
    here: Here, space: OpenSpace, kinds: Sequence[type[Moment]], span: Span, zone: tzinfo
) -> dict[str, str]:
    """Where "earlier" leads, if there is anything, and where "later"."""
    ways = {}
    if here.log.read(space, kinds, limit=1, before=span.begins(zone)):
        ways["earlier"] = f"?{urlencode({'until': span.earlier})}"
    if span.until < _today(here, zone):
        later = Span.up_to(span.until + (span.until - span.earlier))
        ways["later"] = f"?{urlencode({'until': later.until})}"
    return ways


def _followed(name: str, found: object, high: int) -> dict[str, object]:
    """What a page needs of answers day by day: each in words, and all in one picture."""
    if not isinstance(found, Follow):
        return {}
    each = [(NAMES[one.name], one, high) for one in found.each]
    return {f"{name}_each": each, f"{name}_picture": of_days(found, high)}


def _scores(here: Here, kept: Sequence[Entry]) -> list[tuple[str, Picture]]:
    """Each form of which both show enough scores: its name, and the picture."""
    assert here.partner is not None  # noqa: S101 - `together` has looked
    people = sorted((here.person, here.partner), key=lambda one: one.id)
    known = {one.id: one for one in measures() if not one.private}
    return [
        (known[one.measure].name, of_scores(one, [p.name for p in people], known[one.measure].most))
        for one in scores(kept, [p.id for p in people])
        if one.measure in known
    ]


def _letters(here: Here, span: Span) -> list[Entry]:
    """What there is of letters between the two, as the couple's space has it."""
    couple = here.log.couple
    return _read(here, couple, GUESSED, span, here.zone) if couple else []


def _guesses(here: Here, letters: Sequence[Entry], span: Span) -> list[tuple[int, int]]:
    """Each guess of one's own at "I felt understood" of which both agreed to show both."""
    if not letters:
        return []
    own = _read(here, here.log.own, (Opened, Felt, FeltGuess), span, here.zone)
    seen = see([*letters, *own], who=here.person.id)
    replies = [one.reply for one in reversed(seen) if one.reply and one.reply.mine]
    gaps = [gap for reply in replies for gap in guess_gap(reply)]
    return [(gap.guessed, gap.was) for gap in gaps if gap.item == "understood"]


def _next(here: Here, last: Entry | None) -> date | None:
    """From when on another question may be chosen, if not today."""
    begins = next_choice(last, here.zone)
    return begins if begins is not None and begins > _today(here, here.zone) else None


def _asked(
    here: Here, last: Entry | None, kept: Sequence[Entry], letters: Sequence[Entry]
) -> dict[str, object] | None:
    """The question that was chosen last, and what one's own check-ins say to it."""
    moment = last.moment if last else None
    if not isinstance(moment, GrowthQuestion) or moment.question not in ASKED:
        return None
    sent = {
        one.at.astimezone(here.zone).date()
        for one in letters
        if isinstance(one.moment, Letter) and one.author == here.person.id
    }
    looks = [
        (one.at.astimezone(here.zone).date(), one.moment)
        for one in kept
        if isinstance(one.moment, CheckIn)
    ]
    found = answer(moment.question, looks, sent)
    told: dict[str, object] = {"text": ASKED[moment.question].text, "found": found}
    if isinstance(found, Association):
        told["line"] = line(moment.question, found)
        told["weakest"], told["strongest"] = STRENGTH[found.weakest], STRENGTH[found.strongest]
    return told

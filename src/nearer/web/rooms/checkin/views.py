"""The check-in, the feelings it offers on the way, and looking at one again."""

from collections import Counter
from typing import get_args
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.prefer import usual_side
from nearer.content import vocabulary
from nearer.core.feelings import Cues, suggest
from nearer.core.moments import CheckIn
from nearer.core.moments.marks import Side
from nearer.web import answers, own
from nearer.web.access import entry_of, unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.checkin.forms import CheckInForm, CuesForm, WordForm

RECENT = 20
KNOWN = 6
KNOWN_OWN = 3


@require_http_methods(["GET", "POST"])
@unlocked
def check_in(request: UnlockedRequest) -> HttpResponse:
    """The form; kept on one's own shelf and nowhere else."""
    if request.method == "GET":
        page = {
            "record": uuid4(),
            "vocabulary": vocabulary(),
            "own": request.here.log.own,
            "side": _side(request),
            **_known_already(request.here),
        }
        return render(request, "checkin/check_in.html", page)
    form = CheckInForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    return own.keep(request, form, form.check_in(), "check-in-kept")


def _side(request: UnlockedRequest) -> Side | None:
    """The side that is taken this time, else the usual one."""
    taken = request.GET.get("side", "")
    return next((one for one in get_args(Side) if one == taken), usual_side(request.here.log))


def _known_already(here: Here) -> dict[str, object]:
    """What someone in a hurry may pick at once: the feelings and own words they used lately."""
    recent = here.log.read(here.log.own, [CheckIn], limit=RECENT)
    moments = [entry.moment for entry in recent if isinstance(entry.moment, CheckIn)]
    used = Counter(feeling for moment in moments for feeling in moment.feelings)
    words = vocabulary().feeling
    most = [words[feeling] for feeling, _ in used.most_common() if feeling in words]
    own_words = [
        entry for entry in recent if isinstance(entry.moment, CheckIn) and entry.moment.own_word
    ]
    return {"known": most[:KNOWN], "own_words": own_words[:KNOWN_OWN]}


@require_POST
@unlocked
def offer(request: UnlockedRequest) -> HttpResponse:
    """Feelings that it could be, from what is marked so far. Nothing is kept."""
    form = CuesForm(request.POST)
    words = vocabulary()
    offered = suggest(form.cues(), words) if form.is_valid() else ()
    return render(request, "checkin/_offer.html", {"offered": offered, "vocabulary": words})


@require_safe
@unlocked
def kept(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """One check-in of one's own, and what one could do with it."""
    log = request.here.log
    entry = entry_of(log, log.own, record, CheckIn)
    page = {
        "entry": entry,
        "check_in": entry.moment,
        "vocabulary": vocabulary(),
        "partner": request.here.partner,
    }
    return render(request, "checkin/kept.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def word(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """A word that came later. The rest of the check-in, and its time, stay as they were."""
    log = request.here.log
    entry = entry_of(log, log.own, record, CheckIn)
    before = entry.moment
    if not isinstance(before, CheckIn):
        raise Http404
    if request.method != "POST":
        cues = Cues(before.body, before.energy, before.pleasantness)
        page = {"entry": entry, "offered": suggest(cues, vocabulary()), "vocabulary": vocabulary()}
        return render(request, "checkin/word.html", {**page, "own": log.own})
    form = WordForm(request.POST)
    if not form.is_valid():
        return answers.not_yet(form)
    if form.record_id() != record:
        raise Http404
    return own.keep(request, form, form.named(before), "check-in-kept")


@require_POST
@unlocked
def remove(request: UnlockedRequest, record: UUID) -> HttpResponse:
    """Remove one check-in of one's own."""
    log = request.here.log
    log.remove(entry_of(log, log.own, record, CheckIn))
    return redirect("today")

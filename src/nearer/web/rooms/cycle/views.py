"""The cycle on one page, and one's own half: written, changed, removed. Nobody else is asked."""

from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nearer.acts.cycle import look
from nearer.acts.remove_versions import remove_versions
from nearer.content import ours, vocabulary
from nearer.core.letters import Shown
from nearer.core.moments import CycleHalf
from nearer.core.moments.ours import Box
from nearer.core.ours import SeenCycle
from nearer.store.log import Entry
from nearer.web import answers, own
from nearer.web.access import unlocked
from nearer.web.here import Here, UnlockedRequest
from nearer.web.rooms.cycle.forms import BOX, HalfForm


@dataclass(frozen=True)
class Side:
    """One half in the picture: whose it is, who sees what shows of it, and what it says."""

    name: str
    other: str
    entry: Entry


@require_safe
@unlocked
def cycle(request: UnlockedRequest) -> HttpResponse:
    """My half; theirs, if they have shown it; and once both are there, the picture of it."""
    here = request.here
    couple = here.log.couple
    seen = look(here.log, couple, now=here.now) if couple else None
    kept = newest_half(here)
    page = {
        "kept": kept,
        "seen": seen,
        "changed": kept is not None and _is_changed(seen, kept),
        "sides": _sides(here, seen),
        "boxes": _boxes(seen),
        "partner": here.partner,
        "vocabulary": vocabulary(),
        "ours": ours(),
    }
    return render(request, "cycle/cycle.html", page)


def newest_half(here: Here) -> Entry | None:
    """One's own half as it was kept last."""
    return next(iter(here.log.read(here.log.own, [CycleHalf], limit=1)), None)


def _is_changed(seen: SeenCycle[Entry] | None, kept: Entry) -> bool:
    """Whether what one keeps is newer than what is shown, as far as the times say."""
    mine = seen.mine if seen else None
    return mine is not None and mine.at < kept.at


def _sides(here: Here, seen: SeenCycle[Entry] | None) -> list[Side]:
    """Both halves, in the same order for both people."""
    names = {here.person.id: here.person.name}
    if seen is None or here.partner is None:
        return []
    names[here.partner.id] = here.partner.name
    others = dict(zip(names, reversed(names.values()), strict=True))
    return [Side(names[one.author], others[one.author], one) for one in seen.halves]


def _boxes(
    seen: SeenCycle[Entry] | None,
) -> list[tuple[Box, object, tuple[Shown[Entry], ...]]]:
    return [(box, BOX[box], lines) for box, lines in seen.lines] if seen else []


@require_http_methods(["GET", "HEAD", "POST"])
@unlocked
def half(request: UnlockedRequest) -> HttpResponse:
    """Write one's own half, or change it. The newest counts; nobody sees it until it is shown."""
    if request.method == "POST":
        form = HalfForm(request.POST)
        if not form.is_valid():
            return answers.not_yet(form)
        return own.keep(request, form, form.half(), "cycle", by_id=False)
    kept = newest_half(request.here)
    marks = kept.moment if kept and isinstance(kept.moment, CycleHalf) else CycleHalf()
    page = {
        "form": HalfForm(initial={"move": marks.move}),
        "record": uuid4(),
        "own": request.here.log.own,
        "entry": kept,
        "chosen": marks.feelings,
        "vocabulary": vocabulary(),
        "near": ours().near,
    }
    return render(request, "cycle/half.html", page)


@require_POST
@unlocked
def remove(request: UnlockedRequest) -> HttpResponse:
    """Remove one's own half, with its earlier versions. What was shown is taken back apart."""
    remove_versions(request.here.log, CycleHalf)
    return redirect("cycle")

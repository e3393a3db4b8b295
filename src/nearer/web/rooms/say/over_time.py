"""How sure I have been: plain words first, then a picture and the same as a table."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nearer.content import vocabulary
from nearer.core.insight.confidence import Confidence, confidence
from nearer.core.moments import Sentence, SentenceMark
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest

MOST = 400
"""Sentences and marks looked at, of each kind: more than two a day for half a year."""

WIDTH, HEIGHT, EDGE = 560, 240, 12


@dataclass(frozen=True, slots=True)
class Spot:
    """One dot, in the picture's own units."""

    x: float
    y: float


@require_safe
@unlocked
def how_sure(request: UnlockedRequest) -> HttpResponse:
    """What one said about one's own sentences, for oneself alone."""
    here = request.here
    log = here.log
    sentences = log.read(log.own, [Sentence], limit=MOST)
    marks = log.read(log.own, [SentenceMark], limit=MOST)
    seen = confidence([*sentences, *marks], now=here.now, zone=here.zone)
    of = {entry.id: entry for entry in sentences}
    page = {
        "seen": seen,
        "again": [(of[one.sentence], one) for one in seen.again if one.sentence in of],
        "rows": [(of.get(one.sentence), one) for one in seen.marks],
        "picture": _picture(seen),
        "vocabulary": vocabulary(),
    }
    return render(request, "say/how_sure.html", page)


def _picture(seen: Confidence) -> dict[str, Any]:
    """Days from left to right, surer above. Dots and nothing between them: a gap is a gap."""
    span = max((seen.until - seen.since).days, 1)
    inner, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    spots = [
        Spot(
            round(EDGE + inner * (mark.day - seen.since).days / span, 1),
            round(EDGE + high * (10 - mark.sure) / 10, 1),
        )
        for mark in seen.marks
    ]
    return {"width": WIDTH, "height": HEIGHT, "middle": HEIGHT / 2, "spots": spots}

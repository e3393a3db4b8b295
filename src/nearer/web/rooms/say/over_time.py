"""How sure I have been: plain words first, then a picture and the same as a table."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nearer.content import vocabulary
from nearer.core.insight.confidence import Confidence, confidence
from nearer.core.moments import Sentence, SentenceMark
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest
from nearer.web.picture import Picture, placed

MOST = 400
"""Sentences and marks looked at, of each kind: more than two a day for half a year."""


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


def _picture(seen: Confidence) -> Picture:
    """Each mark by its day, surer above."""
    dots = [(mark.day, (10 - mark.sure) / 10) for mark in seen.marks]
    return Picture(placed(dots, seen.since, seen.until))

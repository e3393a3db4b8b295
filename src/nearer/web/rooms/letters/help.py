"""What a reply page lends: words to guess with, beginnings, and the rules for a look."""

from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from nearer.content import reply_rules, vocabulary
from nearer.core.moments import PARTS, Letter, Moment
from nearer.core.replies import make_ready, offered_to_hear, starters_for
from nearer.web.access import unlocked
from nearer.web.here import UnlockedRequest

FOR_KEEPING = "private, max-age=31536000, immutable"


def help_with(letter: Moment) -> dict[str, Any]:
    """For the template: `offered` feelings, `starters` by part, and where the `rules` are.

    All of it follows from the letter's marks, which both of the two know.
    """
    words = vocabulary()
    named, wish = (letter.feelings, letter.request) if isinstance(letter, Letter) else ((), None)
    families = {words.feeling[one].family for one in named if one in words.feeling}
    starters = reply_rules().starters
    return {
        "offered": offered_to_hear(named, words),
        "starters": {
            part: starters_for(starters, part, families=families, request=wish) for part in PARTS
        },
        "rules": rules_id(),
    }


@require_safe
@unlocked
def rules(request: UnlockedRequest, made: UUID) -> HttpResponse:
    """The rules for a look, to be kept by the browser for as long as they stay as they are.

    A reply page asks for them when it opens, so that a look itself asks for nothing.
    """
    del request
    if made != rules_id():
        raise Http404
    kept = {"Cache-Control": FOR_KEEPING}
    return HttpResponse(rules_json(), content_type="application/json", headers=kept)


@cache
def rules_id() -> UUID:
    """What the rules are asked for by: another one for any other rules."""
    return UUID(bytes=sha256(rules_json().encode()).digest()[:16])


@cache
def rules_json() -> str:
    """The rules as the browser runs them, and what it says: about 90 kB, 17 kB compressed."""
    read = reply_rules()
    said = {
        one.id: {"label": one.label, "why": one.why, "kinder": one.kinder} for one in read.rules
    }
    works = {one.id: one.text for one in read.works}
    page = {"rules": make_ready(read), "remarks": said, "works": works}
    return msgspec.json.encode(page).decode()

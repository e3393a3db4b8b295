"""What a reply page lends: words to guess with, beginnings, and the rules for a look."""

from functools import cache
from typing import Any

import msgspec

from nearer.content import reply_rules, vocabulary
from nearer.core.moments import PARTS, Letter, Moment
from nearer.core.replies import make_ready, offered_to_hear, starters_for


def help_with(letter: Moment) -> dict[str, Any]:
    """For the template: `offered` feelings, `starters` by part, and `rules` as JSON.

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
        "rules": rules_json(),
    }


@cache
def rules_json() -> str:
    """The rules as the browser runs them, and what it says: about 90 kB, 20 kB compressed.

    They come with the page, so that a look asks for nothing.
    """
    rules = reply_rules()
    said = {
        one.id: {"label": one.label, "why": one.why, "kinder": one.kinder} for one in rules.rules
    }
    works = {one.id: one.text for one in rules.works}
    page = {"rules": make_ready(rules), "remarks": said, "works": works}
    return msgspec.json.encode(page).decode()

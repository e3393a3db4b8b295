"""What Ada and Ben do on the pages of their week, and what a browser would show them there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from tests import weeks
from tests.leaks.typist import Reader

from nearer.vault.wire import to_bytes

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Someone

SHOWN = re.compile(
    r'<sealed-words data-space="([^"]*)" data-record="([^"]*)" data-author="([^"]*)"'
    r' data-box="([^"]*)" data-field="([^"]*)">'
)


def page(who: Someone, url: str = "/weekly/") -> str:
    answer = who.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def reads(who: Someone, url: str = "/weekly/") -> list[str]:
    """What a browser would show of the sealed words of a page."""
    who.learn_words_keys()
    found = []
    for space, record, author, box, field in SHOWN.findall(page(who, url)):
        if box:
            words = who.side.open_words(UUID(space), UUID(record), UUID(author), to_bytes(box))
            found.append(words.get(field, ""))
    return [text for text in found if text]


def sends(who: Someone, url: str, **words: str) -> Answer:
    """Fill the one sealed form of a page, and send it. What is carried goes along."""
    reader = Reader()
    reader.feed(page(who, url))
    (form,) = reader.forms
    for name, given in form.words.items():
        if "carry" in given:
            carried = who.side.open_words(
                UUID(given["data-from-space"]),
                UUID(given["data-from-record"]),
                UUID(given["data-from-author"]),
                to_bytes(given["data-from-box"]),
            )
            words |= {name: carried[name]} if name in carried else {}
    to, record = form.attributes["hx-post"], UUID(form.attributes["data-record"])
    data = who.sealed(UUID(form.attributes["data-space"]), words, record)
    return who.post(to, {**form.chosen, **data})


def is_ready(who: Someone, *, back: str = "", **words: str) -> None:
    """They write, look it over, keep a part back perhaps, and are ready."""
    assert sends(who, "/weekly/", **words).headers["HX-Redirect"] == "/weekly/look/"
    if back:
        week = weeks.this(who).id
        assert (
            who.post(f"/weekly/{week}/keep-back/", {"part": back, "back": "on"}).status_code == 302
        )
    assert sends(who, "/weekly/look/").headers["HX-Redirect"] == "/weekly/"

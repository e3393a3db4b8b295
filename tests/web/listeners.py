"""Two who listen to each other, over HTTP: what they tap and write, and what their pages show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils.html import strip_tags

from nearer.vault.wire import to_bytes

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Someone

HIDDEN = r'name="{}"\s+value="([^"]*)"'
SEAL = re.compile(r'data-seal data-space="([0-9a-f-]{36})" data-record="([0-9a-f-]{36})"')
AT = re.compile(r'hx-get="(/listening/now/[^"]*)"')
SHOWN = re.compile(
    r'<sealed-words data-space="([^"]+)" data-record="([^"]+)" data-author="([^"]+)"'
    r' data-box="([^"]*)" data-field="(\w+)"'
)
CARRIED = re.compile(
    r'<words-field name="(\w+)"\s+carry\s+data-from-space="([^"]+)" data-from-record="([^"]+)"'
    r' data-from-author="([^"]+)" data-from-box="([^"]+)" data-from-field="(\w+)"'
)


def page(who: Someone, url: str = "/listening/") -> str:
    """The page as it is."""
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def text(who: Someone, url: str = "/listening/") -> str:
    """The page as it is read."""
    return " ".join(strip_tags(page(who, url).split("<main")[1].split("</main")[0]).split())


def invites(who: Someone, way: str = "say", *, phones: str = "two", minutes: int = 3) -> Answer:
    """Somebody asks the other."""
    data = {"record": str(uuid4()), "way": way, "minutes": str(minutes), "phones": phones}
    return who.post("/listening/invite/", data)


def hidden(shown: str, name: str) -> str:
    """What a hidden field of a page holds."""
    found = re.search(HIDDEN.format(name), shown)
    assert found, (name, strip_tags(shown))
    return found[1]


def move(shown: str, what: str) -> dict[str, str]:
    """A tap on this page, as it would be sent."""
    return {"found": hidden(shown, "found"), "number": hidden(shown, "number"), "what": what}


def taps(who: Someone, what: str, *, url: str = "/listening/") -> Answer:
    """Somebody taps a button of their page."""
    shown = page(who, url)
    assert f'value="{what}"' in shown, (what, strip_tags(shown))
    return who.post("/listening/move/", move(shown, what))


def form(who: Someone, what: str, words: dict[str, str], shown: str) -> dict[str, Any]:
    """The sealed form of a page, filled in."""
    found = SEAL.search(shown)
    assert found, strip_tags(shown)
    space, record = UUID(found[1]), UUID(found[2])
    return who.sealed(space, words, record, **move(shown, what))


def writes(who: Someone, what: str, *, url: str = "/listening/", **words: str) -> Answer:
    """Somebody writes, or says aloud what they would have written."""
    data = form(who, what, words, page(who, url))
    if not words and what not in ("thats_it", "nearly", "no"):
        data["aloud"] = "1"
    answer = who.post("/listening/words/", data)
    assert answer.status_code == 204, answer.content
    return answer


def reads(who: Someone, url: str = "/listening/") -> list[str]:
    """Every sealed word of a page, opened."""
    who.learn_words_keys()
    opened = []
    for space, record, author, box, field in SHOWN.findall(page(who, url)):
        fields = who.side.open_words(UUID(space), UUID(record), UUID(author), to_bytes(box))
        opened.append(fields.get(field, ""))
    return opened


def now(who: Someone, shown: str) -> Answer:
    """What an open page is told when something has changed."""
    found = AT.search(shown)
    assert found, shown
    return who.get(found[1].replace("&amp;", "&"), **{"HX-Request": "true"})


def held(who: Someone) -> str:
    """The address of the page once the other one has taken the phone."""
    shown = page(who)
    assert "I have it" in shown, strip_tags(shown)
    number = shown.split("/listening/?held=")[1].split('"')[0]
    return f"/listening/?held={number}"


def answers(who: Someone, what: str, *, url: str = "/listening/") -> Answer:
    """The answer at the end, on the phone that is passed, with the words that come along."""
    shown = page(who, url)
    who.learn_words_keys()
    words = {}
    for name, space, record, author, box, field in CARRIED.findall(shown):
        at = (UUID(space), UUID(record), UUID(author))
        words[name] = who.side.open_words(*at, to_bytes(box))[field]
    return who.post("/listening/keep/", form(who, what, words, shown))


def a_turn(speaker: Someone, listener: Someone, *, written: bool = True) -> None:
    """One whole turn, from the speaker's beginning to what makes sense to the listener."""
    words = (
        ({"said": "I hear the kettle and you are away"}, {"heard": "You miss me while I am there"},
         {"sense": "I do go quiet then"})
        if written else ({}, {}, {})
    )  # fmt: skip
    taps(speaker, "begin")
    writes(speaker, "said", **words[0])
    writes(listener, "heard", **words[1])
    writes(speaker, "thats_it")
    writes(listener, "sense", **words[2])

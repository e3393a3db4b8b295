"""Somebody who takes small steps, over HTTP."""

import re
from typing import Any
from uuid import UUID, uuid4

from django.utils.html import strip_tags
from tests.cast import Someone

from nearer.acts.tell_step import only_id
from nearer.web.rooms.steps.ladder import Ladder

OFFERED = re.compile(r'name="step" value="([^"]+)"')
TAKE = re.compile(r'href="(/steps/take/[^"]+)"')
FIRST = "emotions_word_for_now"


def page_of(who: Someone, url: str) -> str:
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def text_of(page: str) -> str:
    return " ".join(strip_tags(page).split())


def offered_to(who: Someone, url: str = "/steps/") -> str:
    found = OFFERED.search(page_of(who, url))
    assert found
    return found[1]


def kept_by(who: Someone, kind: Any) -> list[Any]:
    return [entry.moment for entry in who.log.read(who.log.own, [kind], limit=9)]


def way_to(who: Someone, step: str = FIRST) -> str:
    return f"/steps/take/{Ladder(who.log).key(step)}/"


def takes(who: Someone, step: str = FIRST, record: UUID | None = None, **marks: str) -> str:
    said = {"size": "small", "likely": "60", **marks}
    form = who.sealed(who.side.own, {"fear": "that it sounds silly"}, record) | said
    answer = who.post(way_to(who, step), form)
    assert answer.status_code == 204, answer.content
    return str(answer.headers["HX-Redirect"])


def tells(who: Someone, there: str, **marks: Any) -> Any:
    record = only_id(who.log, UUID(there.split("/")[-2]))
    said = {"feared": "not", "hard": "2", "said": "hard", **marks}
    form = who.sealed(who.side.own, {"surprise": "nobody laughed"}, record) | said
    return who.post(f"{there}tell/", form)


def skips(who: Someone, step: str, record: UUID | None = None) -> Any:
    return who.post("/steps/skip/", {"record": str(record or uuid4()), "step": step})

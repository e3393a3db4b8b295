"""Listening rounds of the canary: typed into on two phones and on one, and kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import uuid4

from tests.web.listeners import held, move, page

if TYPE_CHECKING:
    from tests.leaks.typist import Typist


def _tap(who: Typist, what: str, url: str = "/listening/") -> None:
    who.press("/listening/move/", **move(page(who.who, url), what))


def listen(ada: Typist, ben: Typist) -> None:
    """A round on two phones, with a try that missed; and both keep it."""
    ask = {"record": str(uuid4()), "way": "hear", "minutes": "3", "phones": "two"}
    ada.press("/listening/invite/", **ask)
    _tap(ben, "accept")
    _tap(ben, "begin")
    ben.fill("/listening/")
    for how in ("nearly", "thats_it"):
        ada.fill("/listening/")
        ben.fill("/listening/", what=how)
    ada.fill("/listening/")
    _tap(ben, "close")
    for one in (ada, ben):
        _tap(one, "keep")
    for one in (ada, ben):
        kept = re.search(r"/listening/kept/[^/]+/", page(one.who))
        assert kept
        one.look(kept[0])


def listen_on_one_phone(cleo: Typist) -> None:
    """A round on the phone of somebody who is alone here; what was said is carried on."""
    ask = {"record": str(uuid4()), "way": "say", "minutes": "2", "phones": "one"}
    cleo.press("/listening/invite/", **ask)
    _tap(cleo, "accept", held(cleo.who))
    _tap(cleo, "begin", held(cleo.who))
    cleo.fill("/listening/")
    cleo.fill(held(cleo.who))
    cleo.fill(held(cleo.who), what="thats_it")
    cleo.fill(held(cleo.who))
    _tap(cleo, "close")
    cleo.fill("/listening/", what="keep")
    cleo.fill(held(cleo.who), what="keep")

"""Listening rounds of the canary: typed into on two phones and on one; and in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import uuid4

from tests.web.listeners import held, move, page

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.leaks.test_canary_in_the_browser import Canary
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


def listens(ada: Somebody, canary: Canary) -> None:
    """A listening round on her phone, passed across the table; then it is let go."""
    ada.go("/listening/")
    ada.unfold()
    ada.pick("On this phone, passed across the table")
    ada.press("Ask Ben")
    for said in ("Yes, now", "Begin"):
        ada.press("I have it")
        ada.press(said)
    for said in ("Show it to Ben", "Show it to Ada", "Nearly", "Show it to Ada"):
        if said != "Show it to Ben":
            ada.press("I have it")
        ada.opened()
        ada.unfold()
        canary.types(ada)
        ada.press(said)
    ada.press("I have it")
    ada.press("That’s it")
    ada.press("I have it")
    ada.opened()
    canary.types(ada)
    ada.press("Show it to Ada")
    ada.sees("Enough for now")  # the page before it has a “Stop here”, too
    ada.press("Stop here")
    ada.sees("The round is over.")
    canary.looks(ada)

"""Every form for what is kind and small, all of it right, as a browser sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import deeds
from tests.web.sending import Sending

from nearer.core.moments import AskedBack, Courage, ToldMore
from nearer.web.rooms.appreciations.forms import AskForm, GoodForm, MoreForm
from nearer.web.rooms.letters.forms import CourageForm, GuessForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from tests.cast import Cast


def _guess(cast: Cast) -> Sending:
    letter = deeds.letter(cast.ben)
    deeds.open_it(cast.ada, letter)
    deeds.reply(cast.ada, letter)
    return Sending(cast.ada, f"/letters/{letter}/guess/", {"understood": "2", "cared": "4"})


def _courage(cast: Cast) -> Sending:
    letter = deeds.letter(cast.ada, receive="word")
    deeds.open_it(cast.ben, letter)
    couple = deeds.couple_of(cast.ben)
    record = cast.ben.log.only_id(couple, Courage, letter)
    data = cast.ben.sealed(couple.id, {"word": "I saw it"}, record, how="word")
    return Sending(cast.ben, f"/letters/{letter}/courage/", data)


def _good(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {"text": "The way you hum"}, of="imperfection")
    return Sending(cast.ada, "/good/new/", data)


def _ask(cast: Cast) -> Sending:
    good, couple = deeds.shown_good(cast.ada), deeds.couple_of(cast.ben)
    deeds.open_it(cast.ben, good)
    record = cast.ben.log.only_id(couple, AskedBack, good)
    data = cast.ben.sealed(couple.id, {"question": "and then?"}, record)
    return Sending(cast.ben, f"/good/{good}/ask/", data)


def _more(cast: Cast) -> Sending:
    good, couple = deeds.shown_good(cast.ada), deeds.couple_of(cast.ada)
    deeds.open_it(cast.ada, deeds.asked_back(cast.ben, good))
    record = cast.ada.log.only_id(couple, ToldMore, good)
    data = cast.ada.sealed(couple.id, {"text": "then it rained"}, record)
    return Sending(cast.ada, f"/good/{good}/tell/", data)


OF_KINDNESS: list[tuple[type[forms.Form], Callable[[Cast], Sending]]] = [
    (GuessForm, _guess),
    (CourageForm, _courage),
    (GoodForm, _good),
    (AskForm, _ask),
    (MoreForm, _more),
]

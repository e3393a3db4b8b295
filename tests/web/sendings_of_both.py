"""Every form of the cycle, the agreement and growth, all right, and what can be wrong with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils import timezone
from tests import deeds
from tests.web.sending import Sending

from nearer.acts import agree
from nearer.web.rooms.agreement.forms import VersionForm
from nearer.web.rooms.cycle.forms import HalfForm, LineForm, ShowForm
from nearer.web.rooms.growth.asking import QuestionForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from tests.cast import Cast


def _half(cast: Cast) -> Sending:
    words = {"see": "my face at the door"}
    data = cast.ada.sealed(cast.ada.side.own, words, feelings=["lonely"], move="ask_again")
    return Sending(cast.ada, "/cycle/half/", data)


def _show_half(cast: Cast) -> Sending:
    draft, couple = deeds.half(cast.ada), deeds.couple_of(cast.ada)
    data = cast.ada.sealed(couple.id, {"see": "my face at the door"}, draft=str(draft))
    return Sending(cast.ada, "/cycle/half/show/", data)


def _line(cast: Cast) -> Sending:
    couple = deeds.couple_of(cast.ada)
    data = cast.ada.sealed(couple.id, {"line": "the night shifts"}, box="stress")
    return Sending(cast.ada, "/cycle/line/", data)


def _version(cast: Cast) -> Sending:
    couple = deeds.couple_of(cast.ada)
    newest = agree.newest_version(cast.ada.log, couple)
    data = cast.ada.sealed(couple.id, {"text": "we stop at ten"}, after=newest.id if newest else "")
    data["again"] = str(timezone.localdate() + timedelta(days=30))
    return Sending(cast.ada, "/agreement/new/", data)


def _question(cast: Cast) -> Sending:
    data = {"record": str(uuid4()), "question": "energy_pleasant"}
    return Sending(cast.ada, "/me/growth/ask/", data)


OF_BOTH: list[tuple[type[forms.Form], Callable[[Cast], Sending]]] = [
    (HalfForm, _half),
    (ShowForm, _show_half),
    (LineForm, _line),
    (VersionForm, _version),
    (QuestionForm, _question),
]

_ALWAYS: dict[str, list[Any]] = {"record": ["", "x", "12345"], "words": ["AAAA", "!"]}
WRONG_OF_BOTH: dict[type[forms.Form], dict[str, list[Any]]] = {
    HalfForm: _ALWAYS
    | {"move": ["gone"], "feelings": [["gone"], ["lonely", "ashamed", "hurt", "numb"]]},
    ShowForm: _ALWAYS | {"draft": ["", "x", "12345"]},
    LineForm: _ALWAYS | {"box": ["", "gone"]},
    QuestionForm: {"record": _ALWAYS["record"], "question": ["", "gone"]},
    VersionForm: _ALWAYS
    | {"after": ["x"], "again": ["x", "2026-02-30", "2020-01-01", "9999-12-31"]},
}

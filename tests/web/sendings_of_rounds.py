"""Every form of a listening round, all of it right, as a browser sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from tests import deeds, rounds
from tests.web.sending import Sending

from nearer.acts.listen import kept_id, move_id
from nearer.web.rooms.listening.forms import InviteForm, KeepForm, MoveForm, WrittenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from tests.cast import Cast


def _ask_to_listen(cast: Cast) -> Sending:
    data = {"record": str(uuid4()), "way": "hear", "minutes": "3", "phones": "two"}
    return Sending(cast.ada, "/listening/invite/", data)


def _move(cast: Cast) -> Sending:
    found = rounds.listening(cast.ada, cast.ben)
    return Sending(cast.ben, "/listening/move/", {"found": found, "number": 1, "what": "accept"})


def _written(cast: Cast) -> Sending:
    found = rounds.listening(cast.ada, cast.ben, *rounds.TO_SPEAK)
    couple = deeds.couple_of(cast.ada)
    record = move_id(cast.ada.log, couple, found, 3)
    marks = {"found": str(found), "number": "3", "what": "said"}
    data = cast.ada.sealed(couple.id, {"said": "the kettle"}, record, **marks)
    return Sending(cast.ada, "/listening/words/", data)


def _keep(cast: Cast) -> Sending:
    found = rounds.listening(cast.ada, None, *rounds.A_TURN, ("one", "close"))
    couple = deeds.couple_of(cast.ada)
    record = kept_id(cast.ada.log, couple, found)
    marks = {"found": str(found), "number": "8", "what": "keep"}
    data = cast.ada.sealed(couple.id, {"said_1": "the kettle"}, record, **marks)
    return Sending(cast.ada, "/listening/keep/", data)


OF_ROUNDS: list[tuple[type[forms.Form], Callable[[Cast], Sending]]] = [
    (InviteForm, _ask_to_listen),
    (MoveForm, _move),
    (WrittenForm, _written),
    (KeepForm, _keep),
]

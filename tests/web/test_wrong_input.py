"""Every wrong thing in every field: a sentence where it can be read, and nothing is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django import forms
from tests import deeds
from tests.cast import Someone
from tests.pairing import Link
from tests.trouble import everything

from nearer.content import vocabulary
from nearer.core.moments import Reply
from nearer.store.models import Allowance, Session
from nearer.vault.recovery import new_code, stretch_code
from nearer.vault.wire import to_text
from nearer.web.rooms.account.forms import (
    BeginForm,
    IdleForm,
    PassphraseForm,
    RecoverForm,
    SignInForm,
)
from nearer.web.rooms.checkin.forms import CheckInForm
from nearer.web.rooms.letters.forms import FeltForm, LetterForm, ReplyForm
from nearer.web.rooms.plans.forms import CameUpForm, PlanForm, Sealed
from nearer.web.rooms.pulling_back.forms import PauseForm, SignForm
from nearer.web.rooms.reasons.forms import WAYS, ReflectionForm
from nearer.web.rooms.together.forms import InviteForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast

FREE = {"next", "time_zone", "ticket", "filled"}
"""Fields of a script that may hold anything short: what they say is checked where it is used."""
BYTES = ["", "AA", "not base64url!"]
GONE = ["gone"]
NO_ID = ["", "x", "12345"]
SAID = re.compile(r'<p\s+id="([a-z_]+)"[^>]*>([^<]*)</p>')


def _from_zero_to_ten() -> list[Any]:
    return ["11", "-1", "x", "3.5", "9" * 40]


WRONG: dict[type[forms.Form], dict[str, list[Any]]] = {
    CheckInForm: {
        "record": NO_ID,
        "words": ["AAAA", "not base64url!", "A" * 300],
        "body": [["nowhere"], ["tight_chest", "<b>"]],
        "energy": _from_zero_to_ten(),
        "pleasantness": _from_zero_to_ten(),
        "strength": ["0", "11", "x"],
        "feelings": [["gone"], ["lonely", "ashamed", "hurt", "numb"]],
        **dict.fromkeys(("trigger", "urge", "in_control", "toward_away"), GONE),
    },
    LetterForm: {
        "record": NO_ID,
        "words": ["AAAA", "not base64url!"],
        "feelings": [["gone"], ["lonely", "ashamed", "hurt", "numb"]],
        "request": ["gone"],
        "from_check_in": ["x"],
    },
    ReplyForm: {"record": NO_ID, "words": ["", "AAAA", "not base64url!"]},
    FeltForm: {"understood": ["5", "x"], "valued": ["-1"], "cared": ["4.5"]},
    InviteForm: {
        "record": NO_ID,
        "invite": NO_ID,
        "space": NO_ID,
        "words": ["AAAA"],
        **dict.fromkeys(("box", "proof", "marks_key", "words_key"), BYTES),
    },
    SignInForm: {
        "name": ["", " ", "\x00", "a" * 61, "a\u202eb", "\u200b"],
        "proof": ["AA", "!"],
        "marks_private": BYTES,
    },
    BeginForm: {
        "name": ["", " ", "a" * 61, "a\nb", "Ada", "ADA "],
        "person": NO_ID,
        "space": NO_ID,
        "profile": ["", "cheapest", "free"],
        **dict.fromkeys(
            (
                "salt", "proof", "slot", "recovery_proof", "recovery_slot", "marks_public",
                "words_public", "marks_key", "words_key", "marks_private",
            ),
            BYTES,
        ),
    },
    RecoverForm: {
        "name": ["", "a" * 61, "nobody"],
        "profile": ["", "cheapest"],
        **dict.fromkeys(
            (
                "salt", "proof", "slot", "recovery_proof", "new_recovery_proof",
                "new_recovery_slot", "marks_private",
            ),
            BYTES,
        ),
    },
    PassphraseForm: {
        "profile": ["", "cheapest"],
        **dict.fromkeys(("salt", "proof", "slot", "old_proof"), BYTES),
    },
    SignForm: {"record": NO_ID, "sign": ["", "gone"], "help": ["gone"]},
    PauseForm: {
        "record": NO_ID, "when": ["", "gone"], "line": ["gone"], "reason": ["gone"],
    },
    PlanForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "when": ["", "gone"],
    },
    CameUpForm: {"record": NO_ID, "what": ["", "gone"]},
    ReflectionForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "way": ["", "gone"],
        "fears": [["gone"]], "hurts": [["gone"]],
    },
    IdleForm: {"idle_minutes": ["", "0", "61", "x", "2.5"]},
}  # fmt: skip


@dataclass
class Sending:
    """A form that somebody is about to send, all of it right."""

    who: Someone
    url: str
    data: dict[str, Any]

    def with_wrong(self, name: str, value: Any) -> Answer:
        """Send it with one thing wrong."""
        return self.who.post(self.url, {**self.data, name: value})


def _slot(side: Any, prefix: str = "") -> dict[str, str]:
    new = side.passphrase_slot("a new one that nobody has heard of")
    return {
        "profile": "standard",
        f"{prefix}salt": to_text(new.salt),
        f"{prefix}proof": to_text(new.proof),
        f"{prefix}slot": to_text(new.box),
    }


def _check_in(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {"trigger": "the door"}, feelings=["lonely"])
    return Sending(cast.ada, "/check-in/", data)


def _letter(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {"reason": "because"}, feelings=["lonely"])
    return Sending(cast.ada, f"/letters/{uuid4()}/write/", data)


def _reply(cast: Cast) -> Sending:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    couple = deeds.couple_of(cast.ben)
    record = cast.ben.log.only_id(couple, Reply, letter)
    data = cast.ben.sealed(couple.id, {"heard": "you sat there"}, record)
    return Sending(cast.ben, f"/letters/{letter}/reply/", data)


def _felt(cast: Cast) -> Sending:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ada, deeds.reply(cast.ben, letter))
    return Sending(cast.ada, f"/letters/{letter}/felt/", {"understood": "3"})


def invitation(who: Someone) -> dict[str, Any]:
    """An invite as it is sent."""
    new, _ = who.side.invite()
    names = {"box": new.box, "proof": new.proof}
    keys = {"marks_key": new.marks_key, "words_key": new.words_key}
    sent = {name: to_text(value) for name, value in (names | keys).items()}
    data = who.sealed(who.side.own, {"link": "https://nearer.example/pair/#x"})
    return {**data, **sent, "invite": str(new.id), "space": str(new.space)}


def _invite(cast: Cast) -> Sending:
    return Sending(cast.cleo, "/us/invite/", invitation(cast.cleo))


def _sign_in(cast: Cast) -> Sending:
    return Sending(cast.ada.again(), "/sign-in/", cast.ada.proof_form())


def _unlock(cast: Cast) -> Sending:
    cast.ada.post("/lock/")
    return Sending(cast.ada, "/unlock/", cast.ada.proof_form())


def begin_form(who: Someone) -> dict[str, str]:
    """A new person as they are sent, but with the profile that real ones have."""
    new = who.side.new_person()
    sent = {
        "salt": new.passphrase.salt,
        "proof": new.passphrase.proof,
        "slot": new.passphrase.box,
        "recovery_proof": new.recovery.proof,
        "recovery_slot": new.recovery.box,
        "marks_public": new.marks_public,
        "words_public": new.words_public,
        "marks_key": new.marks_key,
        "words_key": new.words_key,
        "marks_private": who.side.keys.marks.private.reveal(),
    }
    texts = {name: to_text(value) for name, value in sent.items()}
    ids = {"person": str(new.id), "space": str(new.space), "name": new.name}
    return {**texts, **ids, "profile": "standard", "time_zone": "Europe/Berlin"}


def _begin(cast: Cast) -> Sending:
    del cast
    fay = Someone("Fay")
    return Sending(fay, "/begin/", begin_form(fay))


def recover_form(who: Someone) -> dict[str, str]:
    """Coming back with the code, as it is sent."""
    code = who.side.recovery_slot(new_code())
    return {
        **_slot(who.side),
        "name": who.name,
        "recovery_proof": to_text(stretch_code(who.side.code).login_proof.reveal()),
        "new_recovery_proof": to_text(code.proof),
        "new_recovery_slot": to_text(code.box),
        "marks_private": to_text(who.side.keys.marks.private.reveal()),
    }


def _recover(cast: Cast) -> Sending:
    return Sending(cast.ada.again(), "/recover/", recover_form(cast.ada))


def passphrase_form(who: Someone) -> dict[str, str]:
    """Changing the passphrase, as it is sent."""
    return {**_slot(who.side), "old_proof": to_text(who.proof())}


def _passphrase(cast: Cast) -> Sending:
    return Sending(cast.ada, "/account/passphrase/", passphrase_form(cast.ada))


def _idle(cast: Cast) -> Sending:
    return Sending(cast.ada, "/me/idle/", {"idle_minutes": "7"})


def _sign(cast: Cast) -> Sending:
    return Sending(
        cast.ada, "/pulling-back/sign/", {"record": str(uuid4()), "sign": vocabulary().signs[0].id}
    )


def _pause(cast: Cast) -> Sending:
    shown = cast.ada.get("/pulling-back/").content.decode()
    when = re.search(r'name="when"[^>]*?value="([^"]+)"', shown)
    assert when
    return Sending(cast.ada, "/pulling-back/pause/", {"record": str(uuid4()), "when": when[1]})


def _plan(cast: Cast) -> Sending:
    words = {"cue": "the door falls shut", "act": "I say one word"}
    data = cast.ada.sealed(cast.ada.side.own, words, when="event")
    return Sending(cast.ada, "/plans/new/", data)


def _came_up(cast: Cast) -> Sending:
    plan = deeds.plan(cast.ada)
    data = {"record": str(uuid4()), "what": "did"}
    return Sending(cast.ada, f"/plans/{plan}/came-up/", data)


def _reflection(cast: Cast) -> Sending:
    words = {"answer": "I was afraid"}
    data = cast.ada.sealed(cast.ada.side.own, words, way=next(iter(WAYS)))
    return Sending(cast.ada, "/reasons/", data)


SENDINGS: list[tuple[type[forms.Form], Callable[[Cast], Sending]]] = [
    (CheckInForm, _check_in),
    (LetterForm, _letter),
    (ReplyForm, _reply),
    (FeltForm, _felt),
    (InviteForm, _invite),
    (SignInForm, _sign_in),
    (SignInForm, _unlock),
    (BeginForm, _begin),
    (RecoverForm, _recover),
    (PassphraseForm, _passphrase),
    (IdleForm, _idle),
    (PlanForm, _plan),
    (CameUpForm, _came_up),
    (ReflectionForm, _reflection),
    (SignForm, _sign),
    (PauseForm, _pause),
]
NAMES = [make.__name__.strip("_") for _, make in SENDINGS]
KEEPS_TRACK = (Allowance, Session)


@pytest.mark.parametrize(
    ("kind", "make"), SENDINGS, ids=[f"{make.__name__}" for _, make in SENDINGS]
)
def test_it_says_what_is_wrong_beside_the_field_and_keeps_nothing(
    cast: Cast, kind: type[forms.Form], make: Callable[[Cast], Sending]
) -> None:
    sending = make(cast)
    before = everything(*KEEPS_TRACK)
    for name, values in WRONG[kind].items():
        hidden = kind.base_fields[name].widget.is_hidden
        place = "form_error" if hidden else f"id_{name}_error"
        for value in values:
            Allowance.objects.all().delete()
            answer = sending.with_wrong(name, value)
            where = (kind.__name__, name, str(value)[:20])
            assert answer.status_code == 422, where
            said = dict(SAID.findall(answer.content.decode()))
            told = said.get(place, "").strip() or " ".join(said.values()).strip()
            assert told, where
            if not hidden and name != "name":
                assert said[place].strip(), where
            assert "This field" not in told, where
            assert "Traceback" not in answer.content.decode()
            assert everything(*KEEPS_TRACK) == before, where


@pytest.mark.parametrize(
    ("kind", "make"), SENDINGS, ids=[f"{make.__name__}" for _, make in SENDINGS]
)
def test_it_takes_the_same_form_with_nothing_wrong(
    cast: Cast, kind: type[forms.Form], make: Callable[[Cast], Sending]
) -> None:
    """Else every wrong thing above would be refused for another reason."""
    sending = make(cast)
    answer = sending.who.post(sending.url, sending.data)
    assert answer.status_code in {204, 302}, (kind, answer.content)


def test_it_tries_every_field_of_every_form() -> None:
    """A form or a field that is new needs its wrong things in WRONG."""
    for kind, wrong in WRONG.items():
        free = {
            n for n, f in kind.base_fields.items() if isinstance(f, (forms.BooleanField, Sealed))
        }
        assert set(kind.base_fields) - FREE - free == set(wrong), kind.__name__
    there = {kind.__name__ for kind in _all(forms.Form) if kind.__module__.startswith(OURS)}
    assert there - ELSEWHERE == {kind.__name__ for kind in WRONG}


NEVER_WRONG = (forms.BooleanField, Sealed)
OURS = "nearer.web.rooms."
ELSEWHERE = {"CuesForm", "NewSlotForm", "ExampleForm", "AcceptForm"}
"""Parts of other forms; one for those who build; and one that has a test of its own below."""


def _all(kind: type[forms.Form]) -> Iterator[type[forms.Form]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all(one)


def test_it_keeps_no_half_of_a_link(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    new = made.new
    marks, words = cast.eve.side.accept(made.secret, new.id, new.space, cast.cleo.id, new.box)
    right = {"proof": to_text(new.proof), "marks_key": to_text(marks), "words_key": to_text(words)}
    before = everything(*KEEPS_TRACK)
    url = f"/pair/{new.id}/accept/"
    for name in right:
        for value in BYTES:
            answer = cast.eve.post(url, {**right, name: value})
            assert answer.status_code == 422
            assert b"Part of the link is missing" in answer.content
    for name, torn in (("proof", bytes(32)), ("marks_key", b"\x01" + bytes(80))):
        answer = cast.eve.post(url, {**right, name: to_text(torn)})
        assert answer.status_code == 409
        assert b"Part of the link is missing" in answer.content
    assert everything(*KEEPS_TRACK) == before
    assert cast.eve.post(url, right).status_code == 302

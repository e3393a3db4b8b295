"""Passkeys: a touch opens a locked browser, and nothing else does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone
from tests.web.authenticator import PRESENT, Authenticator

from nearer.store.models import Session, Slot
from nearer.vault import SlotKind
from nearer.vault.secret import Secret
from nearer.vault.slots import seal_slot
from nearer.vault.wire import to_bytes, to_text

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast, Someone

OPTIONS, KEEP = "/account/passkeys/options/", "/account/passkeys/"
ASK, OPEN = "/unlock/passkey/options/", "/unlock/passkey/open/"


def _sent(who: Someone, url: str, data: dict[str, Any] | None = None) -> Answer:
    return who.client.post(url, json.dumps(data or {}), "application/json")


def _device(**changed: Any) -> Authenticator:
    device = Authenticator(settings.NEARER_PASSKEY_HOST, settings.NEARER_ORIGINS[0])
    return replace(device, **changed)


def _slot(who: Someone) -> dict[str, str]:
    box = seal_slot(Secret.fresh(), SlotKind.PASSKEY, who.id, who.side.root)
    return {"salt": to_text(bytes(16)), "slot": to_text(box)}


def _added(who: Someone, device: Authenticator | None = None) -> Authenticator:
    device = device or _device()
    options = _sent(who, OPTIONS).json()
    credential = device.create(options["challenge"])
    answer = _sent(who, KEEP, {"credential": credential, **_slot(who)})
    assert answer.status_code == 201, answer.content
    return device


def _touched(who: Someone, device: Authenticator) -> Answer:
    challenge = _sent(who, ASK).json()["challenge"]
    return _sent(who, OPEN, {"credential": device.get(challenge)})


def _unlock(who: Someone, ticket: str, **changed: str) -> Answer:
    private = to_text(who.side.keys.marks.private.reveal())
    data = {"name": who.name, "ticket": ticket, "marks_private": private, "next": "/me/"}
    return who.post("/unlock/", {**data, **changed})


def test_it_opens_a_locked_browser_with_a_touch(cast: Cast) -> None:
    ada = cast.ada
    options = _sent(ada, OPTIONS).json()
    assert options["rp"] == {"name": "Notes", "id": settings.NEARER_PASSKEY_HOST}
    assert len(to_bytes(options["slot_salt"])) == 16
    device = _added(ada)
    ada.post("/lock/")
    assert ada.get("/unlock/").context["passkeys"] is True
    asked = _sent(ada, ASK).json()
    assert asked["salts"] == {to_text(device.id): to_text(bytes(16))}
    assert [one["id"] for one in asked["allowCredentials"]] == [to_text(device.id)]
    opened = _touched(ada, device).json()
    assert opened["person"] == str(ada.id)
    answer = _unlock(ada, opened["ticket"])
    assert (answer.status_code, answer.headers["Location"]) == (302, "/me/")
    page = ada.get("/me/")
    assert page.status_code == 200
    assert len(page.context["passkeys"]) == 1
    assert Slot.objects.get(kind=Slot.Kind.PASSKEY).sign_count == 1


def test_it_does_not_offer_a_device_that_it_has(cast: Cast) -> None:
    device = _added(cast.ada)
    excluded = _sent(cast.ada, OPTIONS).json()["excludeCredentials"]
    assert [one["id"] for one in excluded] == [to_text(device.id)]


def test_it_keeps_one_credential_once_whoever_brings_it(cast: Cast) -> None:
    device = _added(cast.ada)
    for who in (cast.ada, cast.ben):
        options = _sent(who, OPTIONS).json()
        credential = device.create(options["challenge"])
        assert _sent(who, KEEP, {"credential": credential, **_slot(who)}).status_code == 403
    assert Slot.objects.filter(kind=Slot.Kind.PASSKEY).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"host": "evil.example"},
        {"origin": "https://evil.example"},
        {"flags": PRESENT},
        {"flags": 0},
    ],
    ids=["another host", "another page", "nobody asked who it is", "nobody there"],
)
def test_it_keeps_no_passkey_that_does_not_hold(cast: Cast, wrong: dict[str, Any]) -> None:
    challenge = _sent(cast.ada, OPTIONS).json()["challenge"]
    credential = _device(**wrong).create(challenge)
    answer = _sent(cast.ada, KEEP, {"credential": credential, **_slot(cast.ada)})
    assert answer.status_code == 403
    assert not Slot.objects.filter(kind=Slot.Kind.PASSKEY).exists()


@pytest.mark.parametrize(
    "torn", [{"salt": ""}, {"salt": "AA"}, {"slot": ""}, {"slot": "AA"}, {"slot": "!"}]
)
def test_it_keeps_no_slot_of_another_length(cast: Cast, torn: dict[str, str]) -> None:
    challenge = _sent(cast.ada, OPTIONS).json()["challenge"]
    sent = {"credential": _device().create(challenge), **_slot(cast.ada), **torn}
    assert _sent(cast.ada, KEEP, sent).status_code == 400
    assert not Slot.objects.filter(kind=Slot.Kind.PASSKEY).exists()


@pytest.mark.parametrize("credential", [{}, {"id": "AA"}, {"id": 3, "response": []}])
def test_it_refuses_what_no_device_would_say(cast: Cast, credential: dict[str, Any]) -> None:
    _added(cast.ada)
    _sent(cast.ada, OPTIONS)
    sent = {"credential": credential, **_slot(cast.ada)}
    assert _sent(cast.ada, KEEP, sent).status_code == 403
    _sent(cast.ada, ASK)
    assert _sent(cast.ada, OPEN, {"credential": credential}).status_code in {400, 403}


def test_it_takes_a_challenge_once_and_only_for_minutes(cast: Cast) -> None:
    device = _added(cast.ada)
    challenge = _sent(cast.ada, ASK).json()["challenge"]
    touch = {"credential": device.get(challenge)}
    assert _sent(cast.ada, OPEN, touch).status_code == 200
    assert _sent(cast.ada, OPEN, touch).status_code == 403
    challenge = _sent(cast.ada, ASK).json()["challenge"]
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        late = {"credential": device.get(challenge)}
        assert _sent(cast.ada, OPEN, late).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [{"host": "evil.example"}, {"origin": "https://evil.example"}, {"flags": PRESENT}],
)
def test_it_opens_for_no_touch_that_does_not_hold(cast: Cast, wrong: dict[str, Any]) -> None:
    device = _added(cast.ada)
    for name, value in wrong.items():
        setattr(device, name, value)
    assert _touched(cast.ada, device).status_code == 403


def test_it_opens_for_no_other_device_and_no_copy(cast: Cast) -> None:
    device = _added(cast.ada)
    stranger = _device(id=device.id)
    assert _touched(cast.ada, stranger).status_code == 403
    assert _touched(cast.ada, _device()).status_code == 403
    assert _touched(cast.ada, device).status_code == 200
    device.count = 0  # a copy that was made before
    assert _touched(cast.ada, device).status_code == 403


def test_it_opens_no_one_else_with_ben_s_touch(cast: Cast) -> None:
    bens = _added(cast.ben)
    cast.ada.post("/lock/")
    challenge = _sent(cast.ada, ASK).json()["challenge"]
    assert _sent(cast.ada, OPEN, {"credential": bens.get(challenge)}).status_code == 403
    ticket = _touched(cast.ben, bens).json()["ticket"]
    for who in (cast.ada, cast.ben):
        private = to_text(who.side.keys.marks.private.reveal())
        assert _unlock(cast.ada, ticket, marks_private=private).status_code == 422
    assert cast.ada.get("/today/").status_code == 302


def test_it_takes_a_ticket_for_two_minutes_and_no_forged_one(cast: Cast) -> None:
    device = _added(cast.ada)
    cast.ada.post("/lock/")
    ticket = _touched(cast.ada, device).json()["ticket"]
    for forged in ("x", ticket[:-1], ticket.replace(":", ";")):
        assert _unlock(cast.ada, forged).status_code == 422
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        assert _unlock(cast.ada, ticket).status_code == 422


def test_it_asks_nothing_of_a_browser_that_is_signed_out(cast: Cast) -> None:
    device = _added(cast.ada)
    cast.ada.post("/sign-out/")
    assert _sent(cast.ada, ASK).status_code == 403
    assert _sent(cast.ada, OPEN, {"credential": device.get("AA")}).status_code == 403


def test_it_removes_one_and_leaves_the_others(cast: Cast) -> None:
    first, second = _added(cast.ada), _added(cast.ada)
    slot = Slot.objects.get(credential=first.id)
    assert cast.ada.post(f"/account/passkeys/{slot.id}/remove/").status_code == 302
    assert _touched(cast.ada, first).status_code == 403
    assert _touched(cast.ada, second).status_code == 200
    assert Session.objects.filter(person=cast.ada.person).exists()

"""A person and their phone, over HTTP: what their browser would send, and what it would show.

The browser's half (keys, slots, sealing) is played by `nearer.acts.as_a_browser`. A form keeps its
ids for as long as its page is open, so sending it again sends the same thing, as a person does who
presses the button a second time.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from uuid import UUID

import httpx

from nearer.acts.as_a_browser import BrowserSide
from nearer.vault.pairing import InviteSecret, invite_proof
from nearer.vault.passphrase import stretch
from nearer.vault.recovery import new_code, stretch_code
from nearer.vault.wire import to_bytes, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nearer.acts.begin import NewSlot
    from nearer.acts.pair import NewInvite

TOKEN = re.compile(r'X-CSRFToken": "(\w+)"')
SPACE = re.compile(r'data-space="([0-9a-f-]{36})"\s+content="([\w-]+)"')
SEAL = re.compile(r'data-seal data-space="([0-9a-f-]{36})" data-record="([0-9a-f-]{36})"')


class Torn(Exception):
    """No answer came: the server died on the way, or the line did."""


@dataclass
class Answer:
    """What came back."""

    status: int
    body: str
    headers: Mapping[str, str]

    @property
    def goes_to(self) -> str:
        """Where the page moves on to; empty where it stays."""
        return self.headers.get("HX-Redirect") or self.headers.get("Location", "")

    @property
    def said(self) -> str:
        """The body as a person reads it."""
        return html.unescape(self.body)


@dataclass
class Phone:
    """One person with one phone."""

    name: str
    address: str
    side: BrowserSide = field(init=False)
    slot: NewSlot = field(init=False)
    recovery: NewSlot = field(init=False)
    is_in: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.side = BrowserSide(self.name, f"{self.name} keeps seven quiet words at hand")
        self.token = ""
        self.client = httpx.Client(base_url=self.address, timeout=30)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def another(self) -> Phone:
        """The same person on a second device."""
        second = Phone(self.name, self.address)
        second.side, second.slot, second.recovery = self.side, self.slot, self.recovery
        return second

    # What a browser does

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page, and take from it what its scripts would. Raises Torn."""
        answer = self._ask("GET", path, headers=headers)
        if found := TOKEN.search(answer.body):
            self.token = found.group(1)
        for space, sealed in SPACE.findall(answer.body):
            self.side.take_words_key(UUID(space), to_bytes(sealed))
        return answer

    def post(self, path: str, data: Mapping[str, object] | None = None) -> Answer:
        """Send a form as a page of its own. Raises Torn."""
        if not self.token:
            self.get("/help/")
        return self._ask("POST", path, data=data or {}, headers={"X-CSRFToken": self.token})

    def send(self, path: str, data: Mapping[str, object]) -> Answer:
        """Send a sealed form, by htmx. Raises Torn."""
        headers = {"HX-Request": "true", "X-CSRFToken": self.token, "Nearer-Active": "1"}
        return self._ask("POST", path, data=data, headers=headers)

    def ask(self, path: str, data: Mapping[str, str]) -> Answer:
        """Ask in JSON, as a script does. Raises Torn."""
        headers = {"X-CSRFToken": self.token, "Sec-Fetch-Dest": "empty"}
        return self._ask("POST", path, json=data, headers=headers)

    def _ask(self, method: str, path: str, **more: object) -> Answer:
        try:
            got = self.client.request(method, path, **more)  # type: ignore[arg-type]  # httpx's own names
        except httpx.TransportError as torn:
            raise Torn(str(torn)) from None
        return Answer(got.status_code, got.text, got.headers)

    # What a person does

    def begin_form(self) -> dict[str, str]:
        """The last step of the page where one begins."""
        new = self.side.new_person()
        self.slot, self.recovery = new.passphrase, new.recovery
        return {
            "name": self.name,
            "person": str(new.id),
            "space": str(new.space),
            **self.slot_form(new.passphrase),
            "recovery_proof": to_text(new.recovery.proof),
            "recovery_slot": to_text(new.recovery.box),
            "marks_public": to_text(new.marks_public),
            "words_public": to_text(new.words_public),
            "marks_key": to_text(new.marks_key),
            "words_key": to_text(new.words_key),
            **self.key_form(),
        }

    @staticmethod
    def slot_form(slot: NewSlot) -> dict[str, str]:
        """A new passphrase slot as a form sends it."""
        return {
            "profile": slot.profile,
            "salt": to_text(slot.salt),
            "proof": to_text(slot.proof),
            "slot": to_text(slot.box),
        }

    def key_form(self) -> dict[str, str]:
        """The key that is handed over for a session."""
        private = to_text(self.side.keys.marks.private.reveal())
        return {"marks_private": private, "time_zone": "Europe/Berlin", "next": "/today/"}

    def sign_in_form(self) -> dict[str, str]:
        """The proof of the passphrase, worked out from what is typed."""
        halves = stretch(self.side.passphrase, self.slot.salt, self.slot.profile)
        proof = to_text(halves.login_proof.reveal())
        return {"name": self.name, "proof": proof, **self.key_form()}

    def sealed(self, page: Answer, words: Mapping[str, str], **marks: object) -> dict[str, object]:
        """The sealed form of this page, filled in."""
        found = SEAL.search(page.body)
        assert found, page.body
        space, record = UUID(found.group(1)), UUID(found.group(2))
        box = to_text(self.side.seal_words(space, record, words)) if words else ""
        return {"record": str(record), "words": box, "filled": " ".join(words), **marks}

    def invite_form(self, page: Answer, new: NewInvite, link: str) -> dict[str, object]:
        """A new link as its page sends it."""
        return {
            **self.sealed(page, {"link": link}),
            "invite": str(new.id),
            "space": str(new.space),
            "box": to_text(new.box),
            "proof": to_text(new.proof),
            "marks_key": to_text(new.marks_key),
            "words_key": to_text(new.words_key),
        }

    def accept_form(self, invite: UUID, secret: InviteSecret) -> dict[str, str]:
        """Ask for what the link holds, open it, and seal its keys to oneself. Raises Torn."""
        proof = to_text(invite_proof(secret).reveal())
        told = json.loads(self.ask(f"/pair/{invite}/open/", {"proof": proof}).body)
        space, inviter = UUID(told["space"]), UUID(told["inviter"])
        marks, words = self.side.accept(secret, invite, space, inviter, to_bytes(told["box"]))
        return {"proof": proof, "marks_key": to_text(marks), "words_key": to_text(words)}

    def new_passphrase_form(self, passphrase: str) -> dict[str, str]:
        """Change the passphrase: what the old one proves, and the new slot."""
        old = self.sign_in_form()["proof"]
        self.side.passphrase, self.slot = passphrase, self.side.passphrase_slot(passphrase)
        return {**self.slot_form(self.slot), "old_proof": old}

    def recover_form(self, passphrase: str) -> dict[str, str]:
        """Come back with the code from paper: a new passphrase, and a new code to write down."""
        old = to_text(stretch_code(self.side.code).login_proof.reveal())
        answer = self.ask("/account/recovery/open/", {"name": self.name, "proof": old})
        assert answer.status == 200, answer.said
        self.side.passphrase, self.side.code = passphrase, new_code()
        self.slot, self.recovery = self.side.passphrase_slot(), self.side.recovery_slot()
        return {
            **self.slot_form(self.slot),
            **self.key_form(),
            "name": self.name,
            "recovery_proof": old,
            "new_recovery_proof": to_text(self.recovery.proof),
            "new_recovery_slot": to_text(self.recovery.box),
        }

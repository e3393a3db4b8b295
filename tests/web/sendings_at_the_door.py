"""Every form of coming in, linking and one's keys, all of it right, as a browser sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.by_link import ANSWERED, LinkedOne
from tests.cast import Someone
from tests.web.sending import Sending

from nearer.core.moments import AnswerByLink
from nearer.vault.recovery import new_code, stretch_code
from nearer.vault.wire import to_text
from nearer.web.brought import LetterKeptForm
from nearer.web.invites import InviteForm
from nearer.web.rooms.account.forms import (
    BeginForm,
    IdleForm,
    PassphraseForm,
    RecoverForm,
    SignInForm,
)
from nearer.web.rooms.by_link.forms import AnswerKeptForm, LinkedLetterForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from tests.cast import Cast


def _slot(side: Any, prefix: str = "") -> dict[str, str]:
    new = side.passphrase_slot("a new one that nobody has heard of")
    return {
        "profile": "standard",
        f"{prefix}salt": to_text(new.salt),
        f"{prefix}proof": to_text(new.proof),
        f"{prefix}slot": to_text(new.box),
    }


def invitation(who: Someone) -> dict[str, Any]:
    """An invite as it is sent."""
    new, _ = who.side.invite()
    names = {"box": new.box, "proof": new.proof}
    keys = {"marks_key": new.marks_key, "words_key": new.words_key}
    sent = {name: to_text(value) for name, value in (names | keys).items()}
    data = who.sealed(who.side.own, {"link": "https://nearer.example/pair/#x"})
    return {**data, **sent, "invite": str(new.id), "space": str(new.space)}


def linked_letter(who: Someone) -> tuple[LinkedOne, dict[str, Any]]:
    """A letter by link as it is sent, with what only a link has."""
    one = LinkedOne.by(who)
    letter, copy, new = one.letter, one.copy, one.new
    sent = {name: getattr(new, name) for name in ("box", "proof", "marks_key", "words_key")}
    sent |= {"letter_box": letter.box, "letter_proof": letter.proof, "words": copy.words}
    data = {name: to_text(value) for name, value in sent.items()}
    ids = {"record": str(one.record), "invite": str(new.id), "space": str(new.space)}
    return one, {**data, **ids, "filled": "from_name feeling reason link"}


def _linked_letter(cast: Cast) -> Sending:
    return Sending(cast.cleo, "/by-link/new/", linked_letter(cast.cleo)[1])


def _answer_kept(cast: Cast) -> Sending:
    one = LinkedOne.by(cast.cleo).send()
    one.answer()
    record = cast.cleo.log.only_id(cast.cleo.log.own, AnswerByLink, one.record)
    data = cast.cleo.sealed(cast.cleo.side.own, ANSWERED, record)
    return Sending(cast.cleo, f"/by-link/{one.record}/answer/", data)


def _letter_kept(cast: Cast) -> Sending:
    data = cast.eve.sealed(cast.eve.side.own, {"reason": "the door fell shut"})
    return Sending(cast.eve, "/by-link/keep/", data)


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


OF_THE_DOOR: list[tuple[type[forms.Form], Callable[[Cast], Sending]]] = [
    (InviteForm, _invite),
    (SignInForm, _sign_in),
    (SignInForm, _unlock),
    (BeginForm, _begin),
    (RecoverForm, _recover),
    (PassphraseForm, _passphrase),
    (IdleForm, _idle),
    (LinkedLetterForm, _linked_letter),
    (AnswerKeptForm, _answer_kept),
    (LetterKeptForm, _letter_kept),
]

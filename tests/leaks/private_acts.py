"""All that somebody does for themselves: by its page where there is one, and kind by kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from django.utils import timezone
from tests import deeds
from tests.leaks.test_every_kind import ID, ONE_OF_EACH
from tests.leaks.test_promises import PRIVATE
from tests.web import listeners
from tests.web.sendings import SENDINGS

from nearer.core.moments import KINDS, is_shared
from nearer.store.log import Draft
from nearer.store.models import Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from tests.cast import Cast, Someone
    from tests.web.sending import Sending

SHOWN = {
    "reply": "it is sent to the other",
    **dict.fromkeys(("show_half", "line", "version"), "it is shown to the other"),
    "sign": "it is sent to the other",
    "pause": "the other reads the time",
    "courage": "it is sent to the other",
    "ask": "it is sent to the other",
    "more": "it is sent to the other",
    "ask_to_listen": "it is sent to the other",
    **dict.fromkeys(("move", "written", "keep"), "a round is of both: test_what_two_leave_open.py"),
    "our_day": "both see it",
    "invite": "Cleo sends it, who is alone",
    "begin": "Fay is somebody new",
    "unlock": "it needs a locked browser, and is done where somebody goes and comes",
    "passphrase": "it is done where she changes her passphrase",
}
"""Forms that are not sent in private here, and why. Of all others the other must not notice."""

LAST = ("goes_and_comes", "changes_her_passphrase", "recover")
"""The first ends every session, and after the others an earlier proof does not fit any more."""


@dataclass(frozen=True)
class Act:
    """One thing that somebody does in private."""

    name: str
    do: Callable[[], object]


@dataclass
class Doer:
    """Somebody with a life of their own, and all that they are about to do with it.

    `letter` is one of the other's, which they have not opened; `answered` one of their own, with
    an answer and a sign that they have not read; `good` is good news of the other's, as unread.
    """

    who: Someone
    other: Someone
    letter: UUID
    answered: UUID
    good: UUID
    forms: dict[str, Sending]

    @classmethod
    def among(cls, cast: Cast) -> Doer:
        """Ada of this cast, before she does anything."""
        letter, answered = deeds.letter(cast.ben), deeds.letter(cast.ada, receive="sign")
        deeds.reply(cast.ben, answered, guess=("hurt",))
        deeds.courage(cast.ben, answered)
        good = deeds.shown_good(cast.ben)
        makes = {make.__name__.strip("_"): make for _, make in SENDINGS}
        forms = {name: make(cast) for name, make in makes.items() if name not in SHOWN}
        deeds.signed_by_both(cast.ada, cast.ben, deeds.version(cast.ada))
        return cls(cast.ada, cast.ben, letter, answered, good, forms)

    def acts(self) -> list[Act]:
        """Everything, what shuts out an earlier proof last."""
        found = [*self._by_page(), *(Act(f"keeps_{name}", do) for name, do in self._by_kind())]
        return sorted(found, key=lambda act: LAST.index(act.name) if act.name in LAST else -1)

    def act(self, name: str) -> Act:
        """The one of this name."""
        return next(act for act in self.acts() if act.name == name)

    def _by_page(self) -> Iterator[Act]:
        for name, sending in self.forms.items():
            yield Act(name, partial(self._sends, sending))
        for act in PRIVATE:
            yield Act(act.__name__.strip("_"), partial(self._does, act))
        yield Act("reads_the_answer_and_what_else_came", self._reads_the_answer)
        yield Act("adds_a_passkey_and_removes_it", self._adds_a_passkey)
        yield Act("begins_a_round_on_one_phone", self._begins_a_round_on_one_phone)
        yield Act("has_looked_at_the_agreement", self._has_looked_at_the_agreement)

    def _sends(self, sending: Sending) -> None:
        answer = self._here(sending.who).post(sending.url, sending.data)
        assert answer.status_code < 400, (sending.url, answer.status_code)
        self._as_cheap_as_before()

    def _does(self, act: Callable[[Someone, UUID], None]) -> None:
        act(self._here(self.who), self.letter)
        self._as_cheap_as_before()

    def _as_cheap_as_before(self) -> None:
        """No form takes the cheapest cost of a passphrase, which the people of the tests have."""
        Slot.objects.exclude(profile="").update(profile=self.who.side.profile)

    def _here(self, who: Someone) -> Someone:
        """A browser of theirs, signed in again where all were signed out."""
        twin = who.again()
        if twin.get("/active/").status_code == 302:
            twin.sign_in()
        return twin

    def _reads_the_answer(self) -> None:
        page, twin = f"/letters/{self.answered}/", self.who.again()
        for what in (f"{page}open/", f"{page}courage/open/", f"/good/{self.good}/open/"):
            assert twin.post(what).status_code == 302
        for said in ({"understood": "0", "cared": "1"}, {"understood": "4", "guess": "nearly"}):
            assert twin.post(f"{page}felt/", said).status_code == 302

    def _adds_a_passkey(self) -> None:
        twin = self.who.again()
        options = twin.client.post("/account/passkeys/options/", {}, "application/json")
        assert options.status_code == 200
        kept = {"kind": Slot.Kind.PASSKEY, "box": bytes(93), "made": "2026-11-22"}
        slot = Slot.objects.create(person=twin.person, credential=b"one more", **kept)
        assert twin.post(f"/account/passkeys/{slot.id}/remove/").status_code == 302

    def _begins_a_round_on_one_phone(self) -> None:
        twin = self._here(self.who)
        listeners.invites(twin, phones="one")
        assert "Pass the phone" in listeners.text(twin)

    def _has_looked_at_the_agreement(self) -> None:
        assert self._here(self.who).post("/agreement/looked/").status_code == 302

    def _by_kind(self) -> Iterator[tuple[str, Callable[[], object]]]:
        for name in private_kinds():
            yield name, partial(self._keeps, name)

    def _keeps(self, name: str) -> None:
        moment = ONE_OF_EACH[name]
        if is_shared(moment):  # its field `shared` says so: not this time
            moment = msgspec.structs.replace(moment, shared=False)
        log = self.who.log
        log.write(log.own, Draft(uuid4(), moment, timezone.now(), about=ID))


def private_kinds() -> set[str]:
    """The kinds that can be kept for oneself, of which the other must not learn."""
    private = {name for name, kind in KINDS.items() if kind.shared != "always"}
    unknown = private - set(ONE_OF_EACH)
    assert not unknown, f"add one of {unknown} to ONE_OF_EACH in tests/leaks/test_every_kind.py"
    return private

"""The people of the tests, who are always the same.

Ada and Ben are a couple. Cleo is a stranger. Dan is Ada's ex: they were linked once, and he left.
Dr Eve is a therapist.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID, uuid4

from django.db.models import Model, QuerySet
from django.test import Client
from django.utils import timezone

from nearer.acts import pair
from nearer.acts.as_a_browser import BrowserSide
from nearer.acts.begin import begin
from nearer.acts.leave import leave
from nearer.store.log import Log
from nearer.store.models import Member, Person, Record, Session, Slot, Space
from nearer.vault.passphrase import stretch
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

ZONE = "Europe/Berlin"


@dataclass
class Someone:
    """A person and their phone: the browser's half, and a client with its cookies."""

    name: str
    side: BrowserSide = field(init=False)
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        passphrase = f"{self.name} keeps seven quiet words at hand"
        # The cheapest cost: what these tests are about is not how long a guess takes.
        self.side = BrowserSide(self.name, passphrase, profile="cheapest")
        self.client = Client()

    @property
    def id(self) -> UUID:
        """Their id."""
        return self.side.id

    @property
    def person(self) -> Person:
        """Their row."""
        return Person.objects.get(id=self.id)

    @property
    def log(self) -> Log:
        """Their log, as it is while they are unlocked."""
        return Log(self.person, self.side.keys.marks.private)

    def begin(self) -> None:
        """Make the account."""
        begin(self.side.new_person(), now=timezone.now())

    def sign_in(self, client: Client | None = None) -> Answer:
        """Sign in on this phone, or on another client."""
        return (client or self.client).post("/sign-in/", self.proof_form())

    def proof_form(self, passphrase: str = "") -> dict[str, str]:
        """What the browser posts once the slot is open."""
        return {
            "name": self.name,
            "proof": to_text(self.proof(passphrase)),
            "marks_private": to_text(self.side.keys.marks.private.reveal()),
            "time_zone": ZONE,
        }

    def proof(self, passphrase: str = "") -> bytes:
        """The login proof of a passphrase, with the salt that the server gives out."""
        slot = Slot.objects.get(person_id=self.id, kind=Slot.Kind.PASSPHRASE)
        halves = stretch(passphrase or self.side.passphrase, bytes(slot.salt), slot.profile)
        return halves.login_proof.reveal()

    def get(self, url: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.client.get(url, headers=headers)

    def post(self, url: str, data: Mapping[str, Any] | None = None, **headers: str) -> Answer:
        """Send a form."""
        return self.client.post(url, dict(data or {}), headers=headers)

    def sealed(
        self, space: UUID, words: Mapping[str, str], record: UUID | None = None, **marks: object
    ) -> dict[str, object]:
        """A sealed form's data: the record's id, its words box, and the marks."""
        record = record or uuid4()
        self.learn_words_keys()
        box = to_text(self.side.seal_words(space, record, words)) if words else ""
        return {"record": str(record), "words": box, "filled": " ".join(words), **marks}

    def learn_words_keys(self) -> None:
        """Open the words key of every space they are in, as a page would give it."""
        for member in Member.objects.filter(person_id=self.id):
            self.side.take_words_key(member.space_id, bytes(member.words_key))

    def again(self) -> Someone:
        """The same person with a phone of their own: what one test does to it stays there."""
        twin = copy(self)
        twin.client = Client()
        twin.client.cookies.load({name: one.value for name, one in self.client.cookies.items()})
        twin.side = replace(self.side, words_keys=dict(self.side.words_keys))
        return twin


@dataclass
class Cast:
    """Everybody. Ada and Ben are linked; Ada and Dan were."""

    ada: Someone
    ben: Someone
    cleo: Someone
    dan: Someone
    eve: Someone

    @property
    def everyone(self) -> tuple[Someone, ...]:
        """All of them."""
        return (self.ada, self.ben, self.cleo, self.dan, self.eve)


def link(inviter: Someone, accepter: Someone) -> UUID:
    """Pair two people, by the real steps. Gives the couple's space."""
    now = timezone.now()
    new, secret = inviter.side.invite()
    invite = pair.invite(inviter.person, new, now=now)
    marks, words = accepter.side.accept(secret, new.id, new.space, inviter.id, new.box)
    pair.accept(accepter.person, new.id, proof=new.proof, marks_key=marks, words_key=words, now=now)
    pair.say_same(inviter.person, invite)
    pair.say_same(accepter.person, invite)
    return new.space


def assemble() -> Cast:
    """Everybody, begun and signed in."""
    cast = Cast(*(Someone(name) for name in ("Ada", "Ben", "Cleo", "Dan", "Dr Eve")))
    for someone in cast.everyone:
        someone.begin()
    once = link(cast.ada, cast.dan)
    leave(cast.dan.person, cast.dan.log.space(once), erase_mine=False)
    leave(cast.ada.person, cast.ada.log.space(once), erase_mine=False)
    link(cast.ada, cast.ben)
    for someone in cast.everyone:
        someone.sign_in()
    return cast


KEPT: tuple[type[Model], ...] = (Person, Slot, Space, Member, Session, Record)
"""The tables in which everybody is, in the order in which rows can be laid down."""


@dataclass
class Album:
    """Everybody as they are at the start: made once, laid down as rows for each test.

    Making them takes some thirty times as long. How often somebody has tried to come in is not
    among the rows: each test starts with all tries.
    """

    cast: Cast
    rows: list[list[Model]]

    @classmethod
    def take(cls) -> Self:
        """Make everybody, and remember their rows."""
        cast = assemble()
        return cls(cast, [list(QuerySet(kind)) for kind in KEPT])

    def lay_down(self) -> Cast:
        """Put everybody into an empty database, just signed in."""
        now = timezone.now()
        for kind, rows in zip(KEPT, self.rows, strict=True):
            for row in rows:
                if isinstance(row, Session):
                    row.begun = row.unlocked = row.active = now
            table: QuerySet[Any] = QuerySet(kind)
            table.bulk_create([copy(row) for row in rows])
        return Cast(*(someone.again() for someone in self.cast.everyone))

"""Signed-in people with a history, made as their browsers would make them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.utils import timezone

from nearer.acts import pair
from nearer.acts.as_a_browser import BrowserSide
from nearer.acts.begin import begin
from nearer.acts.session import sign_in
from nearer.core.moments import CheckIn, Letter, Moment, Opened, Reply, encode, kind_of
from nearer.store.log import Log, OpenSpace
from nearer.store.models import Person, Record
from nearer.vault import Address, Purpose
from nearer.vault.records import seal, shelf, thread
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from nearer.core.moments.check_in import Certainty

TEXT = "You went upstairs without a word, and I sat with the tea until it was cold. " * 3
CSRF = "n" * 32  # any secret will do: what counts is that cookie and header agree
BOX = b"\x01" + bytes(12 + 512 + 16)  # as long as TEXT in a box: version, nonce, padded, tag
WEEK = 7


@dataclass
class Resident:
    """One person, unlocked, with the cookies that prove it."""

    side: BrowserSide
    person: Person
    cookies: str

    @property
    def log(self) -> Log:
        """Their log."""
        return Log(self.person, self.side.keys.marks.private)

    def check_in_form(self) -> bytes:
        """A filled-in check-in as it travels: its words sealed, its marks beside them."""
        space, record = self.side.own, uuid4()
        box = self.side.seal_words(space, record, {"what": TEXT})
        marks = {"feelings": "lonely", "strength": "6", "energy": "3", "pleasantness": "3"}
        return urlencode({"record": record, "words": to_text(box), **marks}).encode()


def arrive(name: str) -> Resident:
    """A new person, signed in. Their passphrase costs little to derive: nobody signs in here."""
    side = BrowserSide(name, f"{name} keeps seven quiet words at hand", profile="cheapest")
    now = timezone.now()
    person = begin(side.new_person(), now=now)
    private = side.keys.marks.private
    begun = sign_in(person, private, time_zone="Europe/Berlin", idle_minutes=60, now=now)
    token, key = begun.cookies.token, begun.cookies.key
    cookies = f"nearer_session={token}; nearer_key={key}; nearer_csrf={CSRF}"
    return Resident(side, person, cookies)


def couple(one: str, other: str) -> tuple[Resident, Resident]:
    """Two people who are linked, by the real steps."""
    ada, ben = arrive(one), arrive(other)
    now = timezone.now()
    new, secret = ada.side.invite()
    invite = pair.invite(ada.person, new, now=now)
    marks, words = ben.side.accept(secret, new.id, new.space, ada.person.id, new.box)
    pair.accept(ben.person, new.id, proof=new.proof, marks_key=marks, words_key=words, now=now)
    pair.say_same(ada.person, invite)
    pair.say_same(ben.person, invite)
    return ada, ben


def live_through(ada: Resident, ben: Resident, *, days: int, check_ins: int) -> int:
    """Fill the last `days` days: so many check-ins of Ada's each day, a letter and reply a week.

    Rows are sealed as the log seals them and written in bulk. Gives how many there are.
    """
    a, b = ada.log, ben.log
    shared = a.couple
    assert shared is not None
    newest = timezone.now() - timedelta(hours=1)
    rows: list[Record] = []
    for ago in range(days):
        at = newest - timedelta(days=ago)
        hours = (timedelta(hours=nth) for nth in range(check_ins))
        rows += [row(a, a.own, _check_in(ago), at - hour) for hour in hours]
        if ago % WEEK == 0:
            writer, reader = (a, b) if ago // WEEK % 2 else (b, a)
            rows += _letter_and_reply(writer, reader, shared, at)
    Record.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _check_in(ago: int) -> CheckIn:
    feelings = (("lonely", "tense"), ("calm",), ("sad", "hurt"))[ago % 3]
    certainty: Certainty = "mixed" if len(feelings) > 1 else "named"
    return CheckIn(feelings=feelings, certainty=certainty, strength=1 + ago % 10, energy=ago % 11)


def _letter_and_reply(
    writer: Log, reader: Log, shared: OpenSpace, at: datetime
) -> Iterator[Record]:
    """A letter, its reply, and the notes that each was opened."""
    letter = row(writer, shared, Letter(feelings=("lonely",), request="listen"), at)
    answer = Reply(about=letter.id, parts=("heard",))
    reply = row(reader, shared, answer, at + timedelta(minutes=20), about=letter.id)
    yield letter
    yield reply
    for who, what in ((reader, letter), (writer, reply)):
        note = Opened(about=what.id)
        yield row(who, who.own, note, what.at + timedelta(minutes=5), about=what.id)


def row(
    author: Log, space: OpenSpace, moment: Moment, at: datetime, *, about: UUID | None = None
) -> Record:
    """A row as Log.write makes it. Its words are a box of the right size that nobody opens here."""
    address = Address(space.id, uuid4(), author.me)
    key = space.marks_key
    return Record(
        id=address.record,
        space_id=space.id,
        author_id=author.me,
        shelf=shelf(key, kind_of(moment)),
        thread=thread(key, about) if about else None,
        at=at,
        marks=seal(key, Purpose.MARKS, address, encode(moment)),
        words=b"" if isinstance(moment, Opened) else BOX,
    )

"""A small house for the state machine: a server that keeps bytes, and what browsers do to it.

`House` is what a thief of the database would hold: ids, salts, verifiers, sealed bytes. Acts of
more than one step are lists of steps, so that a test can stop between any two. They are
written in the order that never leaves a person without a way in: first add, then take away.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from nearer.vault import (
    Address,
    PersonKeys,
    PublicKeys,
    Purpose,
    Secret,
    SlotKind,
    SpaceKeys,
    WrongKey,
    pairing,
    passphrase,
    records,
    recovery,
    sessions,
    slots,
    spaces,
)
from nearer.vault.passphrase import Stretched

Step = Callable[[], object]


@dataclass(frozen=True)
class SlotRow:
    kind: SlotKind
    person: UUID
    box: bytes
    salt: bytes = b""
    verifier: bytes = b""


@dataclass(frozen=True)
class RecordRow:
    space: UUID
    author: UUID
    shelf: bytes
    marks: bytes
    words: bytes


@dataclass(frozen=True)
class InviteRow:
    space: UUID
    inviter: UUID
    box: bytes
    verifier: bytes


@dataclass
class House:
    """All that the server keeps. Every value is public, or sealed."""

    people: dict[str, UUID] = field(default_factory=dict)
    public: dict[UUID, PublicKeys] = field(default_factory=dict)
    slots: dict[UUID, SlotRow] = field(default_factory=dict)
    sessions: dict[UUID, tuple[UUID, bytes]] = field(default_factory=dict)
    members: dict[tuple[UUID, UUID], tuple[bytes, bytes]] = field(default_factory=dict)
    records: dict[UUID, RecordRow] = field(default_factory=dict)
    invites: dict[UUID, InviteRow] = field(default_factory=dict)


@dataclass(frozen=True)
class Unlocked:
    """What a browser holds while a person is in."""

    person: UUID
    root: Secret
    keys: PersonKeys


def put_slot(
    house: House, kind: SlotKind, person: UUID, key: Stretched, root: Secret, *, salt: bytes = b""
) -> Step:
    """Give the step that adds a slot."""
    box = slots.seal_slot(key.slot_key, kind, person, root)
    verifier = passphrase.verifier(key.login_proof.reveal())
    row = SlotRow(kind, person, box, salt, verifier)
    return lambda: house.slots.update({uuid4(): row})


def put_passphrase(house: House, person: UUID, words: str, root: Secret) -> Step:
    salt = Secret.fresh(16).reveal()
    key = passphrase.stretch(words, salt, "cheapest")
    return put_slot(house, SlotKind.PASSPHRASE, person, key, root, salt=salt)


def drop_slots(house: House, person: UUID, kind: SlotKind) -> list[Step]:
    """Give one step for each slot of a kind that a person has now."""
    old = [slot for slot, row in house.slots.items() if (row.person, row.kind) == (person, kind)]
    return [lambda slot=slot: house.slots.pop(slot) for slot in old]  # type: ignore[misc]


def end_sessions(house: House, person: UUID) -> Step:
    def end() -> None:
        for session in [row for row, (whose, _) in house.sessions.items() if whose == person]:
            del house.sessions[session]

    return end


def put_space(house: House, person: UUID, keys: PublicKeys, space: UUID, both: SpaceKeys) -> None:
    marks = spaces.seal_space_key(keys.marks, Purpose.MARKS, space, person, both.marks)
    words = spaces.seal_space_key(keys.words, Purpose.WORDS, space, person, both.words)
    house.members[space, person] = (marks, words)


def begin(house: House, name: str, words: str) -> tuple[Unlocked, Secret]:
    """Create a person with a passphrase, a recovery code and their own space."""
    person, root, code = uuid4(), Secret.fresh(), recovery.new_code()
    keys = PersonKeys.from_root(root)
    house.people[passphrase.fold_name(name)] = person
    house.public[person] = keys.public
    put_passphrase(house, person, words, root)()
    put_slot(house, SlotKind.RECOVERY, person, recovery.stretch_code(code), root)()
    put_space(house, person, keys.public, uuid4(), SpaceKeys.fresh())
    return Unlocked(person, root, keys), code


def unlock(house: House, person: UUID, kind: SlotKind, secret: str | Secret) -> Unlocked:
    """Open the first slot of a kind that a passphrase, code or passkey opens, or `WrongKey`."""
    for row in house.slots.values():
        if (row.person, row.kind) != (person, kind):
            continue
        try:
            root = slots.open_slot(slot_key(row, secret), kind, person, row.box)
        except WrongKey:
            continue
        return Unlocked(person, root, PersonKeys.from_root(root))
    raise WrongKey("no slot of this person opens")


def slot_key(row: SlotRow, secret: str | Secret) -> Secret:
    if isinstance(secret, str):
        return passphrase.stretch(secret, row.salt, "cheapest").slot_key
    if row.kind is SlotKind.PASSKEY:
        return slots.passkey_slot_key(secret)
    return recovery.stretch_code(secret).slot_key


def sign_in(house: House, who: Unlocked) -> tuple[UUID, Secret]:
    """Begin a session: the row's id and the cookie's secret."""
    session, cookie = uuid4(), Secret.fresh()
    box = sessions.seal_session(cookie, session, who.keys.marks.private.reveal())
    house.sessions[session] = (who.person, box)
    return session, cookie


def add_passkey(house: House, who: Unlocked, prf: Secret) -> None:
    box = slots.seal_slot(slots.passkey_slot_key(prf), SlotKind.PASSKEY, who.person, who.root)
    house.slots[uuid4()] = SlotRow(SlotKind.PASSKEY, who.person, box)


def change_passphrase(house: House, who: Unlocked, words: str) -> list[Step]:
    """Add the new slot, take the old one away, end every session."""
    return [
        put_passphrase(house, who.person, words, who.root),
        *drop_slots(house, who.person, SlotKind.PASSPHRASE),
        end_sessions(house, who.person),
    ]


def recover(house: House, who: Unlocked, words: str, code: Secret) -> list[Step]:
    """Add both new slots, then take both old ones away, end every session."""
    new_code = recovery.stretch_code(code)
    return [
        put_passphrase(house, who.person, words, who.root),
        put_slot(house, SlotKind.RECOVERY, who.person, new_code, who.root),
        *drop_slots(house, who.person, SlotKind.PASSPHRASE),
        *drop_slots(house, who.person, SlotKind.RECOVERY),
        end_sessions(house, who.person),
    ]


def spaces_of(house: House, who: Unlocked) -> dict[UUID, SpaceKeys]:
    """Open the keys of every space that a person is in."""
    opened = {}
    for (space, person), (marks, words) in house.members.items():
        if person == who.person:
            at = (space, person)
            opened[space] = SpaceKeys(
                spaces.open_space_key(who.keys.marks.private, Purpose.MARKS, *at, marks),
                spaces.open_space_key(who.keys.words.private, Purpose.WORDS, *at, words),
            )
    return opened


def write(house: House, who: Unlocked, space: UUID, text: str) -> UUID:
    """Write one record: its marks, its words, its shelf."""
    keys, record = spaces_of(house, who)[space], uuid4()
    at = Address(space, record, who.person)
    house.records[record] = RecordRow(
        space,
        who.person,
        records.shelf(keys.marks, "letter"),
        records.seal(keys.marks, Purpose.MARKS, at, b'{"feeling":"afraid"}'),
        records.seal(keys.words, Purpose.WORDS, at, records.words_to_plain({"reason": text})),
    )
    return record


def read(house: House, keys: SpaceKeys, record: UUID) -> str:
    """Open both boxes of a record; the reason in it."""
    row = house.records[record]
    at = Address(row.space, record, row.author)
    assert records.open_box(keys.marks, Purpose.MARKS, at, row.marks) == b'{"feeling":"afraid"}'
    assert row.shelf == records.shelf(keys.marks, "letter")
    words = records.open_box(keys.words, Purpose.WORDS, at, row.words)
    return records.plain_to_words(words)["reason"]


def invite(house: House, who: Unlocked) -> tuple[UUID, str]:
    """Make a couple's space and a link to it: the invite and the link's fragment."""
    both, link, space, at = SpaceKeys.fresh(), pairing.InviteSecret.make(), uuid4(), uuid4()
    put_space(house, who.person, who.keys.public, space, both)
    box = pairing.seal_invite(link, at, space, who.person, both)
    verifier = passphrase.verifier(pairing.invite_proof(link).reveal())
    house.invites[at] = InviteRow(space, who.person, box, verifier)
    return at, link.write_fragment()


def accept(house: House, who: Unlocked, at: UUID, fragment: str) -> UUID:
    """Take an invite up, once; the two see the same four words."""
    row, link = house.invites[at], pairing.InviteSecret.read_fragment(fragment)
    proof = pairing.invite_proof(link).reveal()
    assert passphrase.proof_matches(proof, row.verifier)
    both = pairing.open_invite(link, at, row.space, row.inviter, row.box)
    put_space(house, who.person, who.keys.public, row.space, both)
    del house.invites[at]
    return row.space


def compare(house: House, who: Unlocked, space: UUID, inviter: UUID, accepter: UUID) -> object:
    """Give the four words as one of the two sees them: their own keys are their own."""
    shown = {**house.public, who.person: who.keys.public}
    words_key = spaces_of(house, who)[space].words
    return pairing.comparison(words_key, space, shown[inviter], shown[accepter])

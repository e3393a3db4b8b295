"""Begin: a new person, their two slots and their own space, all or nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from nearer.store.models import Member, Person, Slot, Space
from nearer.vault.passphrase import fold_name, proof_matches, verifier


class NameTaken(Exception):
    """Someone here has this name already."""


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A slot as the browser made it. `profile` and `salt` are empty for a recovery slot."""

    proof: bytes
    box: bytes
    profile: str = ""
    salt: bytes = b""

    def is_kept_as(self, row: Slot) -> bool:
        """Whether this row is this very slot: who sends it proves what opens it."""
        return proof_matches(self.proof, bytes(row.verifier)) and self.box == bytes(row.box)

    def row(self, person: Person, kind: Slot.Kind, now: datetime) -> Slot:
        """The row that keeps it."""
        return Slot(
            person=person,
            kind=kind,
            box=self.box,
            verifier=verifier(self.proof),
            profile=self.profile,
            salt=self.salt,
            made=now.date(),
        )


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Everything the browser made for a new account. Nothing in it opens anything."""

    id: UUID
    name: str
    marks_public: bytes
    words_public: bytes
    passphrase: NewSlot
    recovery: NewSlot
    space: UUID
    marks_key: bytes
    words_key: bytes


def begin(new: NewPerson, *, now: datetime) -> Person:
    """Keep a new person. Raises NameTaken.

    A double click is met here too: the same ids again, with a proof that fits, are the same
    person and not a second one.
    """
    try:
        with transaction.atomic():
            return _rows(new, now)
    except IntegrityError:
        known = Person.objects.filter(id=new.id, folded=fold_name(new.name)).first()
        if known and known.slots.filter(verifier=verifier(new.passphrase.proof)).exists():
            return known
        raise NameTaken from None


def _rows(new: NewPerson, now: datetime) -> Person:
    person = Person.objects.create(
        id=new.id,
        name=new.name,
        folded=fold_name(new.name),
        marks_public=new.marks_public,
        words_public=new.words_public,
        began=now.date(),
    )
    new.passphrase.row(person, Slot.Kind.PASSPHRASE, now).save(force_insert=True)
    new.recovery.row(person, Slot.Kind.RECOVERY, now).save(force_insert=True)
    space = Space.objects.create(id=new.space, kind=Space.Kind.OWN, state=Space.State.OPEN)
    Member.objects.create(
        space=space, person=person, marks_key=new.marks_key, words_key=new.words_key
    )
    return person

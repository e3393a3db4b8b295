"""One file for each table. No table holds a readable word or mark."""

from nearer.store.models.allowance import Allowance
from nearer.store.models.invite import Invite
from nearer.store.models.linked_letter import LinkedLetter
from nearer.store.models.person import Person, Slot
from nearer.store.models.record import Record
from nearer.store.models.session import Session
from nearer.store.models.space import Member, Space

__all__ = [
    "Allowance",
    "Invite",
    "LinkedLetter",
    "Member",
    "Person",
    "Record",
    "Session",
    "Slot",
    "Space",
]

"""Recover with the code: a new passphrase and a new code, and every session ends."""

from datetime import datetime

from django.db import transaction

from nearer.acts.begin import NewSlot
from nearer.acts.session import prove, sign_out_everywhere
from nearer.store.models import Person, Slot


def recover(
    name: str, proof: bytes, *, passphrase: NewSlot, recovery: NewSlot, now: datetime
) -> Person:
    """Replace both slots, all or nothing, and end every session. Raises NotProven.

    The used code stops working in the same transaction in which the new one starts, so that at
    no moment there is no way in, or two codes.
    """
    with transaction.atomic():
        person = prove(name, proof, Slot.Kind.RECOVERY).person
        Slot.objects.filter(
            person=person, kind__in=[Slot.Kind.PASSPHRASE, Slot.Kind.RECOVERY]
        ).delete()
        passphrase.row(person, Slot.Kind.PASSPHRASE, now).save(force_insert=True)
        recovery.row(person, Slot.Kind.RECOVERY, now).save(force_insert=True)
        sign_out_everywhere(person)
    return person

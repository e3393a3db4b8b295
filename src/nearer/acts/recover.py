"""Recover with the code: a new passphrase and a new code, and every session ends."""

from datetime import datetime

from django.db import transaction

from nearer.acts.begin import NewSlot
from nearer.acts.session import prove, sign_out_everywhere
from nearer.store.models import Person, Slot
from nearer.vault.passphrase import fold_name


def recover(
    name: str, proof: bytes, *, passphrase: NewSlot, recovery: NewSlot, now: datetime
) -> Person:
    """Replace both slots, all or nothing, and end every session. Raises NotProven.

    The used code stops working in the same transaction in which the new one starts, so that at
    no moment there is no way in, or two codes. The same two slots once more are no mistake: their
    answer was lost on the way, and the form was sent again.
    """
    with transaction.atomic():
        if again := _kept_for(name, passphrase, recovery):
            return again
        person = prove(name, proof, Slot.Kind.RECOVERY).person
        Slot.objects.filter(
            person=person, kind__in=[Slot.Kind.PASSPHRASE, Slot.Kind.RECOVERY]
        ).delete()
        passphrase.row(person, Slot.Kind.PASSPHRASE, now).save(force_insert=True)
        recovery.row(person, Slot.Kind.RECOVERY, now).save(force_insert=True)
        sign_out_everywhere(person)
    return person


def _kept_for(name: str, passphrase: NewSlot, recovery: NewSlot) -> Person | None:
    """Whose slots these two are already."""
    new = {Slot.Kind.PASSPHRASE: passphrase, Slot.Kind.RECOVERY: recovery}
    rows = Slot.objects.select_related("person").filter(
        person__folded=fold_name(name), kind__in=list(new)
    )
    people = [row.person for row in rows if new[Slot.Kind(row.kind)].is_kept_as(row)]
    return people[0] if len(people) == len(new) else None

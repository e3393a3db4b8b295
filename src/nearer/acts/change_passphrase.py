"""Change the passphrase: one slot is replaced, other sessions end, no record is touched."""

from datetime import datetime

from django.db import transaction

from nearer.acts.begin import NewSlot
from nearer.acts.session import NotProven, sign_out_everywhere
from nearer.store.models import Session, Slot
from nearer.vault.passphrase import proof_matches


def change_passphrase(session: Session, *, old_proof: bytes, new: NewSlot, now: datetime) -> None:
    """Replace the passphrase slot, all or nothing. Raises NotProven if the old one does not fit.

    The same slot once more is no mistake: its answer was lost on the way, and it was sent again.
    """
    person = session.person
    with transaction.atomic():
        old = Slot.objects.select_for_update().get(person=person, kind=Slot.Kind.PASSPHRASE)
        if new.is_kept_as(old):
            return
        if not proof_matches(old_proof, bytes(old.verifier)):
            raise NotProven
        old.delete()
        new.row(person, Slot.Kind.PASSPHRASE, now).save(force_insert=True)
        sign_out_everywhere(person, but=session)

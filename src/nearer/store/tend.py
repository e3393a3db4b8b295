"""Tending: remove what nobody can use any more. Needs no keys, and may run at any time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from nearer.store.models import Allowance, Invite, LinkedLetter, Session, Space

SESSION_FORGOTTEN = timedelta(days=30)
INVITE_OVER = timedelta(days=7)
ALLOWANCE_FULL = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tended:
    """How many of each were removed."""

    sessions: int
    invites: int
    allowances: int


def tend(now: datetime) -> Tended:
    """Remove sessions unused for a month, pairings that ran out, and buckets that are full again.

    A pairing goes with its pending space, which has never held anything. A letter by link goes with
    it; an answer to one stays until its reader has it.
    """
    with transaction.atomic():
        sessions, _ = Session.objects.filter(active__lt=now - SESSION_FORGOTTEN).delete()
        over = Invite.objects.filter(made__lt=now - INVITE_OVER)
        spaces = list(over.values_list("space_id", flat=True))
        Space.objects.filter(id__in=spaces, state=Space.State.PENDING).delete()
        LinkedLetter.objects.filter(answer=b"", made__lt=now - INVITE_OVER).delete()
        allowances, _ = Allowance.objects.filter(at__lt=now - ALLOWANCE_FULL).delete()
    return Tended(sessions, len(spaces), allowances)

"""Slowing down whoever guesses, without ever locking anyone out.

A token bucket for each act and subject, kept in the database so that every server process
shares it. A partner must not be able to shut the other out by guessing wrongly, so a bucket
only ever makes the next try wait for seconds, never closes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from math import ceil

from django.conf import settings
from django.db import transaction
from django.db.models import F

from nearer.store.models import Allowance, Session
from nearer.vault.derive import mac


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` tries at once, then one more every `seconds`."""

    burst: int
    seconds: float


class Try(Enum):
    """What is slowed down, and how much. Argon2id in the browser slows an honest person more."""

    NAME = Rate(burst=8, seconds=6)
    ADDRESS = Rate(burst=60, seconds=1)
    BEGIN = Rate(burst=40, seconds=30)
    ASK_FOR_NAME = Rate(burst=40, seconds=5)
    INVITE = Rate(burst=20, seconds=10)


class SlowDown(Exception):
    """Too many tries: the next is welcome after `wait` seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"wait {wait} s")
        self.wait = wait


def spend(kind: Try, subject: str, *, now: datetime) -> None:
    """Use one try for this subject. Raises SlowDown with the seconds to wait.

    Read and written in one transaction with the row held, so that two processes cannot spend
    the same token.
    """
    key = _key(kind, subject)
    rate = kind.value
    with transaction.atomic():
        # The row is made first and then held: two first tries at once must not collide.
        Allowance.objects.bulk_create(
            [Allowance(key=key, tokens=rate.burst, at=now)], ignore_conflicts=True
        )
        row = Allowance.objects.select_for_update().get(key=key)
        elapsed = max(0.0, (now - row.at).total_seconds())
        tokens = min(float(rate.burst), row.tokens + elapsed / rate.seconds)
        enough = tokens >= 1
        row.tokens, row.at = (tokens - 1 if enough else tokens), now
        row.save()
    if not enough:
        raise SlowDown(ceil((1 - tokens) * rate.seconds))


def give_back_each(tries: Iterable[tuple[Try, str]]) -> None:
    """Give back one try for every subject given: it was right, and so no guess.

    Otherwise somebody who tries wrongly at another's name, or from the same house, could count
    that one was missing, and know that the other had just signed in.
    """
    for kind, subject in tries:
        rows = Allowance.objects.filter(key=_key(kind, subject), tokens__lte=kind.value.burst - 1)
        rows.update(tokens=F("tokens") + 1)


def _key(kind: Try, subject: str) -> bytes:
    return mac(settings.SECRET_KEY.encode(), f"{kind.name}:{subject}".encode())


def forget(kind: Try, subject: str) -> None:
    """Remove the row of a subject that is erased: whoever has the server's key could ask it."""
    Allowance.objects.filter(key=_key(kind, subject)).delete()


def own_browser(session: Session) -> str:
    """The subject that stands for one signed-in browser."""
    return f"session:{session.id}"


def spend_each(tries: Iterable[tuple[Try, str]], *, now: datetime) -> None:
    """Use one try for every subject given, for example a name and an address."""
    for kind, subject in tries:
        spend(kind, subject, now=now)

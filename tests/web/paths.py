"""Every path of the program, and pages that can be compared."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests import deeds
from tests.pairing import Link

from nearer.store.models import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast

TOKEN = re.compile(rb"[A-Za-z0-9]{64}")
FRESH = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

OPEN_TO_ALL = {
    "home", "begin", "sign-in", "unlock", "lock", "sign-out", "exit", "recover",
    "salt", "name-is-free", "open-passphrase", "open-recovery", "passkey-request", "passkey-open",
    "pair", "help", "how-sealed", "night", "further",
}  # fmt: skip
"""Paths that answer someone who is not unlocked. What is not here must not."""


@dataclass(frozen=True)
class Path:
    """One path of the URL configuration, by its name."""

    name: str
    parameters: tuple[str, ...]

    def url(self, ids: Mapping[str, UUID]) -> str:
        """The path with these ids in it."""
        return reverse(self.name, kwargs={name: ids[name] for name in self.parameters})


def _walk(patterns: list[URLPattern | URLResolver]) -> Iterator[Path]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns)
        else:
            assert one.name, f"{one.pattern} has no name"
            yield Path(one.name, tuple(one.pattern.converters))


PATHS = tuple(_walk(get_resolver().url_patterns))


def nobodys() -> dict[str, UUID]:
    """Ids that lead nowhere, for every parameter of every path."""
    return {name: uuid4() for path in PATHS for name in path.parameters}


def adas(cast: Cast) -> dict[str, UUID]:
    """Ids of what is Ada's: what she kept, a letter that Ben answered, her couple, her passkey.

    The invite is of Cleo and Dr Eve: a couple has none any more.
    """
    letter = deeds.letter(cast.ada)
    deeds.reply(cast.ben, letter)
    passkey = Slot.objects.create(
        person=cast.ada.person, kind=3, box=bytes(93), credential=b"a", made="2026-11-22"
    )
    made = Link.by(cast.cleo)
    made.take(cast.eve)
    return nobodys() | {
        "record": deeds.check_in(cast.ada),
        "reflection": deeds.reflection(cast.ada),
        "plan": deeds.plan(cast.ada),
        "sentence": deeds.sentence(cast.ada),
        "night": deeds.night(cast.ada),
        "taken": deeds.step(cast.ada),
        "own": (own := deeds.own_step(cast.ada)),
        "step": own,
        "letter": letter,
        "space_id": deeds.couple_of(cast.ada).id,
        "slot_id": passkey.id,
        "invite_id": made.new.id,
    }


def masked(answer: Answer, *ids: UUID) -> bytes:
    """A page's bytes without the form token, and with these ids written as one."""
    body = TOKEN.sub(b"TOKEN", answer.content)
    for one in ids:
        body = body.replace(str(one).encode(), b"THIS")
    return body


def without_fresh_ids(page: bytes) -> bytes:
    """The same without the ids that a page makes anew for what is to be written."""
    return FRESH.sub(b"FRESH", page)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside leaves the database as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)

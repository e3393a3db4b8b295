"""Every path of the program, and pages that can be compared."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests import deeds, rounds, weeks
from tests.by_link import LinkedOne
from tests.pairing import Link

from nearer.store.models import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast, Someone

TOKEN = re.compile(rb"[A-Za-z0-9]{64}")
FRESH = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

OPEN_TO_ALL = {
    "home", "begin", "sign-in", "unlock", "lock", "sign-out", "exit", "recover",
    "salt", "name-is-free", "open-passphrase", "open-recovery", "passkey-request", "passkey-open",
    "pair", "help", "how-sealed", "night", "further",
    "read-by-link", "open-by-link", "answer-by-link",
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
    """Ids of what is Ada's, for every parameter of every path.

    The invite is of Cleo and Dr Eve: a couple has none any more.
    """
    made = Link.by(cast.cleo)
    made.take(cast.eve)
    return nobodys() | {"invite_id": made.new.id} | what_is_of(cast.ada, cast.ben)


def what_is_of(who: Someone, other: Someone) -> dict[str, UUID]:
    """Ids of what somebody kept, of a letter that the other answered, their couple, a passkey."""
    letter = deeds.letter(who)
    deeds.reply(other, letter)
    passkey = Slot.objects.create(
        person=who.person, kind=3, box=bytes(93), credential=who.id.bytes, made="2026-11-22"
    )
    return {
        "record": deeds.check_in(who),
        "reflection": deeds.reflection(who),
        "plan": deeds.plan(who),
        "sentence": deeds.sentence(who),
        "night": deeds.night(who),
        "taken": deeds.step(who),
        "own": (own := deeds.own_step(who)),
        "step": own,
        "letter": letter,
        "line": deeds.line(who),
        "version": deeds.version(who),
        "good": deeds.kept_good(who),
        "heard": rounds.kept_round(who, other),
        "week": weeks.both(who, other),
        "space_id": deeds.couple_of(who).id,
        "linked": (linked := LinkedOne.by(who).lay_down()).record,
        "letter_id": linked.id,
        "slot_id": passkey.id,
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

"""Who is here: the unlocked person of one request, and what they may reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from secrets import token_hex
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest

from nearer.store import who
from nearer.store.log import Log
from nearer.store.models import Person, Session
from nearer.vault.derive import mac
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


def heard(session: Session, versions: Mapping[UUID, int], salt: str = "") -> str:
    """Stands for the versions of some spaces, and tells them to nobody.

    A page carries it from when it was drawn to where it begins to listen: if something came in
    between, the page is told at once. It is another one each time, so that two of them side by side
    tell nothing, also not that the other one did something and took it back. 64 hexadecimal digits,
    of which the first half is the `salt` to check it with.
    """
    salt = salt or token_hex(16)
    known = sorted(f"{space}:{version}" for space, version in versions.items())
    told = mac(settings.SECRET_KEY.encode(), f"heard:{session.id}:{salt}:{known}".encode())
    return salt + told.hex()[:32]


@dataclass
class Here:
    """One unlocked person, for the length of one request."""

    person: Person
    session: Session
    log: Log
    zone: ZoneInfo
    now: datetime

    @property
    def idle_minutes(self) -> int:
        """Minutes without a hand after which this browser locks."""
        return self.session.idle_minutes

    @cached_property
    def words_public(self) -> str:
        """The public key to which the browser seals what is still in a field."""
        return to_text(bytes(self.person.words_public))

    @property
    def heard(self) -> str:
        """What this page knows of its spaces: see `heard`."""
        versions = {space.id: space.version for space in self.log.spaces}
        return heard(self.session, versions)

    @cached_property
    def partner(self) -> Person | None:
        """The other of the couple, or None while there is no open couple's space."""
        couple = self.log.couple
        if couple is None:
            return None
        return who.other_in(couple.id, self.person.id)


class Request(HttpRequest):
    """A request after the Door: `here` when unlocked; `session_row` when at least signed in."""

    here: Here | None
    session_row: Session | None
    now: datetime
    htmx: "HtmxDetails"


class UnlockedRequest(Request):
    """A request in a view behind `access.unlocked`."""

    here: Here
    session_row: Session

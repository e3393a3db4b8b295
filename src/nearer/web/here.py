"""Who is here: the unlocked person of one request, and what they may reach."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from nearer.store import who
from nearer.store.log import Log
from nearer.store.models import Person, Session
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


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

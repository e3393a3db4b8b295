"""The Door: finds out who is here, and whether they are unlocked."""

from collections.abc import Callable
from contextlib import suppress
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from nearer.acts import session as sessions
from nearer.store.log import Log
from nearer.vault.secret import Secret
from nearer.web import cookies
from nearer.web.here import Here


class Door:
    """Sets `request.here`, `request.session_row` and `request.now`.

    A session whose key cookie is missing or does not fit is locked: its person is known, and
    nothing of theirs can be read.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Open what the cookies open, then go on."""
        request.now = timezone.now()  # type: ignore[attr-defined] # see here.Request
        request.here = None  # type: ignore[attr-defined] # the same
        request.session_row = None  # type: ignore[attr-defined] # the same
        self._open(request)
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()

    def _open(self, request: HttpRequest) -> None:
        token, key = cookies.read(request)
        if not token:
            return
        now = request.now  # type: ignore[attr-defined] # set above
        session = sessions.find(token, now=now)
        if session is None:
            return
        request.session_row = session  # type: ignore[attr-defined] # see here.Request
        inside = sessions.look_inside(session, key, now=now)
        if inside is None:
            return
        zone = _zone(inside.time_zone)
        timezone.activate(zone)
        log = Log(session.person, Secret(inside.marks))
        request.here = Here(session.person, session, log, zone, now)  # type: ignore[attr-defined]
        if not request.headers.get("Nearer-Live"):
            with suppress(DatabaseError):  # a full disk shuts out nobody who wants to read
                sessions.stay_active(session, now=now)


def _zone(name: str) -> ZoneInfo:
    """The person's time zone; UTC for a name that this machine does not know.

    A name such as "Europe" is a folder where the zones are kept: Python says so with an OSError.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")

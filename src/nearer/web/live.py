"""Live enough: an open page learns well within a second that something changed, not what.

Each process asks the database twice a second for the version numbers of the spaces that its open
pages listen for: one small query however many listen, none when nobody does. It works the same on
SQLite and PostgreSQL and with any number of processes.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from nearer.store.models import Session, Space
from nearer.web.here import heard

if TYPE_CHECKING:
    from nearer.web.here import Here

T = TypeVar("T")

ASK_EVERY = 0.5
"""Seconds. Two who listen to each other on two phones see a change within one."""
BEAT_EVERY = 20.0
CHANGED = b"event: changed\ndata: -\n\n"


class Bell:
    """Watches the versions of the spaces somebody listens for, in one task for each event loop."""

    def __init__(self) -> None:
        self.versions: dict[UUID, int] = {}
        self._wanted: Counter[UUID] = Counter()
        self._task: asyncio.Task[None] | None = None
        self._rung = asyncio.Event()

    def join(self, spaces: list[UUID]) -> None:
        """Begin to listen for these."""
        self._wanted.update(spaces)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._watch())

    def part(self, spaces: list[UUID]) -> None:
        """Listen no longer."""
        self._wanted -= Counter(spaces)
        for space in spaces:
            if space not in self._wanted:
                self.versions.pop(space, None)

    async def next_look(self, seconds: float) -> None:
        """Wait until some version has changed, or until the time is over."""
        rung = self._rung
        try:
            async with asyncio.timeout(max(seconds, 0)):
                await rung.wait()
        except TimeoutError:
            return

    async def _watch(self) -> None:
        while self._wanted:
            try:
                found = await _versions(list(self._wanted))
            except DatabaseError:  # it may answer again in a moment, and somebody listens
                found = self.versions
            # Somebody may have left while the database was asked: what nobody wants is not kept.
            found = {space: found[space] for space in found if space in self._wanted}
            if found != self.versions:
                self.versions = found
                self._rung.set()
                self._rung = asyncio.Event()
            await asyncio.sleep(ASK_EVERY)


_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="live")
"""One thread and so one database connection for all open pages of this process."""


async def _ask(read: Callable[[], T]) -> T:
    """Read from the database, on its thread.

    A connection that broke, as when PostgreSQL was started anew, is closed here: no request ends
    on this thread, so nobody else would.
    """

    def asked() -> T:
        try:
            return read()
        except DatabaseError:
            connection.close()
            raise

    return await asyncio.get_running_loop().run_in_executor(_thread, asked)


async def _versions(spaces: list[UUID]) -> dict[UUID, int]:
    versions = Space.objects.filter(id__in=spaces).values_list("id", "version")
    return await _ask(lambda: dict(versions))


async def _still_unlocked(session: Session) -> bool:
    return await _ask(Session.objects.filter(id=session.id).exclude(box=b"").exists)


_bells: dict[asyncio.AbstractEventLoop, Bell] = {}


def _bell() -> Bell:
    return _bells.setdefault(asyncio.get_running_loop(), Bell())


async def live(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """A stream of server-sent events: "changed" and nothing more.

    It ends with the session. Being connected is told to nobody.
    """
    here: Here | None = request.here  # type: ignore[attr-defined] # see here.Request
    if here is None:
        return HttpResponse(status=401, headers={"Nearer-Locked": "1"})
    spaces = await sync_to_async(lambda: [space.id for space in here.log.spaces])()
    return StreamingHttpResponse(
        _events(here.session, spaces, request.GET.get("since", "")),
        content_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


async def _events(session: Session, spaces: list[UUID], since: str) -> AsyncIterator[bytes]:
    """What an open page hears. `since`: what it had heard of when it was drawn, if it says so."""
    bell, loop = _bell(), asyncio.get_running_loop()
    bell.join(spaces)
    seen = await _versions(spaces)
    beat = loop.time() + BEAT_EVERY
    yield b": here\n\n"
    try:
        if since and since != heard(session, seen, since[:32]):
            yield CHANGED
        while True:
            known = {space: bell.versions.get(space, seen[space]) for space in seen}
            if known == seen and loop.time() < beat:  # asked first: it may have rung while we wrote
                await bell.next_look(beat - loop.time())
                continue
            if not await _still_unlocked(session):
                return
            yield b": beat\n\n" if known == seen else CHANGED
            seen, beat = known, loop.time() + BEAT_EVERY
    finally:
        bell.part(spaces)

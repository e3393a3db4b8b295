"""The bell: an open page learns that something changed, and nothing else; nobody learns of it."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import DatabaseError, connection
from django.http import StreamingHttpResponse
from tests import deeds

from nearer.acts.session import lock, sign_out
from nearer.store.models import Session
from nearer.web import live

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from tests.cast import Cast, Someone

CHANGED = b"event: changed\ndata: -\n\n"
HEARD = re.compile(r'data-heard="([0-9a-f]{64})"')
BEAT = b": beat\n\n"


@pytest.fixture(autouse=True)
def _quick(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ask a hundred times as often, and leave no connection behind."""
    del transactional_db
    monkeypatch.setattr(live, "ASK_EVERY", 0.01)
    monkeypatch.setattr(live, "BEAT_EVERY", 30.0)
    yield
    live._thread.submit(_hang_up).result()  # noqa: SLF001 - the thread has no other door


def _session(who: Someone) -> Session:
    return Session.objects.filter(person=who.person).latest("begun")


def _hang_up() -> None:
    connection.close()


async def _listen(who: Someone, since: str = "") -> AsyncIterator[bytes]:
    """Somebody's page is open. Gives what it hears."""
    session, log = await sync_to_async(lambda: (_session(who), who.log))()
    here = SimpleNamespace(session=session, log=log)
    request: Any = SimpleNamespace(here=here, GET={"since": since})
    answer = await live.live(request)
    assert isinstance(answer, StreamingHttpResponse)
    assert answer.headers["Content-Type"] == "text/event-stream"
    stream: Any = answer.streaming_content
    assert await anext(stream) == b": here\n\n"
    return stream  # type: ignore[no-any-return]  # Django gives what it was given


async def _hears(stream: AsyncIterator[bytes], seconds: float = 3.0) -> bytes | None:
    """The next thing that a page hears; None if it stays quiet, or if the stream ends."""
    try:
        return await asyncio.wait_for(anext(stream), seconds)
    except (TimeoutError, StopAsyncIteration):
        return None


def _played(play: Callable[[], Awaitable[None]]) -> None:
    """In a thread of its own: a browser test before this one may have left a loop running."""

    def apart() -> None:
        try:
            async_to_sync(play)()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as one:
        one.submit(apart).result()


def test_it_tells_ben_s_page_at_once_what_came_while_it_was_on_its_way(cast: Cast) -> None:
    def drawn() -> str:
        found = HEARD.search(cast.ben.get("/today/").content.decode())
        assert found
        return found[1]

    async def play() -> None:
        before = await sync_to_async(drawn)()
        await sync_to_async(deeds.letter)(cast.ada)
        late = await _listen(cast.ben, before)
        assert await _hears(late) == CHANGED
        in_time = await _listen(cast.ben, await sync_to_async(drawn)())
        assert await _hears(in_time, 0.5) is None
        for page in (late, in_time):
            await page.aclose()  # type: ignore[attr-defined]  # it is a generator

    _played(play)


def test_it_rings_at_ben_s_page_when_ada_sends_a_letter(cast: Cast) -> None:
    async def play() -> None:
        page = await _listen(cast.ben)
        await sync_to_async(deeds.letter)(cast.ada)
        assert await _hears(page) == CHANGED
        await page.aclose()  # type: ignore[attr-defined]  # it is a generator

    _played(play)


def test_it_stays_quiet_at_ben_s_page_whatever_ada_does_for_herself(cast: Cast) -> None:
    letter = deeds.letter(cast.ben)

    async def play() -> None:
        page, hers = await _listen(cast.ben), await _listen(cast.ada)
        await sync_to_async(deeds.check_in)(cast.ada)
        await sync_to_async(deeds.open_it)(cast.ada, letter)
        assert await _hears(hers) == CHANGED
        assert await _hears(page, 0.3) is None

    _played(play)


def test_it_rings_once_for_what_came_at_once_and_again_for_the_next(cast: Cast) -> None:
    async def play() -> None:
        pages = [await _listen(cast.ben) for _ in range(2)]
        for _ in range(2):
            await sync_to_async(deeds.letter)(cast.ada)
            assert [await _hears(page) for page in pages] == [CHANGED] * 2

    _played(play)


def test_it_beats_now_and_then_so_that_nobody_hangs_up(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT_EVERY", 0.05)

    async def play() -> None:
        page = await _listen(cast.ben)
        assert [await _hears(page) for _ in range(2)] == [BEAT, BEAT]

    _played(play)


ENDS: dict[str, Callable[[Session], object]] = {"lock": lock, "sign out": sign_out}


@pytest.mark.parametrize("end", ENDS)
def test_it_ends_with_the_session(cast: Cast, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "BEAT_EVERY", 0.05)

    async def play() -> None:
        page = await _listen(cast.ben)
        session = await sync_to_async(_session)(cast.ben)
        await sync_to_async(ENDS[end])(session)
        heard = [await _hears(page) for _ in range(2)]
        assert heard[-1] is None
        with pytest.raises(StopAsyncIteration):
            await anext(page)

    _played(play)


def test_it_asks_nobody_while_nobody_listens(cast: Cast) -> None:
    async def play() -> None:
        bell = live._bell()  # noqa: SLF001 - what it does when all have left is seen only here
        page = await _listen(cast.ben)
        await sync_to_async(deeds.letter)(cast.ada)
        assert await _hears(page) == CHANGED
        assert bell.versions
        await page.aclose()  # type: ignore[attr-defined]  # it is a generator
        await asyncio.sleep(0.1)
        assert not bell.versions
        assert bell._task is not None  # noqa: SLF001 - the same
        assert bell._task.done()  # noqa: SLF001 - the same
        again = await _listen(cast.ben)
        await sync_to_async(deeds.letter)(cast.ada)
        assert await _hears(again) == CHANGED

    _played(play)


def test_it_goes_on_when_the_database_comes_back(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = live._versions  # noqa: SLF001 - what fails for a moment
    fails = iter([False, True, True])

    async def now_and_then(spaces: Any) -> Any:
        if next(fails, False):
            raise DatabaseError
        return await asked(spaces)

    monkeypatch.setattr(live, "_versions", now_and_then)

    async def play() -> None:
        page = await _listen(cast.ben)
        await sync_to_async(deeds.letter)(cast.ada)
        assert await _hears(page) == CHANGED

    _played(play)


def test_it_closes_a_connection_that_broke(cast: Cast) -> None:
    del cast

    def broken() -> None:
        raise DatabaseError

    async def play() -> None:
        with pytest.raises(DatabaseError):
            await live._ask(broken)  # noqa: SLF001 - a read that fails

    _played(play)


def test_it_is_shut_for_whoever_is_locked() -> None:
    async def play() -> None:
        answer = await live.live(SimpleNamespace(here=None))  # type: ignore[arg-type]  # all it reads
        assert (answer.status_code, answer.headers["Nearer-Locked"]) == (401, "1")

    _played(play)

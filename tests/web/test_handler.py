"""Requests share a few threads that stay, and nothing of one reaches another."""

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from asgiref.testing import ApplicationCommunicator
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import translation

from nearer.web import handler
from nearer.web.handler import Handler

T = TypeVar("T")
pytestmark = pytest.mark.urls(__name__)
seen: list[tuple[str, str]] = []


def slow(request: HttpRequest) -> HttpResponse:
    seen.append((threading.current_thread().name, translation.get_language()))
    time.sleep(float(request.GET["seconds"]))
    return HttpResponse("slow")


def german(request: HttpRequest) -> HttpResponse:
    translation.activate("de")
    return slow(request)


urlpatterns = [path("slow/", slow), path("german/", german)]


@pytest.fixture(autouse=True)
def nothing_seen() -> Iterator[None]:
    seen.clear()
    yield
    seen.clear()


def asks(application: Handler, where: str, seconds: float) -> Any:
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": where,
        "query_string": f"seconds={seconds}".encode(),
        "headers": [(b"host", b"testserver")],
    }
    return ApplicationCommunicator(application, scope)  # type: ignore[no-untyped-call]


async def answer(one: Any) -> int:
    await one.send_input({"type": "http.request"})
    status: int = (await one.receive_output(timeout=10))["status"]
    await one.receive_output(timeout=10)
    await one.wait(timeout=10)
    return status


def run(act: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: a browser test in the same process leaves a loop in this one."""
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, act).result()


def test_it_lets_ben_read_while_adas_save_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "THREADS", 2)
    application = Handler()

    async def both() -> float:
        ada = asyncio.create_task(answer(asks(application, "/slow/", 1.5)))
        await asyncio.sleep(0.3)
        begun = time.monotonic()
        for _ in range(3):
            assert await answer(asks(application, "/slow/", 0)) == 200
        waited = time.monotonic() - begun
        assert await ada == 200
        return waited

    assert run(both()) < 1
    assert len({thread for thread, _ in seen}) == 2


def test_it_keeps_to_its_threads_however_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "THREADS", 2)
    application = Handler()

    async def all_of_them() -> list[int]:
        return await asyncio.gather(*(answer(asks(application, "/slow/", 0.01)) for _ in range(20)))

    assert run(all_of_them()) == [200] * 20
    assert len({thread for thread, _ in seen}) == 2


def test_it_leaves_nothing_of_bens_language_on_the_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "THREADS", 1)
    application = Handler()

    async def one_after_the_other() -> None:
        for where in ("/german/", "/slow/"):
            await asyncio.create_task(answer(asks(application, where, 0)))

    run(one_after_the_other())
    assert [language for _, language in seen] == ["de", "en"]


def test_it_goes_on_after_ada_closed_the_page_too_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "THREADS", 1)
    application = Handler()

    async def hang_up() -> int:
        ada = asks(application, "/slow/", 0.5)
        await ada.send_input({"type": "http.request"})
        await asyncio.sleep(0.2)
        await ada.send_input({"type": "http.disconnect"})
        await ada.wait(timeout=5)
        return await answer(asks(application, "/slow/", 0))

    assert run(hang_up()) == 200
    assert not application._threads[0].requests  # noqa: SLF001 - what the choice is made by

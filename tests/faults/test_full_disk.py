"""A disk with no room left: nothing is kept by half, what was there opens, and it goes on after.

With SQLite the server's processes may write no further byte to any file (RLIMIT_FSIZE, set from
outside while they run). A PostgreSQL that has run full is made read-only by whoever tends it.
"""

from __future__ import annotations

import resource
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from tests.e2e.house import House, running
from tests.faults.book import Book, check_that_it_is_whole, no_hand_for, read
from tests.faults.phone import Phone

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server

KIND = "Your words are still here."
KIND_PAGE = "be kept right now"
FULL = (503, 507)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with running(tmp_path) as house:
        yield house


@pytest.fixture
def ada(house: House) -> Iterator[Phone]:
    """Ada, who is in, and to whom something is dear already."""
    with Phone("Ada", house.address) as ada:
        assert ada.post("/begin/", ada.begin_form()).status == 302
        kept = check_in(ada, "He came home late.")
        assert ada.send("/check-in/", kept).status == 204
        yield ada


@pytest.fixture
def ben(house: House) -> Iterator[Phone]:
    """Ben, who is about to begin."""
    with Phone("Ben", house.address) as ben:
        yield ben


def check_in(ada: Phone, words: str) -> dict[str, object]:
    return ada.sealed(ada.get("/check-in/"), {"trigger": words}, body="tight_chest")


def look(house: House, ada: Phone) -> Book:
    book = read(house, [ada.side])
    check_that_it_is_whole(book)
    return book


@contextmanager
def no_room(house: House) -> Iterator[None]:
    """No room for another byte, until the end of the block."""
    if house.database_url:
        _let_it_write(house, may=False)
    else:
        _limit(house, 0)
    try:
        yield
    finally:
        if house.database_url:
            _let_it_write(house, may=True)
        else:
            _limit(house, resource.RLIM_INFINITY)


def _limit(house: House, size: int) -> None:
    assert house.process is not None
    waiting = [house.process.pid]
    while waiting:
        pid = waiting.pop()
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            waiting += map(int, children.read_text().split())


def _let_it_write(house: House, *, may: bool) -> None:
    name = urlsplit(house.database_url).path[1:]
    with psycopg.connect(house.database_url, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        only = "off" if may else "on"
        connection.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = {only}')
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND pid <> pg_backend_pid()",
            [name],
        )


def test_it_says_so_keeps_nothing_by_half_and_goes_on_when_there_is_room(
    house: House, ada: Phone
) -> None:
    before = look(house, ada)
    form = check_in(ada, "I sat with the tea until it was cold.")
    with no_room(house):
        for _ in range(3):
            answer = ada.send("/check-in/", form)
            assert answer.status in FULL, answer.said
            assert KIND in answer.said
            assert 'id="form_error"' in answer.body
        assert look(house, ada).since(before) == (Counter(), Counter())
    first, second = (ada.send("/check-in/", form) for _ in range(2))
    assert (first.status, second.status) == (204, 204)
    gone, new = look(house, ada).since(before)
    line = ("check_in", "Ada", "own", '{"trigger": "I sat with the tea until it was cold."}')
    assert (gone, new) == (Counter(), Counter([line]))


def test_it_still_shows_what_was_there(house: House, ada: Phone) -> None:
    paths = ["/today/", "/timeline/", "/me/", "/check-in/", "/us/", "/letters/new/"]
    no_hand_for(house, 1)  # so that each look would be noted
    with no_room(house):
        for path in paths:
            assert ada.get(path).status in (200, 302), path
        assert "data-box" in ada.get("/timeline/").body


def test_it_says_the_same_kind_thing_on_a_page_of_its_own(
    house: House, ada: Phone, ben: Phone
) -> None:
    before = look(house, ada)
    form = ben.begin_form()
    letter = uuid4()
    path = f"/letters/{letter}/write/"
    draft = ada.sealed(ada.get(path), {"reason": "It was cold."}, feelings=["lonely"])
    ada.get("/help/")
    ben.get("/help/")
    with no_room(house):
        for phone, page, sent in [
            (ben, "/begin/", form),
            (ada, "/sign-in/", ada.sign_in_form()),
            (ada, "/me/idle/", {"idle_minutes": "7"}),
            (ada, "/account/passphrase/", ada.new_passphrase_form("another quiet seven words")),
        ]:
            answer = phone.post(page, sent)
            assert answer.status in FULL, (page, answer.status, answer.said)
            assert KIND_PAGE in answer.said
        assert ada.send(path, draft).status in FULL
        assert look(house, ada).since(before) == (Counter(), Counter())
    assert ben.post("/begin/", form).status == 302
    assert ada.send(path, draft).status == 204


@pytest.mark.parametrize("way", ["/lock/", "/sign-out/", "/exit/"])
def test_it_locks_and_lets_go_even_then(house: House, ada: Phone, way: str) -> None:
    with no_room(house):
        answer = ada.post(way)
        assert answer.status in (204, 302), answer.said[-900:]
        assert ada.get("/today/").goes_to.startswith(("/unlock/", "/sign-in/"))
    assert ada.get("/today/").goes_to.startswith(("/unlock/", "/sign-in/"))


def test_it_counts_as_locked_after_the_idle_minutes_even_then(house: House, ada: Phone) -> None:
    no_hand_for(house, 60)
    with no_room(house):
        assert ada.get("/today/").goes_to.startswith(("/unlock/", "/sign-in/"))

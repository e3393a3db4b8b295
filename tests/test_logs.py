"""What Ada writes never reaches a log line, whatever goes wrong with it."""

import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient, Client
from django.urls import path

from nearer.logs import Discreet

CANARY = "the-silence-is-deafening"


def stumble(request: HttpRequest, name: str) -> HttpResponse:
    """Somebody's words are in a local variable and in the exception's own text."""
    words = request.POST["words"]
    raise ValueError(words, name)


urlpatterns = [path("letters/<str:name>/", stumble)]


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    """All lines so far, as they would stand on standard error."""
    return lambda: "\n".join(map(Discreet().format, caplog.records))


@pytest.fixture
def nobody_home(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]


@pytest.mark.usefixtures("nobody_home")
def test_it_says_where_it_stumbled_and_over_what_kind_of_thing(lines: Any) -> None:
    client = Client(raise_request_exception=False)
    answer = client.post(f"/letters/{CANARY}/?q={CANARY}", {"words": CANARY})
    assert answer.status_code == 500
    assert CANARY not in lines()
    assert "500 POST /letters/<str:name>/ builtins.ValueError at " in lines()
    assert "test_logs.py" in lines()


@pytest.mark.usefixtures("nobody_home")
def test_it_says_no_more_in_the_async_world(lines: Any) -> None:
    client = AsyncClient(raise_request_exception=False)
    ask = async_to_sync(client.post)
    with ThreadPoolExecutor(1) as apart:  # a thread in which no browser test left a loop running
        apart.submit(ask, f"/letters/{CANARY}/", {"words": CANARY}).result()
    assert CANARY not in lines()
    assert "builtins.ValueError" in lines()


@pytest.mark.usefixtures("nobody_home")
def test_it_repeats_no_address_that_is_not_there(lines: Any) -> None:
    Client().get(f"/{CANARY}/")
    assert "404 GET (no route)" in lines()
    assert CANARY not in lines()


@pytest.mark.usefixtures("nobody_home")
def test_it_repeats_no_host_that_is_not_ours(lines: Any) -> None:
    Client(raise_request_exception=False).get("/", headers={"host": f"{CANARY}.example"})
    assert "django.security.DisallowedHost" in lines()
    assert CANARY not in lines()


@pytest.mark.parametrize("name", ["nearer.store", "_granian"])
def test_it_fills_in_numbers_and_ids_and_nothing_else(name: str) -> None:
    person = UUID(int=7)
    args = (3, person, CANARY)
    record = logging.LogRecord(name, logging.INFO, "", 1, "%s rows of %s: %s", args, None)
    assert Discreet().format(record).endswith(f"{name} 3 rows of {person}: <str>")


def test_it_survives_a_message_that_does_not_fit() -> None:
    record = logging.LogRecord("nearer", logging.INFO, "", 1, "%d rows", (CANARY,), None)
    assert Discreet().format(record).endswith("nearer %d rows")


def test_it_keeps_the_messages_of_strangers_to_itself() -> None:
    record = logging.LogRecord("asyncio", logging.ERROR, "", 1, f"lost: {CANARY}", (), None)
    assert Discreet().format(record).endswith("ERROR asyncio")


def test_it_names_each_cause() -> None:
    error = KeyError(CANARY)
    error.__cause__ = ValueError(CANARY)
    info = (KeyError, error, None)
    line = Discreet().format(logging.LogRecord("x", logging.ERROR, "", 1, "", (), info))
    assert line.endswith("builtins.KeyError from builtins.ValueError")
    assert CANARY not in line


def test_it_keeps_quiet_about_a_request_it_knows_nothing_of() -> None:
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "", (), None)
    record.request = SimpleNamespace(method=None)
    assert Discreet().format(record).endswith("django.request (no route)")


PROGRAM = f"""
import logging, threading
from nearer.logs import Discreet, keep_hooks_discreet
handler = logging.StreamHandler()
handler.setFormatter(Discreet())
logging.getLogger().addHandler(handler)
keep_hooks_discreet()

def stumble():
    raise ValueError("{CANARY}")

class Leaves:
    def __del__(self):
        stumble()

Leaves()
thread = threading.Thread(target=stumble)
thread.start()
thread.join()
stumble()
"""


def test_it_keeps_quiet_about_what_nobody_caught() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert ended.stderr.count("builtins.ValueError") == 3
    assert CANARY not in ended.stderr
    interrupted = PROGRAM.replace("\nstumble()\n", "\nraise KeyboardInterrupt\n")
    ended = subprocess.run(
        [sys.executable, "-c", interrupted], capture_output=True, text=True, check=False
    )
    assert ended.stderr.count("\n") == 2

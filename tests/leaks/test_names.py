"""Asking does not tell who is here: a name that is known and one that is not cost the same."""

from __future__ import annotations

import hmac
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nearer.vault import derive, passphrase
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast


VALUES = re.compile(r"'[^']*'(?:::\w+)?|\"s\d+_x\d+\"|\b\d+(?:\.\d+)?\b")
"""Whatever may differ between two queries of one shape."""


class Steps:
    """Counts what a request costs: queries, hashes, and derivations from a passphrase."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        for where, name in [
            (derive, "digest"), (derive, "mac"), (derive, "kdf"),
            (passphrase, "digest"), (passphrase, "mac"), (passphrase, "kdf"),
            (hmac, "compare_digest"), (passphrase, "Argon2id"),
        ]:  # fmt: skip
            monkeypatch.setattr(where, name, self._counted(name, getattr(where, name)))

    def _counted(self, name: str, real: Any) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            self.calls.append(name)
            return real(*args, **named)

        return call

    def of(self, url: str, sent: dict[str, str]) -> tuple[Answer, list[str], list[str]]:
        """One request's answer, its calls and its queries with all values struck out."""
        self.calls.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = Client().post(url, json.dumps(sent), "application/json")
        shapes = [VALUES.sub("?", one["sql"]) for one in queries]
        return answer, list(self.calls), shapes


@pytest.fixture
def steps(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Steps:
    del cast
    return Steps(monkeypatch)


PROOF = to_text(bytes(range(32)))


@pytest.mark.parametrize("url", ["/account/salt/", "/account/open/", "/account/recovery/open/"])
def test_it_takes_the_same_steps_for_ada_and_for_nobody(steps: Steps, url: str) -> None:
    (known, *cost), (unknown, *same) = (
        steps.of(url, {"name": name, "proof": PROOF}) for name in ("Ada", "Adx")
    )
    assert cost == same
    assert cost[0]
    assert known.status_code == unknown.status_code
    assert set(known.headers) == set(unknown.headers)
    assert len(known.content) == len(unknown.content) or url == "/account/salt/"


def test_it_invents_a_salt_that_looks_real_and_stays(steps: Steps) -> None:
    first, *_ = steps.of("/account/salt/", {"name": "Nobody At All"})
    again, *_ = steps.of("/account/salt/", {"name": " nobody  at ALL"})
    other, *_ = steps.of("/account/salt/", {"name": "Somebody Else"})
    assert first.json() == again.json()
    assert first.json()["salt"] != other.json()["salt"]
    known, *_ = steps.of("/account/salt/", {"name": "Ada"})
    assert set(known.json()) == set(first.json())
    assert len(known.json()["salt"]) == len(first.json()["salt"]) == 22
    assert first.json()["profile"] == "standard"


def test_it_derives_nothing_from_a_passphrase_on_the_server(steps: Steps) -> None:
    for url in ("/account/salt/", "/account/open/"):
        _, calls, _ = steps.of(url, {"name": "Ada", "proof": PROOF})
        assert "Argon2id" not in calls


def test_it_says_the_same_to_a_wrong_passphrase_and_a_wrong_name(steps: Steps) -> None:
    said = {
        (answer.status_code, answer.content)
        for name in ("Ada", "Ben", "Adx", "")
        for answer in [steps.of("/account/open/", {"name": name, "proof": PROOF})[0]]
    }
    assert len(said) == 1

"""What every answer says to the browser, on every path, whoever asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client
from tests.web.paths import PATHS, adas, nobodys, undone

if TYPE_CHECKING:
    from uuid import UUID

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast

TITLE = re.compile(rb"<title>([^<]*)</title>")
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
}
CLOSED = {"accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb"}


class Gone:
    """The database answers so many times, and then no more."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        if not self.left:
            raise DatabaseError("no words may be in here")
        self.left -= 1
        return execute(sql, params, many, context)


def _holds(answer: Answer, where: str) -> None:
    for name, value in ALWAYS.items():
        assert answer.headers.get(name) == value, (where, name)
    said = answer.headers["Content-Security-Policy"]
    assert {one.strip() for one in said.split(";") if one.strip()} == POLICY, where
    permissions = answer.headers["Permissions-Policy"]
    assert {f"{one}=()" for one in CLOSED} <= set(permissions.split(", ")), where
    for cookie in answer.cookies.values():
        assert cookie["httponly"], (where, cookie.key)
        assert cookie["samesite"] in {"Lax", "Strict"}, (where, cookie.key)
        assert cookie["path"] == "/", (where, cookie.key)
    assert not {"Server", "X-Powered-By"} & set(answer.headers), where
    if not answer.streaming:
        for title in TITLE.findall(answer.content):
            assert title == b"Notes", where
        assert b"<title" not in answer.content or TITLE.search(answer.content), where


@pytest.mark.parametrize("state", ["signed out", "locked", "unlocked"])
def test_it_says_the_same_on_every_path(cast: Cast, state: str) -> None:
    if state == "locked":
        cast.ada.post("/lock/")
    if state == "signed out":
        cast.ada.post("/sign-out/")
    ids = adas(cast)
    for path in PATHS:
        for method in ("get", "post", "put"):
            with undone():
                _holds(_ask(cast, method, path.url(ids)), f"{method} {path.name} {state}")
        with undone():
            _holds(_ask(cast, "get", path.url(nobodys())), f"nobody's {path.name} {state}")


def _ask(cast: Cast, method: str, url: str) -> Answer:
    phone: Any = cast.ada.again().client
    answer: Answer = getattr(phone, method)(url)
    return answer


@pytest.mark.parametrize("url", ["/nowhere/", "/letters/not-an-id/", "/%00", "/today", "/static/x"])
def test_it_says_the_same_where_there_is_nothing(cast: Cast, url: str) -> None:
    for client in (Client(), cast.ada.client):
        answer = client.get(url)
        assert answer.status_code in {301, 404}
        _holds(answer, url)


def test_it_has_a_page_of_its_own_for_a_form_without_its_token(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    for url in ("/sign-in/", "/begin/", "/lock/"):
        answer = strict.post(url, {"name": "Ada"})
        assert answer.status_code == 403
        assert b"Something went wrong here" in answer.content
        assert b"verification" not in answer.content
        _holds(answer, url)
    del cast


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_it_refuses_a_form_that_another_page_caused(cast: Cast, site: str) -> None:
    phone, said = cast.ada.client, {"Sec-Fetch-Site": site}
    answer = phone.post("/lock/", headers=said)
    assert answer.status_code == 403
    _holds(answer, site)
    assert phone.get("/today/", headers=said).status_code == 200
    assert phone.post("/lock/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 302


def test_it_has_a_page_for_what_makes_no_sense(cast: Cast) -> None:
    phone, too_long = cast.ada.client, "a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    too_many = {f"field{number}": "" for number in range(300)}
    for answer in (
        phone.post("/check-in/", too_many),
        phone.post("/check-in/", f"words={too_long}", "application/x-www-form-urlencoded"),
        Client(headers={"Host": "evil.example"}).get("/"),
    ):
        assert answer.status_code == 400
        assert b"Something went wrong here" in answer.content
        _holds(answer, "400")


@pytest.mark.parametrize("url", ["/today/", "/me/", "/us/", "/check-in/"])
def test_it_has_a_page_for_when_the_database_is_gone(cast: Cast, url: str) -> None:
    """Whenever it goes while a page is made. The page of its own asks the database nothing."""
    cast.ada.client.raise_request_exception = False
    for after in range(30):
        with connection.execute_wrapper(Gone(after)):
            answer = cast.ada.get(url)
        if answer.status_code == 200:
            assert after > 2
            return
        assert answer.status_code == 500
        assert b"Something went wrong here" in answer.content
        assert b"no words" not in answer.content
        _holds(answer, f"500 after {after}")
    raise AssertionError("it never came")


def test_it_has_no_page_that_needs_more_than_the_policy_allows(cast: Cast) -> None:
    """No inline script, style or handler, and nothing from another place."""
    ids: dict[str, UUID] = adas(cast)
    for path in PATHS:
        with undone():
            answer = _ask(cast, "get", path.url(ids))
        if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
            continue
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), path.name
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page), path.name
        for address in re.findall(r"(?:src|href|action|hx-(?:get|post))=\"([^\"]*)\"", page):
            ours = address.startswith(("/", "?", "#"))
            assert ours or address == settings.NEARER_EXIT_TO, (path.name, address)

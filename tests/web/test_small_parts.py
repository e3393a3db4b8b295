"""Small parts that many pages stand on: addresses, cookies, answers to scripts."""

import importlib
import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from tests import deeds
from tests.cast import Cast
from tests.web.paths import PATHS

from nearer import addresses
from nearer.acts.session import Cookies
from nearer.content import vocabulary
from nearer.core.moments import CheckIn
from nearer.core.pauses import Offer
from nearer.store.models import Session
from nearer.web import cookies, urls
from nearer.web.access import next_page
from nearer.web.address import address_of
from nearer.web.by_script import slow_down_sentence
from nearer.web.rooms.account.devices import device_of
from nearer.web.rooms.elements_page.views import elements as elements_page
from nearer.web.templatetags import content, elements, pausing, words

PROXY = "192.0.2.10"


@pytest.mark.parametrize(
    ("peer", "said", "taken"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "203.0.113.9", "198.51.100.7"),  # forged: its sender is no proxy of ours
        (PROXY, "203.0.113.9", "203.0.113.9"),
        (PROXY, "10.0.0.1, 203.0.113.9", "203.0.113.9"),  # what the client wrote stands left
        (PROXY, f"203.0.113.9, {PROXY}", "203.0.113.9"),
        (PROXY, f"1.1.1.1, 203.0.113.9, {PROXY}, {PROXY}", "203.0.113.9"),
        (PROXY, "", PROXY),
        (PROXY, " , ,", PROXY),
        (PROXY, PROXY, PROXY),
        (PROXY, "no address at all", "no address at all"),
        (f"::ffff:{PROXY}", "203.0.113.9", "203.0.113.9"),
        ("", "203.0.113.9", ""),
    ],
)
def test_it_takes_an_address_from_its_own_proxies_and_from_nobody_else(
    settings: Any, peer: str, said: str, taken: str
) -> None:
    settings.NEARER_TRUSTED_PROXY = addresses.proxies(f"{PROXY}/32")
    request = RequestFactory().get("/", REMOTE_ADDR=peer, headers={"X-Forwarded-For": said})
    assert address_of(request) == taken


def test_it_slows_an_address_however_it_dresses_up(cast: Cast) -> None:
    """Sixty names from one place, each with another invented address in front."""
    del cast
    phone = Client()
    statuses = [
        phone.post(
            "/account/open/",
            json.dumps({"name": f"name {n}", "proof": "AA"}),
            "application/json",
            headers={"X-Forwarded-For": f"203.0.113.{n}"},
        ).status_code
        for n in range(64)
    ]
    assert statuses[:60] == [400] * 60
    assert 429 in statuses[60:]


@pytest.mark.parametrize(("secure", "prefix"), [(False, ""), (True, "__Host-")])
def test_it_sets_cookies_that_no_script_and_no_other_site_gets(
    settings: Any,
    secure: bool,  # noqa: FBT001 - a case
    prefix: str,
) -> None:
    settings.SESSION_COOKIE_SECURE = secure
    answer = HttpResponse()
    cookies.write(answer, Cookies("token", "key"))
    assert set(answer.cookies) == {f"{prefix}nearer_session", f"{prefix}nearer_key"}
    for change in (cookies.drop_key, cookies.drop):
        for cookie in answer.cookies.values():
            assert cookie["httponly"] is True
            assert bool(cookie["secure"]) is secure
            assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")
        change(answer)
    assert all(cookie.value == "" for cookie in answer.cookies.values())
    assert all(cookie["max-age"] == 0 for cookie in answer.cookies.values())
    sent = {f"{prefix}nearer_session": "token", f"{prefix}nearer_key": "key"}
    assert cookies.read(SimpleNamespace(COOKIES=sent)) == ("token", "key")  # type: ignore[arg-type]  # all it reads
    assert cookies.read(SimpleNamespace(COOKIES={})) == ("", "")  # type: ignore[arg-type]  # the same


def test_it_ends_every_cookie_with_the_browser(cast: Cast) -> None:
    answer = cast.ada.sign_in()
    for name in ("nearer_session", "nearer_key"):
        assert answer.cookies[name]["max-age"] == ""
        assert answer.cookies[name]["expires"] == ""
    session = Session.objects.filter(person=cast.ada.person).latest("begun")
    assert answer.cookies["nearer_session"].value.encode() not in bytes(session.token_hash)


@pytest.mark.parametrize(
    ("wish", "goes"),
    [
        ("/today/", "/today/"),
        ("/timeline/?show=ours&before=x", "/timeline/?show=ours&before=x"),
        ("", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("today/", "/"),
        ("\t//evil.example", "/"),
    ],
)
def test_it_goes_on_to_a_page_of_its_own_and_nowhere_else(wish: str, goes: str) -> None:
    for request in (
        RequestFactory().get("/sign-in/", {"next": wish}),
        RequestFactory().post("/sign-in/", {"next": wish}),
    ):
        assert next_page(request) == goes


def test_it_keeps_the_whole_way_back_while_locking(cast: Cast) -> None:
    answer = cast.ada.post("/lock/", {"next": "/timeline/?show=ours&before=x"})
    assert answer.headers["Location"] == ("/unlock/?next=%2Ftimeline%2F%3Fshow%3Dours%26before%3Dx")


SCRIPTED = (
    "/account/salt/",
    "/account/open/",
    "/account/recovery/open/",
    "/account/passkeys/",
    "/unlock/passkey/open/",
)


@pytest.mark.parametrize("url", SCRIPTED)
@pytest.mark.parametrize(
    "body",
    ["", "{}", "[]", "null", "{", '{"name": 3}', b"\xff", '{"name": "a\\u0000", "proof": ""}'],
)
def test_it_says_kindly_that_it_could_not_read_a_script(
    cast: Cast, url: str, body: str | bytes
) -> None:
    answer = cast.ada.client.post(url, body, "application/json")
    assert answer.status_code == 400
    assert answer.json() == {"error": "Something went missing on the way. Try once more."}
    assert cast.ada.client.get(url).status_code == 405


@pytest.mark.parametrize("proof", ["", "AA", "é", "A" * 44, "A" * 43 + "="])
def test_it_reads_no_proof_that_is_none(cast: Cast, proof: str) -> None:
    del cast
    body = json.dumps({"name": "Ada", "proof": proof})
    assert Client().post("/account/open/", body, "application/json").status_code == 400


def test_it_says_how_long_to_wait(cast: Cast) -> None:
    body = json.dumps({"name": "Ada", "proof": "A" * 43})
    phone = cast.ben.client
    answers = [phone.post("/account/open/", body, "application/json") for _ in range(9)]
    assert [one.status_code for one in answers] == [403] * 8 + [429]
    said = answers[-1].json()
    assert 1 <= said["wait"] <= 6
    assert said["error"] == slow_down_sentence(said["wait"])
    assert "Wait one second" in slow_down_sentence(1)
    assert "Wait 6 seconds" in slow_down_sentence(6)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
            "Firefox, Android",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0", "Chrome, Chromebook"),
        ("curl/8", "A device"),
        ("", "A device"),
    ],
)
def test_it_names_a_device_roughly(said: str, name: str) -> None:
    request = RequestFactory().get("/", headers={"User-Agent": said})
    assert device_of(request) == name


@pytest.mark.parametrize("zone", ["Europe", "", "Nowhere/Land", "../../etc/passwd", "x" * 64])
def test_it_takes_a_time_zone_it_does_not_know_for_utc(cast: Cast, zone: str) -> None:
    form = cast.ada.proof_form() | {"time_zone": zone}
    assert cast.ada.client.post("/sign-in/", form).status_code == 302
    answer = cast.ada.get("/today/")
    assert answer.status_code == 200
    assert answer.context["here"].zone.key == "UTC"
    assert cast.ada.post("/me/idle/", {"idle_minutes": "9"}).status_code == 302


def test_it_knows_words_that_have_left_the_vocabulary() -> None:
    words_now = vocabulary()
    assert content.word_for("far_away", words_now) == "far away"
    for said in (content.request_line, content.gloss_for, content.body_word, content.trigger_word):
        assert said("gone_by_now", words_now) == ""
    assert content.words_list("a b") == ["a", "b"]
    line = content.check_in_line
    assert line(CheckIn(certainty="not_sure"), words_now) == "Not sure yet"
    assert line(CheckIn(own_word=True, certainty="named"), words_now) == "a word of your own"
    assert line(CheckIn(feelings=("lonely",), certainty="not_sure"), words_now) == "Maybe lonely"


def test_it_puts_no_words_where_there_are_none(cast: Cast) -> None:
    log = cast.ada.log
    entry: Any = log.get(log.own, deeds.check_in(cast.ada))
    assert "data-from-box" in words.words_from(entry, "trigger")
    assert words.words_from(None, "trigger") == ""
    assert elements.of_the_whole("") == []
    assert elements.place(None) == ""
    assert django_settings.CSRF_COOKIE_HTTPONLY


@pytest.mark.parametrize("theme", ["", "?theme=dark"])
def test_it_shows_every_element_to_those_who_build(theme: str) -> None:
    page = elements_page(RequestFactory().get(f"/elements/{theme}")).content.decode()
    assert "Someone here already has this name" in page
    assert ('data-theme="dark"' in page) is bool(theme)


def test_it_wires_the_page_of_elements_only_while_developing(settings: Any) -> None:
    assert "elements" not in {path.name for path in PATHS}
    settings.NEARER_DEVELOPMENT = True
    try:
        names = str(importlib.reload(urls).urlpatterns)
    finally:
        settings.NEARER_DEVELOPMENT = False
        importlib.reload(urls)
    assert "elements_page" in names


def test_it_tells_a_script_and_a_person_that_the_disk_is_full(cast: Cast) -> None:
    def full(*_: Any) -> None:
        raise OperationalError

    phone = cast.ada.client
    phone.raise_request_exception = False
    with connection.execute_wrapper(full):
        page = phone.get("/today/")
        fragment = phone.get("/today/", headers={"HX-Request": "true"})
    assert (page.status_code, fragment.status_code) == (503, 503)
    assert "Your words are still here" in fragment.content.decode()
    assert "<title>Notes</title>" in page.content.decode()


def test_it_tells_a_return_time_as_people_do() -> None:
    now = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    said = [pausing.clock(now + timedelta(hours=hours), now) for hours in (1, 12, 36)]
    assert said == ["21:00", "08:00 tomorrow", "Tuesday, 08:00"]
    offers = [Offer(when, now) for when in ("tonight", "tomorrow", "20")]
    said = [pausing.offer_label(offer) for offer in offers]
    assert said == ["tonight, 20:00", "tomorrow, 20:00", "20 minutes"]

"""A letter by link over HTTP: one page for every id, one sentence for every link that is over."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from tests.by_link import ANSWERED, SAID, LinkedOne
from tests.cast import Someone
from tests.pairing import Link
from tests.trouble import everything
from tests.web.paths import masked, without_fresh_ids
from tests.web.sendings_at_the_door import begin_form, linked_letter

from nearer.acts import by_link
from nearer.core.moments import AnswerByLink, LetterByLink, LetterKept
from nearer.store.models import Invite, LinkedLetter, Person
from nearer.vault.wire import to_bytes, to_text

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Cast


def said(answer: Answer) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(answer.content)
    return told


def shows(one: LinkedOne, client: Client | None = None, **more: str) -> Answer:
    """Somebody with the whole link opens it, or answers."""
    sent = {"proof": to_text(one.proof), **more}
    path = f"/letter/{one.id}/{'answer' if more else 'open'}/"
    return (client or Client()).post(path, json.dumps(sent), "application/json")


def kept(who: Someone, *kinds: type[Any]) -> list[Any]:
    return who.log.read(who.log.own, kinds, limit=9)


def test_it_shows_the_same_page_for_every_id_and_asks_nothing(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    one = LinkedOne.by(cast.cleo).send()
    pages = []
    for letter in (one.id, uuid4()):
        with django_assert_num_queries(0):
            answer = Client().get(f"/letter/{letter}/")
        assert answer.status_code == 200
        assert str(letter) not in answer.content.decode()
        pages.append(without_fresh_ids(masked(answer)))
    assert pages[0] == pages[1]
    page = pages[0].decode()
    assert "<title>Notes</title>" in page
    assert "og:" not in page
    assert "Cleo" not in page
    for there in (
        "data-exit",
        "afraid of who sent this",
        "Help now, by people",
        "data-comes-along",
    ):
        assert there in page
    assert "data-comes-along" not in cast.eve.get(f"/letter/{one.id}/").content.decode()


def test_it_leaves_no_trace_of_being_opened(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    one, reader = LinkedOne.by(cast.cleo).send(), Client()
    before = everything()
    reader.get(f"/letter/{one.id}/")
    answers = [shows(one, reader) for _ in range(3)]
    assert everything() == before
    for answer in answers:
        assert (answer.status_code, list(said(answer))) == (200, ["box"])
        assert answer.headers["Cache-Control"] == "no-store"
    assert set(reader.cookies) <= {"nearer_csrf"}
    assert str(one.id) not in caplog.text


GONE = ["never", "answered", "taken back", "over", "wrong proof"]


@pytest.mark.parametrize("what", GONE)
def test_it_has_one_sentence_for_a_link_that_leads_nowhere(cast: Cast, what: str) -> None:
    one, later = LinkedOne.by(cast.cleo), timedelta()
    if what != "never":
        one.send()
    match what:
        case "answered":
            one.answer()
        case "taken back":
            cast.cleo.post(f"/by-link/{one.record}/take-back/")
        case "over":
            later = timedelta(days=7, hours=1)
        case "wrong proof":
            one.secret = LinkedOne.by(cast.eve).secret
    before = everything()
    answers = set()
    with time_machine.travel(timezone.now() + later):
        for answer in (shows(one), shows(one, answer=to_text(one.sealed_answer()))):
            answers.add((answer.status_code, answer.content))
    assert everything() == before
    text = "This link leads to no letter. Perhaps it was answered, or taken back, or is over."
    assert [(status, json.loads(body)["error"]) for status, body in answers] == [(404, text)]


def test_it_tells_the_writer_that_it_is_their_own(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    sealed = to_text(one.sealed_answer())
    for answer in (shows(one, cast.cleo.client), shows(one, cast.cleo.client, answer=sealed)):
        assert answer.status_code == 409
        assert said(answer)["error"] == "This is your own letter. It is for them."
    cast.cleo.post("/lock/")
    assert shows(one, cast.cleo.client).status_code == 409
    assert shows(one, cast.eve.client).status_code == 200


@pytest.mark.parametrize(
    "wrong", ["", "x", "AA", to_text(b"\x01" + bytes(300)), to_text(b"\x01" + bytes(32_768 + 77))]
)
def test_it_takes_nothing_for_an_answer_that_is_none(cast: Cast, wrong: str) -> None:
    one = LinkedOne.by(cast.cleo).send()
    before = everything()
    assert shows(one, answer=wrong).status_code == 400
    assert everything() == before
    path = f"/letter/{one.id}/open/"
    for body in ("", "{}", '{"proof": 3}', '{"proof": "!"}'):
        assert Client().post(path, body, "application/json").status_code == 400
    assert Client().get(path).status_code == 405
    long = one.sealed_answer({"words": "w" * 40_000})
    assert shows(one, answer=to_text(long)).status_code == 400


def test_ada_alone_sends_one_and_reads_the_answer(cast: Cast) -> None:
    cleo = cast.cleo
    assert "Write a letter by link" in cleo.get("/us/").content.decode()
    one, data = linked_letter(cleo)
    assert cleo.get("/by-link/new/").status_code == 200
    sent = cleo.post("/by-link/new/", data)
    there = f"/by-link/{one.record}/"
    assert (sent.status_code, sent.headers["HX-Redirect"]) == (204, there)
    assert "data-invite-link" in cleo.get(there).content.decode()
    assert there in cleo.get("/us/").content.decode()
    assert "You have a link under way" in cleo.get("/by-link/new/").content.decode()
    assert shows(one, answer=to_text(one.sealed_answer())).status_code == 200
    today = cleo.get("/today/").content.decode()
    assert "Your letter by link was answered" in today
    assert there in today
    assert "Your letter, answered" in cleo.get("/by-link/").content.decode()

    page = cleo.get(there).content.decode()
    (came,) = re.findall(r'data-opens-answer="([^"]+)"', page)
    assert one.opened(to_bytes(came)) == ANSWERED
    (record,) = re.findall(r'id="answer-.*?name="record" value="([^"]+)"', page, re.DOTALL)
    answer = cleo.sealed(cleo.side.own, ANSWERED, UUID(record))
    for _ in range(2):
        assert cleo.post(f"{there}answer/", answer).headers["HX-Redirect"] == there
    page = cleo.get(there).content.decode()
    assert "What they answered" in page
    assert came not in page
    assert not LinkedLetter.objects.exists()
    assert "Your letter by link was answered" not in cleo.get("/today/").content.decode()
    (entry,) = kept(cleo, AnswerByLink)
    assert cleo.side.open_words(entry.space, entry.id, entry.author, entry.words) == ANSWERED


def test_it_says_when_the_link_is_over_and_removes_the_letter(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    there = f"/by-link/{one.record}/"
    cast.cleo.post(f"{there}take-back/")
    assert not Invite.objects.exists()
    assert "This link is over" in cast.cleo.get(there).content.decode()
    cast.cleo.post(f"{there}remove/")
    assert cast.cleo.get(there).status_code == 404
    assert "None yet." in cast.cleo.get("/by-link/").content.decode()


@pytest.mark.parametrize("missing", ["from_name", "feeling"])
def test_it_says_beside_the_field_what_is_missing(cast: Cast, missing: str) -> None:
    _, data = linked_letter(cast.cleo)
    names = [name for name in str(data["filled"]).split() if name != missing]
    answer = cast.cleo.post("/by-link/new/", {**data, "filled": " ".join(names)})
    assert answer.status_code == 422
    assert re.search(rf'<p id="id_{missing}_error"[^>]*>[^<]+</p>', answer.content.decode())
    assert not LinkedLetter.objects.exists()


def test_it_refuses_a_letter_that_came_torn_or_cannot_be_kept(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleo = cast.cleo
    one, data = linked_letter(cleo)
    for name in ("letter_box", "letter_proof", "words"):
        assert cleo.post("/by-link/new/", {**data, name: ""}).status_code == 422
    stranger = linked_letter(cast.eve)[1]["marks_key"]
    torn = cleo.post("/by-link/new/", {**data, "marks_key": stranger})
    assert torn.status_code == 409
    assert not LinkedLetter.objects.exists()
    theirs = LinkedOne.by(cast.eve).send()
    assert cleo.post("/by-link/new/", {**data, "record": theirs.record}).status_code == 404
    used = cleo.post("/by-link/new/", {**data, "invite": theirs.id})
    assert "doesn\u2019t lead anywhere now" in used.content.decode()

    def full(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(by_link, "send", full)
    assert cleo.post("/by-link/new/", data).status_code == 503
    assert [each.id for each in LinkedLetter.objects.all()] == [theirs.id]
    assert one.id != theirs.id


def test_it_leads_who_is_linked_or_about_to_be_where_that_goes_on(cast: Cast) -> None:
    assert cast.ada.get("/by-link/new/").headers["Location"] == "/letters/new/"
    assert "Write a letter by link" not in cast.ada.get("/by-link/").content.decode()
    _, data = linked_letter(cast.ada)
    refused = cast.ada.post("/by-link/new/", data)
    assert "You are linked with someone already" in refused.content.decode()
    Link.by(cast.cleo).take(cast.eve)
    for who in (cast.cleo, cast.eve):
        assert who.get("/by-link/new/").headers["Location"] == "/us/"


def test_it_takes_a_letter_back_from_us_too(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    cast.cleo.post("/us/same/", {"invite": str(one.id), "same": "no"})
    assert shows(one).status_code == 404


def test_it_keeps_no_answer_that_did_not_open(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    one.answer()
    there = f"/by-link/{one.record}/answer/"
    only = cast.cleo.log.only_id(cast.cleo.log.own, AnswerByLink, one.record)
    nothing = {"record": str(only), "words": "", "filled": ""}
    assert cast.cleo.post(there, nothing).status_code == 422
    assert LinkedLetter.objects.filter(id=one.id).exists()


def kept_letter(who: Someone, space: UUID) -> dict[str, object]:
    words = {**SAID, "my_sign": "I have read it"}
    return {**who.sealed(space, words), "brought": "letter"}


def test_ben_begins_from_a_letter_and_has_it_with_his_answer(cast: Cast) -> None:
    del cast
    fay = Someone("Fay")
    data = begin_form(fay)
    space = UUID(data["space"])
    onwards = f"/pair/{uuid4()}/"
    answer = fay.post("/begin/", {**data, **kept_letter(fay, space), "next": onwards})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, onwards)
    (entry,) = kept(fay, LetterKept)
    page = fay.get(f"/by-link/{entry.id}/").content.decode()
    assert "A letter you were sent" in page
    assert 'data-field="my_sign"' in page
    assert "A letter you were sent" in fay.get("/by-link/").content.decode()
    fay.post(f"/by-link/{entry.id}/remove/")
    assert kept(fay, LetterKept) == []
    assert fay.post(f"/by-link/{entry.id}/take-back/").status_code == 404


def test_ben_begins_from_a_letter_and_leaves_it_behind(cast: Cast) -> None:
    del cast
    fay = Someone("Fay")
    data = {**begin_form(fay), "record": str(uuid4()), "words": "", "brought": "letter"}
    answer = fay.post("/begin/", {**data, "next": "/pair/x/"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/pair/x/")
    assert kept(fay, LetterKept) == []
    gus = Someone("Gus")
    torn = {**begin_form(gus), "record": str(uuid4()), "words": "AAAA", "brought": "letter"}
    assert gus.post("/begin/", torn).status_code == 422
    assert not Person.objects.filter(name="Gus").exists()


def test_eve_who_is_here_already_keeps_a_letter(cast: Cast) -> None:
    data = kept_letter(cast.eve, cast.eve.side.own)
    answer = cast.eve.post("/by-link/keep/", data)
    assert answer.headers["HX-Redirect"] == f"/by-link/{data['record']}/"
    assert len(kept(cast.eve, LetterKept)) == 1
    for wrong in ({**data, "words": ""}, {**data, "words": "AAAA"}):
        assert cast.eve.post("/by-link/keep/", wrong).status_code == 422


def test_it_is_nobody_else_s(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    for who in (cast.ada, cast.dan, cast.eve):
        assert who.get(f"/by-link/{one.record}/").status_code == 404
        for act in ("answer", "take-back", "remove"):
            assert who.post(f"/by-link/{one.record}/{act}/").status_code == 404
    assert kept(cast.cleo, LetterByLink)
    assert shows(one).status_code == 200

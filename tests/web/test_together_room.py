"""Linking two people by pages: every step, every reason why not, and the way out again."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from tests import deeds
from tests.cast import Cast
from tests.pairing import Link
from tests.trouble import everything
from tests.web.sendings_at_the_door import invitation

from nearer.acts import pair
from nearer.acts.pair import give_up, say_same
from nearer.store.models import Invite, Space
from nearer.vault.wire import to_text


def _accept(made: Link, cast: Cast) -> dict[str, str]:
    """What Eve's browser sends when she takes the link."""
    new = made.new
    marks, words = cast.eve.side.accept(made.secret, new.id, new.space, cast.cleo.id, new.box)
    return {"proof": to_text(new.proof), "marks_key": to_text(marks), "words_key": to_text(words)}


def test_it_links_cleo_and_eve_from_page_to_page(cast: Cast) -> None:
    sent = invitation(cast.cleo)
    assert cast.cleo.post("/us/invite/", sent).headers["HX-Redirect"] == "/us/"
    page = cast.cleo.get("/us/")
    assert page.context["link"] is not None
    invite = Invite.objects.get()
    made = f"/pair/{invite.id}/"
    assert b"Someone would like to be linked" in Client().get(made).content
    assert b"Cleo" not in Client().get(made).content
    assert b"Cleo asks to be linked with you" in cast.eve.get(made).content
    body = json.dumps({"proof": sent["proof"]})
    opened = cast.eve.client.post(f"{made}open/", body, "application/json").json()
    assert opened == {
        "box": sent["box"],
        "space": sent["space"],
        "inviter": str(cast.cleo.id),
    }


def test_it_shows_both_the_same_and_opens_when_both_agree(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    url = f"/pair/{made.new.id}/"
    answer = cast.eve.post(f"{url}accept/", _accept(made, cast))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/us/")
    assert cast.eve.get(url).headers["Location"] == "/us/"
    pages = [who.get("/us/").context["pairing"] for who in (cast.cleo, cast.eve)]
    assert [page["other"].name for page in pages] == ["Dr Eve", "Cleo"]
    keys = ("space", "inviter_marks", "inviter_words", "accepter_marks", "accepter_words")
    assert [pages[0][key] for key in keys] == [pages[1][key] for key in keys]
    for who, waits in ((cast.cleo, True), (cast.eve, True)):
        assert ("Four words to compare" in who.get("/today/").content.decode()) is waits
    said = {"same": "yes", "invite": str(made.new.id)}
    assert cast.eve.post("/us/same/", said).status_code == 302
    assert cast.eve.get("/us/").context["pairing"]["i_said"] is True
    assert "Four words to compare" not in cast.eve.get("/today/").content.decode()
    assert cast.cleo.post("/us/same/", said).status_code == 302
    assert b"You and Dr Eve" in cast.cleo.get("/us/").content
    assert b"You and Cleo" in cast.eve.get("/us/").content


def test_it_shows_cleo_that_she_is_linked_when_eve_says_yes_this_very_moment(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Link.by(cast.cleo)
    taken = made.take(cast.eve)
    say_same(cast.cleo.person, taken)
    looked = pair.under_way

    def says_yes_first(*args: Any, **kwargs: Any) -> Invite | None:
        say_same(cast.eve.person, taken)
        return looked(*args, **kwargs)

    monkeypatch.setattr(pair, "under_way", says_yes_first)
    assert f"You and {cast.eve.name}" in cast.cleo.get("/us/").content.decode()


def test_it_counts_no_yes_that_was_meant_for_another(cast: Cast) -> None:
    """A page that stood open, from before another link was taken."""
    made = Link.by(cast.cleo)
    made.take(cast.eve)
    for said in ({"same": "yes"}, {"same": "yes", "invite": str(uuid4())}, {"same": "no"}):
        cast.eve.post("/us/same/", said)
    invite = Invite.objects.get()
    assert not invite.accepter_same


def test_it_gives_up_when_one_says_that_they_differ(cast: Cast) -> None:
    before = everything()
    made = Link.by(cast.cleo)
    made.take(cast.eve)
    cast.eve.post("/us/same/", {"same": "no", "invite": str(made.new.id)})
    assert everything() == before
    assert b"Make a link" in cast.cleo.get("/us/").content


def test_it_says_nothing_of_a_yes_before_the_link_was_taken(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    answer = cast.cleo.post("/us/same/", {"same": "yes", "invite": str(made.new.id)})
    assert answer.headers["Location"] == "/us/"
    assert not Invite.objects.get().inviter_same


@pytest.mark.parametrize("reason", ["gone", "own", "used", "paired", "expired", "comparing"])
def test_it_says_why_on_the_page_to_the_script_and_to_the_form(cast: Cast, reason: str) -> None:
    made = Link.by(cast.cleo)
    sent = _accept(made, cast)
    who, later = cast.eve, timedelta()
    match reason:
        case "gone":
            give_up(made.invite)
        case "own":
            who = cast.cleo
        case "used":
            made.take(cast.dan)
        case "paired":
            who = cast.ada
        case "expired":
            later = timedelta(days=7, hours=1)
        case "comparing":
            Link.by(cast.dan).take(cast.eve)
    url, body = f"/pair/{made.new.id}/", json.dumps({"proof": sent["proof"]})
    with time_machine.travel(timezone.now() + later):
        who.sign_in()
        page = who.get(url)
        answer = who.client.post(f"{url}open/", body, "application/json")
        form = who.post(f"{url}accept/", sent)
    assert page.status_code == 200
    assert page.context["refused"] == answer.json()["error"] == form.context["refused"]
    assert (answer.status_code, form.status_code) == (409, 409)


def test_it_gives_the_box_to_nobody_without_the_whole_link(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    body = json.dumps({"proof": to_text(bytes(32))})
    answer = cast.eve.client.post(f"/pair/{made.new.id}/open/", body, "application/json")
    assert answer.status_code == 403
    assert "Part of the link is missing" in answer.json()["error"]


def test_it_makes_no_link_for_the_linked_and_none_from_torn_keys(cast: Cast) -> None:
    sent = invitation(cast.ada)
    answer = cast.ada.post("/us/invite/", sent)
    assert answer.status_code == 409
    assert b"You are linked with someone already" in answer.content
    torn = {**invitation(cast.cleo), "marks_key": to_text(b"\x01" * 81)}
    answer = cast.cleo.post("/us/invite/", torn)
    assert answer.status_code == 409
    assert b"Part of the link is missing" in answer.content
    assert not Invite.objects.exists()


def test_it_makes_one_link_of_a_double_click_and_none_of_another_s_id(cast: Cast) -> None:
    sent = invitation(cast.cleo)
    for _ in range(2):
        assert cast.cleo.post("/us/invite/", sent).status_code == 204
    assert Invite.objects.count() == 1
    record = deeds.check_in(cast.ada)
    stolen = {**invitation(cast.eve), "record": str(record)}
    assert cast.eve.post("/us/invite/", stolen).status_code == 404
    assert Invite.objects.count() == 1


def test_it_keeps_the_page_when_the_disk_is_full(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr("nearer.store.log.Log.write", full)
    sent = cast.ada.sealed(cast.ada.side.own, {"trigger": "x"}, feelings=["lonely"])
    for who, url, data in (
        (cast.cleo, "/us/invite/", invitation(cast.cleo)),
        (cast.ada, "/check-in/", sent),
        (cast.ada, f"/letters/{uuid4()}/write/", sent),
    ):
        answer = who.post(url, data)
        assert answer.status_code == 503
        assert "Your words are still here" in answer.content.decode()
    assert not Invite.objects.exists()


@pytest.mark.parametrize("erase", ["", "yes"])
def test_it_lets_ada_go_with_or_without_what_she_sent(cast: Cast, erase: str) -> None:
    letter = deeds.letter(cast.ada)
    couple = deeds.couple_of(cast.ada)
    url = f"/us/{couple.id}/leave/"
    assert b"End the link" in cast.ada.get(url).content
    assert cast.ada.post(url, {"erase": erase}).headers["Location"] == "/today/"
    assert cast.ada.get(url).status_code == 404
    assert b"Make a link" in cast.ada.get("/us/").content
    deeds_of_ada = cast.ben.get(f"/letters/{letter}/").status_code
    assert deeds_of_ada == (404 if erase else 200)
    assert b"No longer linked" in cast.ben.get("/us/").content
    assert cast.ben.post(url).status_code == 302
    assert not Space.objects.filter(id=couple.id).exists()


def test_it_leaves_no_space_that_is_pending_or_one_s_own(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    for space in (made.new.space, cast.cleo.side.own):
        for send in (cast.cleo.get, cast.cleo.post):
            assert send(f"/us/{space}/leave/").status_code == 404
    assert Invite.objects.exists()

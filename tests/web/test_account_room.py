"""Begin, come in, lock, change, recover, take along, erase: as forms, once through and refused."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.trouble import everything
from tests.web.sendings_at_the_door import begin_form, passphrase_form, recover_form

from nearer.acts.slow_down import Try, own_browser, spend
from nearer.core.moments import CheckIn, Preferences, SessionBegun
from nearer.store.models import Allowance, Person, Session, Slot
from nearer.vault.wire import to_text


def _spent(kind: Try, subject: str) -> None:
    """All tries of this subject are used."""
    spend(kind, subject, now=timezone.now())
    Allowance.objects.update(tokens=0, at=timezone.now())


def test_it_takes_fay_in_and_shows_her_where_to_begin(cast: Cast) -> None:
    del cast
    fay = Someone("Fay")
    assert fay.get("/begin/").context["form"].initial["next"] == "/welcome/"
    answer = fay.post("/begin/", {**begin_form(fay), "next": "/welcome/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/welcome/")
    page = fay.get("/welcome/").content.decode()
    assert "This is your place, Fay" in page
    assert fay.get("/").headers["Location"] == "/today/"
    (begun,) = fay.log.read(fay.log.own, [SessionBegun], limit=9)
    assert begun.moment.device == "A device"  # type: ignore[attr-defined]  # it is one


def test_it_takes_fay_in_once_when_she_clicks_twice(cast: Cast) -> None:
    del cast
    fay = Someone("Fay")
    form = begin_form(fay)
    for _ in range(2):
        assert fay.post("/begin/", form).status_code == 302
    assert Person.objects.filter(folded="fay").count() == 1


@pytest.mark.parametrize("torn", ["marks_key", "marks_public"])
def test_it_begins_nobody_whose_keys_do_not_belong_together(cast: Cast, torn: str) -> None:
    """Else there would be an account that nobody could ever open."""
    fay = Someone("Fay")
    length = {"marks_key": 81, "marks_public": 32}[torn]
    answer = fay.post("/begin/", {**begin_form(fay), torn: to_text(b"\x01" * length)})
    assert answer.status_code == 422
    assert b"Something went missing on the way" in answer.content
    assert not Person.objects.filter(folded="fay").exists()
    del cast


def test_it_slows_whoever_begins_again_and_again(cast: Cast) -> None:
    del cast
    _spent(Try.BEGIN, "127.0.0.1")
    fay = Someone("Fay")
    answer = fay.post("/begin/", begin_form(fay))
    assert answer.status_code == 422
    assert b"That was a lot of tries" in answer.content
    _spent(Try.ASK_FOR_NAME, "127.0.0.1")
    body = json.dumps({"name": "Fay"})
    assert Client().post("/account/name/", body, "application/json").status_code == 429


def test_it_says_whether_a_name_is_free(cast: Cast) -> None:
    del cast
    for name, status in [("Fay", 200), ("ada", 409)]:
        body = json.dumps({"name": name})
        assert Client().post("/account/name/", body, "application/json").status_code == status


SLOWED: list[tuple[str, Callable[[Someone], dict[str, str]]]] = [
    ("/sign-in/", Someone.proof_form),
    ("/unlock/", Someone.proof_form),
    ("/recover/", recover_form),
    ("/account/passphrase/", passphrase_form),
    ("/me/erase/", lambda who: {"proof": to_text(who.proof())}),
]


@pytest.mark.parametrize(("url", "make"), SLOWED, ids=[url for url, _ in SLOWED])
def test_it_says_how_long_to_wait_at_every_door(
    cast: Cast, url: str, make: Callable[[Someone], dict[str, str]]
) -> None:
    session = Session.objects.filter(person=cast.ada.person).latest("begun")
    if url == "/unlock/":
        cast.ada.post("/lock/")
    form = make(cast.ada)
    _spent(Try.NAME, own_browser(session))
    before = everything(Allowance, Session)
    answer = cast.ada.post(url, form)
    assert answer.status_code in {422, 429}
    assert b"That was a lot of tries" in answer.content
    assert everything(Allowance, Session) == before


def test_it_is_not_slowed_by_what_ben_guesses_elsewhere(cast: Cast) -> None:
    """He tries her name on his own phone, over the same router, until he has to wait."""
    cast.ada.post("/lock/")
    form = cast.ada.proof_form()
    bens = Client()
    statuses = {bens.post("/sign-in/", {**form, "proof": "A" * 43}).status_code for _ in range(12)}
    assert statuses == {422}
    assert b"That was a lot of tries" in bens.post("/sign-in/", form).content
    assert cast.ada.post("/unlock/", form).status_code == 302


def test_it_unlocks_to_where_ada_was(cast: Cast) -> None:
    cast.ada.post("/lock/")
    assert cast.ada.get("/").headers["Location"] == "/unlock/"
    page = cast.ada.get("/unlock/?next=/timeline/")
    assert page.context["form"].initial == {"next": "/timeline/", "name": "Ada"}
    answer = cast.ada.post("/unlock/", {**cast.ada.proof_form(), "next": "/timeline/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/timeline/")
    assert set(answer.cookies) == {"nearer_key"}
    assert cast.ada.get("/timeline/").status_code == 200


def test_it_unlocks_ada_s_phone_for_ada_alone(cast: Cast) -> None:
    cast.ada.post("/lock/")
    for who in (cast.ben, cast.cleo):
        answer = cast.ada.post("/unlock/", who.proof_form())
        assert answer.status_code == 422
        assert "don’t fit together" in answer.content.decode()
    hers = cast.ada.proof_form()
    mixed = {**cast.ben.proof_form(), "marks_private": hers["marks_private"]}
    assert cast.ada.post("/unlock/", mixed).status_code == 422
    assert cast.ada.get("/today/").status_code == 302


def test_it_has_nothing_to_unlock_for_someone_signed_out() -> None:
    assert Client().get("/unlock/").headers["Location"] == "/sign-in/"


def test_it_locks_and_leaves_a_browser_that_was_never_signed_in(cast: Cast) -> None:
    del cast
    for url, status in [("/lock/", 302), ("/sign-out/", 302), ("/exit/", 204)]:
        assert Client().post(url).status_code == status


@pytest.mark.parametrize(("url", "status"), [("/sign-out/", 302), ("/exit/", 204)])
def test_it_leaves_nothing_in_the_browser(cast: Cast, url: str, status: int) -> None:
    session = Session.objects.filter(person=cast.ada.person).latest("begun")
    answer = cast.ada.post(url)
    assert answer.status_code == status
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    assert {one.value for one in answer.cookies.values()} == {""}
    assert not Session.objects.filter(id=session.id).exists()


def test_it_hears_that_a_hand_is_still_here(cast: Cast) -> None:
    assert cast.ada.post("/active/").status_code == 204


def test_it_locks_as_soon_as_ada_wishes(cast: Cast) -> None:
    for minutes in (7, 9):
        assert cast.ada.post("/me/idle/", {"idle_minutes": minutes}).status_code == 302
    page = cast.ada.get("/me/?changed=1")
    assert "Done." in page.content.decode()
    assert page.context["form"].initial == {"idle_minutes": 9}
    (kept,) = cast.ada.log.read(cast.ada.log.own, [Preferences], limit=9)
    assert kept.moment.idle_minutes == 9  # type: ignore[attr-defined]  # they are
    other = cast.ada.again()
    other.sign_in()
    assert other.get("/me/").context["form"].initial == {"idle_minutes": 9}


def test_it_shows_ada_her_own_sessions_and_ends_the_others(cast: Cast) -> None:
    other = cast.ada.again()
    other.client.defaults["HTTP_USER_AGENT"] = "Firefox on Android"
    other.sign_in()
    listed = cast.ada.get("/me/").context["sessions"]
    assert [one["is_this"] for one in listed] == [True, False]
    assert {one["device"] for one in listed} == {"A device", "Firefox, Android"}
    cast.ada.post("/me/sign-out-others/")
    assert other.get("/me/").status_code == 302
    assert len(cast.ada.get("/me/").context["sessions"]) == 1


def test_it_changes_the_passphrase_by_the_form(cast: Cast) -> None:
    assert cast.ada.get("/account/passphrase/").status_code == 200
    wrong = {**passphrase_form(cast.ada), "old_proof": to_text(bytes(32))}
    answer = cast.ada.post("/account/passphrase/", wrong)
    assert answer.status_code == 422
    assert "doesn’t fit" in answer.content.decode()
    answer = cast.ada.post("/account/passphrase/", passphrase_form(cast.ada))
    assert answer.headers["Location"] == "/me/?changed=1"


def test_it_recovers_by_the_form_and_comes_in(cast: Cast) -> None:
    phone = cast.ada.again()
    phone.client = Client()
    assert phone.get("/recover/").status_code == 200
    form = recover_form(cast.ada)
    for wrong in ({"recovery_proof": to_text(bytes(32))}, {"name": "Ben"}):
        answer = phone.post("/recover/", {**form, **wrong})
        assert answer.status_code == 422
        assert "don’t fit together" in answer.content.decode()
    assert phone.post("/recover/", form).status_code == 302
    assert phone.get("/today/").status_code == 200
    assert cast.ada.get("/today/").status_code == 302


def test_it_recovers_nothing_when_the_key_is_not_hers(cast: Cast) -> None:
    """Refused after both slots were replaced: all of it is undone."""
    private = to_text(cast.ben.side.keys.marks.private.reveal())
    before = everything(Allowance)
    answer = cast.ada.post("/recover/", {**recover_form(cast.ada), "marks_private": private})
    assert answer.status_code == 422
    assert everything(Allowance) == before


def test_it_gives_ada_her_export_and_the_page_for_it(cast: Cast) -> None:
    deeds.check_in(cast.ada)
    assert cast.ada.get("/me/take/").status_code == 200
    answer = cast.ada.get("/me/export.json")
    kinds = [one["marks"]["kind"] for one in answer.json()["records"]]
    assert sorted(kinds) == ["check_in", "session_begun"]


@pytest.mark.parametrize("proof", ["", "AA", "A" * 43])
def test_it_erases_nobody_for_a_wrong_passphrase(cast: Cast, proof: str) -> None:
    assert cast.ada.get("/me/erase/").status_code == 200
    before = everything(Allowance)
    answer = cast.ada.post("/me/erase/", {"proof": proof})
    assert answer.status_code == 422
    assert "Nothing was erased" in answer.content.decode()
    assert everything(Allowance) == before


def test_it_erases_ada_at_once(cast: Cast) -> None:
    answer = cast.ada.post("/me/erase/", {"proof": to_text(cast.ada.proof())})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert not Person.objects.filter(folded="ada").exists()
    assert not Slot.objects.filter(person_id=cast.ada.id).exists()
    assert cast.ada.get("/today/").headers["Location"].startswith("/sign-in/")
    assert "No longer linked" in cast.ben.get("/us/").content.decode()
    assert cast.ben.log.read(cast.ben.log.own, [CheckIn], limit=1) == []

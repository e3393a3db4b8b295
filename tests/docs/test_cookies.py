"""What each cookie gives to whoever has copied it, as the threat model says."""

from django.test import Client
from tests.cast import Cast, Someone

from nearer.store.models import Person, Slot
from nearer.vault.wire import to_text


def _thief(of: Someone, *names: str) -> Client:
    """A browser with copies of some of a person's cookies, and nothing else of theirs."""
    thief = Client()
    for name in names:
        thief.cookies[name] = of.client.cookies[name].value
    return thief


def _keep_something(who: Someone) -> None:
    form = who.sealed(who.side.own, {"note": "He went upstairs."}, energy="3", feelings=["lonely"])
    assert who.post("/check-in/", form).status_code == 204


def test_the_session_cookie_alone_tells_the_name_and_no_more(cast: Cast) -> None:
    thief = _thief(cast.ada, "nearer_session")
    assert thief.get("/today/").headers["Location"].startswith("/unlock/")
    assert "Ada" in thief.get("/unlock/").content.decode()
    for page in ("/me/export.json", "/timeline/", "/us/", "/me/"):
        assert thief.get(page).status_code in {302, 401}, page


def test_the_key_cookie_alone_tells_nothing_at_all(cast: Cast) -> None:
    thief = _thief(cast.ada, "nearer_key")
    assert b"data-person" not in thief.get("/").content
    assert b"data-person" in cast.ada.get("/today/").content
    assert thief.get("/today/").headers["Location"].startswith("/sign-in/")


def test_both_cookies_show_every_mark_and_no_word(cast: Cast) -> None:
    _keep_something(cast.ada)
    taken = _thief(cast.ada, "nearer_session", "nearer_key").get("/me/export.json")
    assert b"lonely" in taken.content
    assert b"upstairs" not in taken.content


def test_both_cookies_can_leave_for_ada_and_erase_what_she_shared(cast: Cast) -> None:
    couple = cast.ada.log.couple
    assert couple is not None
    thief = _thief(cast.ada, "nearer_session", "nearer_key")
    assert thief.post(f"/us/{couple.id}/leave/", {"erase": "yes"}).status_code == 302
    assert cast.ada.log.couple is None


def test_both_cookies_neither_take_ada_s_account_over_nor_erase_it(cast: Cast) -> None:
    thief = _thief(cast.ada, "nearer_session", "nearer_key")
    new = cast.ben.side.passphrase_slot("words of a thief")
    form = {"profile": "standard", "salt": to_text(new.salt), "slot": to_text(new.box)}
    form |= {"proof": to_text(new.proof), "old_proof": to_text(bytes(32))}
    before = list(Slot.objects.filter(person_id=cast.ada.id).values())
    assert thief.post("/account/passphrase/", form).status_code == 422
    assert thief.post("/me/erase/", {"proof": to_text(bytes(32))}).status_code == 422
    assert list(Slot.objects.filter(person_id=cast.ada.id).values()) == before
    assert Person.objects.filter(id=cast.ada.id).exists()

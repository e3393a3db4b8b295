"""Fay is left guessing at night and has no account. Nothing is known of her until she wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Someone
from tests.trouble import cut_at_every_step, everything
from tests.web.sendings_at_the_door import begin_form

from nearer.acts.begin_with import begin_with
from nearer.core.moments import Night
from nearer.store.log import Draft
from nearer.store.models import Allowance, Person, Record
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from tests.cast import Cast

WORDS = {"story": "nobody will ever ask", "question": "Was it a long day?"}


def _comes_along(fay: Someone, record: UUID) -> dict[str, Any]:
    """What the browser sends once the steps are done: the account, and the night with it."""
    data = begin_form(fay)
    box = to_text(fay.side.seal_words(fay.side.own, record, WORDS))
    night = {"record": str(record), "words": box, "feelings": ["lonely"], "readings": ["old_hurts"]}
    return {**data, **night}


@pytest.mark.django_db
def test_it_shows_the_page_to_somebody_without_an_account_and_keeps_nothing_of_it() -> None:
    fay = Someone("Fay")
    home = fay.get("/")
    assert b'href="/night/"' in home.content
    page = fay.get("/night/")
    assert page.status_code == 200
    assert page.headers["Cache-Control"].startswith("no-store")
    shown = page.content.decode()
    for said in (
        "it may be none of these",
        "Nothing leaves this page",
        "I’m afraid of them",
        "Nobody here asks you to stay",
        'href="/help/"',
        "data-exit",
    ):
        assert said in shown
    assert "data-person" not in shown
    assert not any(everything(Allowance).values())


@pytest.mark.django_db
def test_it_takes_nothing_from_somebody_who_is_not_in() -> None:
    fay = Someone("Fay")
    answer = fay.post("/night/", {"record": str(uuid4()), "words": ""}, **{"HX-Request": "true"})
    assert answer.status_code == 401
    assert not Record.objects.exists()


@pytest.mark.django_db
def test_it_keeps_the_night_as_the_first_record_of_fay_s_new_space() -> None:
    fay, record = Someone("Fay"), uuid4()
    answer = fay.post("/begin/", _comes_along(fay, record))
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == f"/night/{record}/?new=1"
    entry = fay.log.get(fay.log.own, record)
    assert entry.moment == Night(feelings=("lonely",), readings=("old_hurts",))
    assert fay.side.open_words(fay.side.own, record, fay.id, entry.words) == WORDS
    shown = fay.get(f"/night/{record}/?new=1").content.decode()
    for said in ("lonely", "It may be an old hurt", 'href="/welcome/"', 'data-field="question"'):
        assert said in shown
    assert "nobody will ever ask" not in shown


@pytest.mark.django_db
def test_it_keeps_both_once_when_they_are_sent_twice() -> None:
    fay, record = Someone("Fay"), uuid4()
    data = _comes_along(fay, record)
    for _ in "12":  # the answer to the first was lost on the way
        assert fay.post("/begin/", data).status_code == 204
    assert Person.objects.count() == 1
    assert len(fay.log.read(fay.log.own, [Night], limit=9)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [("record", "x"), ("words", "AAAA"), ("feelings", ["gone"]), ("stories", ["<b>"])],
)
def test_it_makes_no_account_when_the_night_is_torn(name: str, value: Any) -> None:
    fay = Someone("Fay")
    answer = fay.post("/begin/", _comes_along(fay, uuid4()) | {name: value})
    assert answer.status_code == 422
    assert b'id="form_error"' in answer.content
    assert b"Try once more." in answer.content
    assert not Person.objects.exists()
    assert not Record.objects.exists()


def test_it_says_so_where_fay_can_read_it_when_her_name_was_taken_meanwhile(cast: Cast) -> None:
    before = Record.objects.count()
    fay = Someone("Fay")
    answer = fay.post("/begin/", _comes_along(fay, uuid4()) | {"name": "Ada"})
    assert answer.status_code == 422
    assert b"Someone here has this name." in answer.content
    assert Record.objects.count() == before
    del cast


def test_it_puts_no_night_in_the_place_of_what_is_ada_s(cast: Cast) -> None:
    hers = deeds.night(cast.ada)
    before = everything(Allowance)
    fay = Someone("Fay")
    assert fay.post("/begin/", _comes_along(fay, hers)).status_code == 422
    assert everything(Allowance) == before


@pytest.mark.django_db
def test_it_keeps_neither_when_the_power_fails_on_the_way() -> None:
    fay, record = Someone("Fay"), uuid4()
    new, key = fay.side.new_person(), fay.side.keys.marks.private
    words = fay.side.seal_words(fay.side.own, record, WORDS)
    first = Draft(record, Night(feelings=("lonely",)), timezone.now(), words)
    cut_at_every_step(lambda: begin_with(new, first, key, now=timezone.now()), at_least=6)
    assert (Person.objects.count(), Record.objects.count()) == (1, 1)


def test_it_is_for_ada_who_is_in_as_well_and_for_nobody_else(cast: Cast) -> None:
    own = cast.ada.side.own
    data = cast.ada.sealed(own, WORDS, stories=["not_caring"], next_minutes="water")
    answer = cast.ada.post("/night/", data)
    kept = answer.headers["HX-Redirect"]
    assert cast.ada.post("/night/", data).headers["HX-Redirect"] == kept
    assert len(cast.ada.log.read(cast.ada.log.own, [Night], limit=9)) == 1
    page = cast.ada.get(kept).content.decode()
    assert "They don’t care." in page
    assert "Drink a glass of water" in page
    assert kept in cast.ada.get("/support/").content.decode()
    for other in (cast.ben, cast.cleo, cast.dan, cast.eve):
        assert other.get(kept).status_code == 404
        assert other.post(f"{kept}remove/").status_code == 404
    assert cast.ada.post(f"{kept}remove/").status_code == 302
    assert cast.ada.get(kept).status_code == 404


def test_it_sends_ada_who_is_locked_to_the_lock_and_back(cast: Cast) -> None:
    cast.ada.post("/lock/")
    answer = cast.ada.get("/night/")
    assert answer.headers["Location"] == "/unlock/?next=%2Fnight%2F"


def test_it_passes_over_what_has_left_the_content_since(cast: Cast) -> None:
    gone = ("was_here_once",)
    record = deeds.night(
        cast.ada, feelings=gone, body=gone, stories=gone, readings=gone, next_minutes=gone[0]
    )
    assert cast.ada.get(f"/night/{record}/").status_code == 200

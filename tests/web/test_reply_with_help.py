"""Ben reads Ada's letter, guesses what he hears, and is lent a hand with his answer."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from tests import deeds
from tests.web.paths import masked

from nearer.core.moments import Felt, Reply
from nearer.web.rooms.letters.help import rules_json

if TYPE_CHECKING:
    from tests.cast import Cast, Someone

OWN_WORDS = "You sat there alone"


def _answer(ben: Someone, letter: UUID, *guess: str) -> None:
    deeds.open_it(ben, letter)
    couple = deeds.couple_of(ben)
    record = ben.log.only_id(couple, Reply, letter)
    form = ben.sealed(couple.id, {"heard": OWN_WORDS}, record, guess=list(guess))
    assert ben.post(f"/letters/{letter}/reply/", form).status_code == 204


def _page(who: Someone, letter: UUID) -> str:
    return unescape(who.get(f"/letters/{letter}/").content.decode())


def test_it_shows_ada_what_ben_heard_and_lets_her_say_how_near_he_came(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _answer(cast.ben, letter, "left_out", "sad")
    assert "What I hear:" in _page(cast.ben, letter)
    assert "left out" not in _page(cast.ada, letter), "it is in an envelope yet"
    cast.ada.post(f"/letters/{letter}/open/")
    page = _page(cast.ada, letter)
    assert "<b>left out</b>" in page
    assert "Did they hear it?" in page
    assert "A guess that misses is no fault." in page
    before = masked(cast.ben.get(f"/letters/{letter}/"))
    cast.ada.post(f"/letters/{letter}/felt/", {"guess": "nearly"})
    assert "<dd> Nearly </dd>" in " ".join(_page(cast.ada, letter).split())
    assert masked(cast.ben.get(f"/letters/{letter}/")) == before, "she has not shared it"
    cast.ada.post(f"/letters/{letter}/felt/", {"guess": "not", "shared": "on"})
    assert "Ada says how your answer felt" in _page(cast.ben, letter)
    cast.ben.post(f"/letters/{letter}/felt/open/")
    assert "Not this one. No fault" in _page(cast.ben, letter)


def test_it_asks_ada_nothing_about_a_guess_that_ben_did_not_make(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _answer(cast.ben, letter)
    cast.ada.post(f"/letters/{letter}/open/")
    for who in (cast.ada, cast.ben):
        page = _page(who, letter)
        assert "What I hear:" not in page
        assert "Did they hear it?" not in page
        assert "The guess" not in page
    couple = deeds.couple_of(cast.ben)
    (kept,) = (entry.moment for entry in cast.ben.log.read(couple, [Reply], limit=9))
    assert kept == Reply(about=letter, parts=("heard",))


def test_it_keeps_what_ada_said_before_when_she_changes_one_thing(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _answer(cast.ben, letter, "sad")
    cast.ada.post(f"/letters/{letter}/open/")
    cast.ada.post(f"/letters/{letter}/felt/", {"understood": "3", "guess": "right"})
    form = cast.ada.get(f"/letters/{letter}/").context["felt_form"]
    assert (form["understood"].value(), form["guess"].value()) == (3, "right")
    page = _page(cast.ada, letter)
    assert 'value="right"' in page.replace(" checked", "")
    assert page.count("checked") == 2


def test_it_takes_the_guess_back_with_the_answer(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _answer(cast.ben, letter, "left_out")
    cast.ada.post(f"/letters/{letter}/open/")
    cast.ada.post(f"/letters/{letter}/felt/", {"guess": "right", "shared": "on"})
    cast.ben.post(f"/letters/{letter}/take-back/")
    for who in (cast.ada, cast.ben):
        page = _page(who, letter)
        assert "left out" not in page
        assert "The guess" not in page


def test_it_gives_the_guess_and_what_became_of_it_along_in_the_export(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _answer(cast.ben, letter, "left_out")
    cast.ada.post(f"/letters/{letter}/open/")
    cast.ada.post(f"/letters/{letter}/felt/", {"guess": "nearly"})
    assert "left_out" in json.dumps(cast.ben.get("/me/export.json").json())
    assert "nearly" in json.dumps(cast.ada.get("/me/export.json").json())
    assert "nearly" not in json.dumps(cast.ben.get("/me/export.json").json())
    (kept,) = (e.moment for e in cast.ada.log.read(cast.ada.log.own, [Felt], limit=9))
    assert kept.guess == "nearly"  # type: ignore[attr-defined]  # it reads Felt alone


def test_it_lends_ben_words_and_beginnings_that_fit_what_ada_marked(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, feelings=("left_out",), request="hug")
    deeds.open_it(cast.ben, letter)
    answer = cast.ben.get(f"/letters/{letter}/reply/")
    assert answer.context["offered"][0].id == "left_out"
    ids = {part: [one.id for one in some] for part, some in answer.context["starters"].items()}
    assert ids["heard"][0] == "heard_hurt"
    assert ids["matter"][0] == "matter_hug"
    assert all(2 <= len(some) <= 3 for some in ids.values())


def test_it_sends_the_rules_with_the_page_whole(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    page = cast.ben.get(f"/letters/{letter}/reply/").content.decode()
    where = page.split('data-rules="')[1].split('"')[0]
    kept = cast.ben.get(where)
    assert kept.content.decode() == rules_json()
    assert "immutable" in kept.headers["Cache-Control"]
    assert set(json.loads(rules_json())["remarks"]) >= {"advice", "but", "own_story"}


@pytest.mark.parametrize("who", ["ada", "cleo", "dan"])
def test_it_lends_nobody_else_a_hand_with_it(cast: Cast, who: str) -> None:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    someone: Someone = getattr(cast, who)
    assert someone.get(f"/letters/{letter}/reply/").status_code == 404
    form = someone.sealed(someone.side.own, {"heard": "x"}, uuid4(), guess=["sad"])
    assert someone.post(f"/letters/{letter}/reply/", form).status_code == 404

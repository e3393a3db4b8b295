"""Why Ben goes quiet: four answers, of which one leaves no trace, and none of which anyone sees."""

from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import masked, without_fresh_ids

from nearer.content import vocabulary
from nearer.core.moments import Reflection, Tried
from nearer.store.log import Log
from nearer.store.models import Record, Space

WHOLE: dict[str, Any] = {
    "way": "afraid",
    "fears": ["judged", "too_much"],
    "fit_self_protection": "fits",
    "fit_being_seen": "not",
    "hurts": ["ridiculed"],
}


def _page(who: Someone, url: str) -> str:
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def _form(who: Someone, record: UUID | None = None, **marks: Any) -> dict[str, object]:
    words = {"fear": "that it all comes down", "note": "ask again in spring"}
    return who.sealed(who.side.own, words, record, **{**WHOLE, **marks})


def _kept(who: Someone) -> list[Reflection]:
    found = who.log.read(who.log.own, [Reflection], limit=9)
    return [entry.moment for entry in found if isinstance(entry.moment, Reflection)]


def test_it_keeps_what_ben_fears_and_how_each_reading_fits(cast: Cast) -> None:
    form = _form(cast.ben)
    there = cast.ben.post("/reasons/", form).headers["HX-Redirect"]
    assert there == f"/reasons/{form['record']}/"
    assert _kept(cast.ben) == [
        Reflection(
            way="afraid",
            fears=("judged", "too_much"),
            readings=(Tried("self_protection", "fits"), Tried("being_seen", "not")),
            hurts=("ridiculed",),
        )
    ]
    page = _page(cast.ben, there)
    for said in ("I’d be judged, I’d be too much", "I protect myself", "An old hurt: ridiculed"):
        assert said in page
    assert "Something old still hurts" not in page, "he passed it over"
    assert "comes down" not in page
    assert page.count("<sealed-words") == 2


def test_it_offers_readings_as_questions_and_says_that_none_is_a_verdict(cast: Cast) -> None:
    page = _page(cast.ben, "/reasons/new/")
    assert "None of these is a verdict" in page
    assert all(reading.text in page for reading in vocabulary().readings)
    assert "checked" not in page, "nothing is chosen for him"


def test_it_lends_him_a_smaller_thing_to_say(cast: Cast) -> None:
    page = _page(cast.ben, f"/reasons/{deeds.reflection(cast.ben)}/")
    assert "/letters/new/?sentence=cant_yet" in page
    there = cast.ben.get("/letters/new/?sentence=cant_yet").headers["Location"]
    assert "There is something. I can’t say it yet." in _page(cast.ben, there)


@pytest.mark.parametrize(("way", "on"), [("dont_know", "/check-in/"), ("not_now", "/pulling-back")])
def test_it_takes_not_knowing_and_not_wanting_for_answers(cast: Cast, way: str, on: str) -> None:
    there = cast.ben.post("/reasons/", cast.ben.sealed(cast.ben.side.own, {}, way=way))
    assert _kept(cast.ben) == [Reflection(way=way)]  # type: ignore[arg-type]
    page = _page(cast.ben, there.headers["HX-Redirect"])
    assert f'href="{on}' in page
    assert "/letters/new/?sentence" not in page


def test_it_leaves_no_record_and_no_trace_of_its_not_being_safe(cast: Cast) -> None:
    """The text is on the page already, so opening it asks nothing; and no form can keep it."""
    before = Record.objects.count(), set(Space.objects.values_list("id", "version"))
    page = _page(cast.ben, "/reasons/")
    assert "You did nothing wrong." in page
    unsafe = page[page.index("It isn’t safe to say it") :]
    unsafe = unsafe[: unsafe.index("</details>")]
    assert not any(part in unsafe for part in ("<form", "<input", "<button", "hx-"))
    for way in ("not_safe", "unsafe", "it_isnt_safe", ""):
        form = cast.ben.sealed(cast.ben.side.own, {}, way=way)
        assert cast.ben.post("/reasons/", form).status_code == 422
    assert (Record.objects.count(), set(Space.objects.values_list("id", "version"))) == before


def test_it_tells_whoever_is_not_safe_how_to_end_the_link_if_there_is_one(cast: Cast) -> None:
    assert "You can end the link alone" in _page(cast.ben, "/reasons/")
    assert "You can end the link alone" not in _page(cast.cleo, "/reasons/")
    assert "Help now, by people" in _page(cast.cleo, "/reasons/")


def test_it_says_nothing_to_ada_of_any_of_it(cast: Cast) -> None:
    pages = ("/today/", "/timeline/", "/us/", "/me/", "/reasons/", "/me/export.json")

    def sees() -> list[bytes]:
        return [without_fresh_ids(masked(cast.ada.get(url))) for url in pages]

    couple = deeds.couple_of(cast.ada)
    before, version = sees(), deeds.version_of(couple)
    cast.ben.get("/reasons/new/")
    there = cast.ben.post("/reasons/", _form(cast.ben)).headers["HX-Redirect"]
    cast.ben.get(there)
    cast.ben.post(f"{there}remove/")
    assert sees() == before
    assert deeds.version_of(couple) == version


def test_it_lists_ben_s_own_and_removes_one_for_good(cast: Cast) -> None:
    record = deeds.reflection(cast.ben)
    assert f"/reasons/{record}/" in _page(cast.ben, "/reasons/")
    assert cast.ben.post(f"/reasons/{record}/remove/").headers["Location"] == "/reasons/"
    assert f"/reasons/{record}/" not in _page(cast.ben, "/reasons/")
    assert not Record.objects.filter(id=record).exists()
    assert cast.ben.post(f"/reasons/{record}/remove/").status_code == 404


def test_it_keeps_one_for_two_clicks_and_two_tabs(cast: Cast) -> None:
    record = uuid4()
    for _ in range(2):
        assert cast.ben.post("/reasons/", _form(cast.ben, record)).status_code == 204
    assert cast.ben.again().post("/reasons/", _form(cast.ben, record)).status_code == 204
    assert len(_kept(cast.ben)) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"fears": ["ghosts"]}, "fears"),
        ({"hurts": ["ghosts"]}, "hurts"),
        ({"fit_being_seen": "surely"}, "fit_being_seen"),
    ],
)
def test_it_says_beside_the_field_what_it_does_not_know(
    cast: Cast, wrong: dict[str, Any], field: str
) -> None:
    answer = cast.ben.post("/reasons/", _form(cast.ben, **wrong))
    assert answer.status_code == 422
    said = answer.content.decode()
    assert f'id="id_{field}_error" class="error" role="alert" hx-swap-oob="true">That one' in said
    assert _kept(cast.ben) == []


def test_it_refuses_a_form_whose_words_did_not_come_along(cast: Cast) -> None:
    form = {"record": str(uuid4()), "way": "afraid"}
    answer = cast.ben.post("/reasons/", form)
    assert answer.status_code == 422
    assert "Something went missing" in answer.content.decode()


@pytest.mark.parametrize("who", ["ada", "cleo", "dan", "eve"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    record = deeds.reflection(cast.ben)
    assert other.get(f"/reasons/{record}/").status_code == 404
    assert other.post(f"/reasons/{record}/remove/").status_code == 404
    assert other.post("/reasons/", _form(other, record)).status_code == 404
    assert Record.objects.get(id=record).author == cast.ben.person


def test_it_shows_no_other_kind_of_record(cast: Cast) -> None:
    assert cast.ben.get(f"/reasons/{deeds.check_in(cast.ben)}/").status_code == 404


def test_it_passes_over_what_has_left_the_content(cast: Cast) -> None:
    old = {"fears": ("dragons",), "hurts": ("cursed",), "readings": (Tried("stars", "fits"),)}
    page = _page(cast.ben, f"/reasons/{deeds.reflection(cast.ben, **old)}/")
    assert not any(word in page for word in ("dragons", "cursed", "stars"))


def test_it_keeps_what_ben_typed_when_there_is_no_room(cast: Cast) -> None:
    with patch.object(Log, "rewrite", side_effect=DatabaseError):
        answer = cast.ben.post("/reasons/", _form(cast.ben))
    assert answer.status_code == 503
    assert "Your words are still here" in answer.content.decode()


def test_it_is_one_step_from_a_check_in_and_from_me(cast: Cast) -> None:
    for url in (f"/check-in/{deeds.check_in(cast.ben)}/", "/me/"):
        assert 'href="/reasons/"' in _page(cast.ben, url)

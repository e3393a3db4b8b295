"""Something good: kept, shown as previewed, asked back about, taken back; alone and for two."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError
from tests import deeds
from tests.trouble import everything
from tests.web.paths import masked, without_fresh_ids

from nearer.acts.leave import leave
from nearer.core.moments import Appreciation, AskedBack, ToldMore
from nearer.store.models import Record

if TYPE_CHECKING:
    from tests.cast import Cast, Someone


def _page(who: Someone, url: str) -> str:
    return " ".join(unescape(who.get(url).content.decode()).split())


def _couple(who: Someone) -> UUID:
    return next(space.id for space in who.log.spaces if space.kind == "couple")


def _shows(who: Someone, good: UUID) -> tuple[int, str]:
    data = who.sealed(_couple(who), {"text": "The pear tree"}, good)
    answer = who.post(f"/good/{good}/show/", data)
    return answer.status_code, unescape(answer.content.decode())


def _says(who: Someone, good: UUID, what: str, **words: str) -> tuple[int, str]:
    kind = AskedBack if what == "ask" else ToldMore
    space = next(space for space in who.log.spaces if space.kind == "couple")
    data = who.sealed(space.id, words, who.log.only_id(space, kind, good))
    answer = who.post(f"/good/{good}/{what}/", data)
    return answer.status_code, unescape(answer.content.decode())


def _takes_back(who: Someone, good: UUID, part: str) -> int:
    return who.post(f"/good/{good}/take-back/", {"part": part}).status_code


def test_cleo_alone_keeps_something_good_for_herself(cast: Cast) -> None:
    assert "Never owed." in _page(cast.cleo, "/good/")
    assert "A beginning to borrow" in _page(cast.cleo, "/good/new/")
    data = cast.cleo.sealed(cast.cleo.side.own, {"text": "The pear tree"}, of="good_news")
    there = [cast.cleo.post("/good/new/", data).headers["HX-Redirect"] for _ in range(2)]
    page = _page(cast.cleo, there[0])
    assert "Kept for you. Nobody else sees it." in page
    assert "would see" not in page, "there is nobody to show it to"
    assert cast.cleo.get(f"{there[0]}show/").headers["Location"] == there[0]
    assert there[0] in _page(cast.cleo, "/good/")
    assert len(cast.cleo.log.read(cast.cleo.log.own, [Appreciation], limit=9)) == 1
    assert cast.cleo.post(f"{there[0]}remove/").headers["Location"] == "/good/"
    assert cast.cleo.get(there[0]).status_code == 404


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"of": "strength"}, "A few words, so that you find it again."),
        ({"of": ""}, "Pick the one that fits best."),
        ({"of": "weakness"}, "That one is not known here."),
    ],
)
def test_it_says_kindly_what_is_missing(cast: Cast, data: dict[str, str], said: str) -> None:
    answer = cast.ada.post("/good/new/", cast.ada.sealed(cast.ada.side.own, {}) | data)
    assert answer.status_code == 422
    assert said in unescape(answer.content.decode())


def test_ada_sees_exactly_what_ben_will_see_and_shows_it_once(cast: Cast) -> None:
    good = deeds.kept_good(cast.ada, "strength")
    page = _page(cast.ada, f"/good/{good}/show/")
    assert "What Ben will see" in page
    assert "Something I see in you" in page
    assert [_shows(cast.ada, good)[0] for _ in range(2)] == [204, 204]
    assert cast.ada.log.read(cast.ada.log.own, [Appreciation], limit=9) == []
    for url in ("/today/", "/good/", f"/good/{good}/"):
        page = _page(cast.ben, url)
        assert "Ben" in page or "Ada shows you something good" in page
        assert 'data-field="text"' not in page, "it is closed until he opens it"
    cast.ben.post(f"/good/{good}/open/")
    page = _page(cast.ben, f"/good/{good}/")
    assert "Something I see in you" in page
    assert 'data-field="text"' in page
    assert "Ask back" not in page, "only good news is asked about"
    assert "shows you something good" not in cast.ben.get("/today/").content.decode()
    assert "from Ada" in _page(cast.ben, "/good/")
    assert "from you" in _page(cast.ada, "/good/")


def test_her_page_is_the_same_whether_ben_has_opened_it_or_not(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    urls = (f"/good/{good}/", "/good/", "/today/")
    before = [without_fresh_ids(masked(cast.ada.get(url))) for url in urls]
    cast.ben.post(f"/good/{good}/open/")
    assert [without_fresh_ids(masked(cast.ada.get(url))) for url in urls] == before


def test_ben_asks_back_and_ada_tells_a_little_more_and_that_is_all(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    url = f"/good/{good}/"
    assert _says(cast.ben, good, "ask", question="and then?")[0] == 404, "not before he read it"
    cast.ben.post(f"{url}open/")
    assert "What was the best part of it for you?" in _page(cast.ben, url)
    assert _says(cast.ben, good, "ask", question="and then?")[0] == 204
    assert _says(cast.ben, good, "ask", question="and before?")[0] == 409
    assert "Ask back, if you like" not in _page(cast.ben, url)
    assert "Ben would like to hear more" in _page(cast.ada, "/today/")
    assert _says(cast.ada, good, "tell", text="It rained.")[0] == 404, "she has not read it"
    assert "A few words back" not in _page(cast.ada, url)
    cast.ada.post(f"{url}open/")
    assert "A few words back" in _page(cast.ada, url)
    assert _says(cast.ada, good, "tell", text="It rained.")[0] == 204
    assert "Ada told you a little more" in _page(cast.ben, "/today/")
    cast.ben.post(f"{url}open/")
    for who in (cast.ada, cast.ben):
        page = _page(who, url)
        assert page.count("sealed-words") == 2 * 3
        assert "<form" in page
        assert "data-seal " not in page, "nothing more is asked of either"


def test_it_says_kindly_that_a_question_or_an_answer_is_empty(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    deeds.open_it(cast.ben, good)
    status, said = _says(cast.ben, good, "ask")
    assert (status, "One question, in a few words." in said) == (422, True)
    deeds.open_it(cast.ada, _asked(cast, good))
    status, said = _says(cast.ada, good, "tell")
    assert (status, "A few words, or leave it as it is." in said) == (422, True)


def _asked(cast: Cast, good: UUID) -> UUID:
    assert _says(cast.ben, good, "ask", question="and then?")[0] == 204
    return cast.ben.log.only_id(deeds.couple_of(cast.ben), AskedBack, good)


@pytest.mark.parametrize("opened", [False, True])
def test_taken_back_it_is_gone_or_leaves_a_trace(
    cast: Cast,
    opened: bool,  # noqa: FBT001 - a case
) -> None:
    before = [without_fresh_ids(masked(cast.ben.get(url))) for url in ("/good/", "/today/")]
    good = deeds.shown_good(cast.ada)
    url = f"/good/{good}/"
    if opened:
        cast.ben.post(f"{url}open/")
    assert _takes_back(cast.ada, good, "good") == 302
    assert "You took this back." in _page(cast.ada, url)
    assert not Record.objects.filter(id=good).exists()
    answer = cast.ben.get(url)
    assert answer.status_code == (200 if opened else 404)
    assert (b"removed by the one who wrote it" in answer.content) is opened
    after = [without_fresh_ids(masked(cast.ben.get(url))) for url in ("/good/", "/today/")]
    assert (after == before) is not opened


def test_each_takes_back_their_own_part_and_no_other(cast: Cast) -> None:
    good = deeds.shown_good(cast.ada)
    deeds.open_it(cast.ada, deeds.asked_back(cast.ben, good))
    _says(cast.ada, good, "tell", text="It rained.")
    for who, parts in ((cast.ben, ("good", "answer")), (cast.ada, ("question", "", "__class__"))):
        assert {_takes_back(who, good, part) for part in parts} == {404}
    cast.ben.post(f"/good/{good}/open/")
    for who, part in ((cast.ada, "answer"), (cast.ben, "question"), (cast.ada, "good")):
        assert _takes_back(who, good, part) == 302
    for who in (cast.ada, cast.ben):
        page = _page(who, f"/good/{good}/")
        assert page.count("This was removed by the one who wrote it.") >= 1
        assert page.count("You took this back.") >= 1
        assert "sealed-words" not in page


def test_nothing_goes_into_a_pause_and_what_was_written_stays(cast: Cast) -> None:
    kept, good = deeds.kept_good(cast.ada), deeds.shown_good(cast.ben)
    deeds.open_it(cast.ada, good)
    deeds.pauses(cast.ben)
    before = everything()
    for status, said in (_shows(cast.ada, kept), _says(cast.ada, good, "ask", question="x")):
        assert (status, "Ben is in a pause" in said) == (409, True)
    assert everything() == before


def test_nothing_goes_to_one_who_has_left(cast: Cast) -> None:
    kept, good = deeds.kept_good(cast.ada), deeds.shown_good(cast.ben)
    deeds.open_it(cast.ada, good)
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    before = everything()
    status, said = _shows(cast.ada, kept)
    assert (status, "not linked with anyone now" in said) == (409, True)
    status, said = _says(cast.ada, good, "ask", question="x")
    assert (status, "Nothing is sent." in said) == (409, True)
    assert everything() == before
    page = _page(cast.ada, f"/good/{good}/")
    assert "Ask back" not in page
    assert "from the other one" in _page(cast.ada, "/good/")


def test_it_waits_for_words_that_did_not_come_along(cast: Cast) -> None:
    good = deeds.kept_good(cast.ada)
    for words in ("", "AAAA", "!"):
        answer = cast.ada.post(f"/good/{good}/show/", {"words": words})
        assert answer.status_code == 409
    assert b"Kept for you" in cast.ada.get(f"/good/{good}/").content


def test_it_says_so_when_the_disk_is_full(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, good = deeds.kept_good(cast.ada), deeds.shown_good(cast.ben)
    deeds.open_it(cast.ada, good)

    def full(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr("nearer.store.log.Log.write", full)
    assert _shows(cast.ada, kept)[0] == 503
    assert _says(cast.ada, good, "ask", question="x")[0] == 503


def test_strangers_and_an_ex_find_nothing_and_ben_nothing_that_is_kept(cast: Cast) -> None:
    kept, good = deeds.kept_good(cast.ada), deeds.shown_good(cast.ada)
    for who in (cast.cleo, cast.dan, cast.eve):
        for url in (f"/good/{kept}/", f"/good/{good}/"):
            assert who.get(url).status_code == 404
        for what in ("open", "ask", "tell", "take-back"):
            assert who.post(f"/good/{good}/{what}/").status_code == 404
    assert cast.ben.get(f"/good/{kept}/").status_code == 404
    assert cast.ben.post(f"/good/{kept}/remove/").status_code == 404
    assert _shows(cast.ben, kept)[0] == 404
    assert cast.ben.get(f"/good/{uuid4()}/").status_code == 404


def test_today_offers_it_on_a_day_that_feels_good_and_not_again_that_week(cast: Cast) -> None:
    deeds.check_in(cast.ada, pleasantness=3)
    assert "Something good, if you like" not in _page(cast.ada, "/today/")
    deeds.check_in(cast.ada, pleasantness=8)
    assert "Something good, if you like" in _page(cast.ada, "/today/")
    deeds.kept_good(cast.ada)
    assert "Something good, if you like" not in _page(cast.ada, "/today/")

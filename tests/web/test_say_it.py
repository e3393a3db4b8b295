"""Say it: what Ben could say, how sure he is of it, and what of it becomes a letter."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import masked, without_fresh_ids

from nearer.core.moments import Sentence, SentenceMark
from nearer.store.log import Draft
from nearer.store.models import Record

WORDS = {"reason": "the door fell shut", "request": "sit with me"}


def _page(who: Someone, url: str) -> str:
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return " ".join(answer.content.decode().split())


def _form(who: Someone, record: UUID | None = None, **marks: Any) -> dict[str, object]:
    said = {"feeling": "lonely", "filled": "reason request", "sure": "3", **marks}
    return who.sealed(who.side.own, WORDS, record, **said)


def _kept(who: Someone, *kinds: Any) -> list[Any]:
    return [entry.moment for entry in who.log.read(who.log.own, kinds or [Sentence], limit=9)]


def _mark(who: Someone, sentence: UUID, record: UUID | None = None, **told: str) -> Any:
    return who.post(f"/say/{sentence}/mark/", {"record": str(record or uuid4()), **told})


def test_it_keeps_a_sentence_whose_words_only_ben_s_browser_opens(cast: Cast) -> None:
    source = deeds.check_in(cast.ben)
    form = _form(cast.ben, request="hug", from_check_in=str(source))
    there = cast.ben.post("/say/new/", form).headers["HX-Redirect"]
    assert there == f"/say/{form['record']}/"
    assert _kept(cast.ben) == [
        Sentence(feeling="lonely", request="hug", from_check_in=source, sure=3)
    ]
    for url in (there, "/say/"):
        page = _page(cast.ben, url)
        assert "I feel <b>lonely</b>" in page
        assert 'because <b><sealed-words data-space="' in page
        assert "Would you <b>give me a hug</b>" in page
        assert "door" not in page


def test_it_begins_with_what_the_check_in_said(cast: Cast) -> None:
    one = deeds.check_in(cast.ben, feelings=("hurt", "lonely"), certainty="mixed")
    page = _page(cast.ben, f"/say/new/?from={one}")
    assert 'value="hurt" checked' in page
    assert 'id="id_near_lonely"' in page
    assert page.count("checked") == 1
    assert 'data-from-field="trigger"' in page
    own = deeds.check_in(cast.ben, own_word=True)
    assert "checked" not in _page(cast.ben, f"/say/new/?from={own}"), "an own word fits better"
    assert 'data-from-field="own_word"' in _page(cast.ben, f"/say/new/?from={own}")


@pytest.mark.parametrize("source", ["", "?from=", "?from=x"])
def test_it_begins_with_nothing_as_well(cast: Cast, source: str) -> None:
    page = _page(cast.ben, f"/say/new/{source}")
    assert "checked" not in page
    assert "data-from-box" not in page
    assert "data-preview-first" in page


@pytest.mark.parametrize("wrong", [{"feeling": ""}, {"feeling": "", "filled": "reason"}])
def test_it_asks_for_a_feeling_and_for_nothing_else(cast: Cast, wrong: dict[str, str]) -> None:
    answer = cast.ben.post("/say/new/", {**_form(cast.ben), **wrong})
    assert answer.status_code == 422
    assert "Pick one, or write a word of your own." in answer.content.decode()
    alone = cast.ben.sealed(cast.ben.side.own, {}, feeling="hurt")
    assert cast.ben.post("/say/new/", alone).status_code == 204
    assert _kept(cast.ben) == [Sentence(feeling="hurt")]


def test_it_takes_a_word_of_his_own_for_the_feeling(cast: Cast) -> None:
    form = cast.ben.sealed(cast.ben.side.own, {"own_word": "like glass"})
    there = cast.ben.post("/say/new/", form).headers["HX-Redirect"]
    assert _kept(cast.ben) == [Sentence(own_word=True)]
    assert "I feel <b><sealed-words" in _page(cast.ben, there)
    both = cast.ben.sealed(cast.ben.side.own, {"own_word": "like glass"}, feeling="hurt")
    there = cast.ben.post("/say/new/", both).headers["HX-Redirect"]
    assert "I feel <b>hurt</b>, <b><sealed-words" in _page(cast.ben, there)


def test_it_keeps_one_sentence_and_one_mark_for_two_clicks(cast: Cast) -> None:
    record, mark = uuid4(), uuid4()
    for _ in range(2):
        assert cast.ben.post("/say/new/", _form(cast.ben, record)).status_code == 204
    for who in (cast.ben, cast.ben, cast.ben.again()):
        assert _mark(who, record, mark, sure="5").status_code == 302
    assert len(_kept(cast.ben)) == 1
    assert _kept(cast.ben, SentenceMark) == [SentenceMark(about=record, sure=5)]


def test_it_asks_again_whenever_ben_comes_back_and_shows_what_he_said_last(cast: Cast) -> None:
    sentence = deeds.sentence(cast.ben, sure=None)
    assert "of 10." not in _page(cast.ben, f"/say/{sentence}/")
    for sure in ("0", "6"):
        _mark(cast.ben, sentence, sure=sure)
        page = _page(cast.ben, f"/say/{sentence}/")
        assert f"you said {sure} of 10." in page
        assert "checked" not in page, "the scale is always empty: nobody is held to the last one"
    assert "you said it." not in _page(cast.ben, f"/say/{sentence}/")
    _mark(cast.ben, sentence, said="on")
    assert "you said it." in _page(cast.ben, f"/say/{sentence}/")
    assert "you said 6 of 10." in _page(cast.ben, f"/say/{sentence}/")


def test_it_says_kindly_that_no_place_is_picked(cast: Cast) -> None:
    answer = _mark(cast.ben, deeds.sentence(cast.ben))
    assert answer.status_code == 422
    assert "or leave it. Both are fine." in answer.content.decode()
    assert _kept(cast.ben, SentenceMark) == []


def test_it_removes_a_sentence_with_its_marks_and_leaves_the_letter(cast: Cast) -> None:
    sentence, other = deeds.sentence(cast.ben), deeds.sentence(cast.ben)
    for one in (sentence, other):
        _mark(cast.ben, one, sure="5")
    letter = deeds.letter(cast.ben)
    assert cast.ben.post(f"/say/{sentence}/remove/").headers["Location"] == "/say/"
    assert _kept(cast.ben, SentenceMark) == [SentenceMark(about=other, sure=5)]
    assert not Record.objects.filter(id=sentence).exists()
    assert Record.objects.filter(id=letter).exists()
    assert cast.ben.post(f"/say/{sentence}/remove/").status_code == 404


ALL = {"feeling", "reason", "request"}


@pytest.mark.parametrize(
    "parts", [["feeling"], ["reason"], ["request"], ["feeling", "request"], [], sorted(ALL)]
)
def test_it_begins_a_letter_with_the_parts_that_ben_picks(cast: Cast, parts: list[str]) -> None:
    sentence = deeds.sentence(cast.ben, own_word=True)
    picked = "".join(f"&part={part}" for part in ["", *parts])
    new = cast.ben.get(f"/letters/new/?from={sentence}{picked}").headers["Location"]
    context = cast.ben.get(new).context
    assert context["chosen"]["feelings"] == (("lonely",) if "feeling" in parts else ())
    assert context["chosen"]["request"] == ("just_listen" if "request" in parts else None)
    page = _page(cast.ben, new)
    for part, field in (("feeling", "own_word"), ("reason", "reason"), ("request", "request")):
        assert (f'data-from-field="{field}"' in page) == (part in parts)


def test_it_makes_the_whole_of_it_a_letter_and_keeps_the_sentence(cast: Cast) -> None:
    check_in = deeds.check_in(cast.ben)
    sentence = deeds.sentence(cast.ben, from_check_in=check_in)
    new = cast.ben.get(f"/letters/new/?from={sentence}").headers["Location"]
    page = cast.ben.get(new)
    assert page.context["chosen"] == {
        "feelings": ("lonely",),
        "request": "just_listen",
        "from_check_in": check_in,
    }
    assert 'data-from-field="reason"' in page.content.decode()
    assert len(_kept(cast.ben)) == 1


def test_it_sends_a_request_alone_as_a_letter(cast: Cast) -> None:
    letter = uuid4()
    form = cast.ben.sealed(cast.ben.side.own, {}, request="hug")
    assert cast.ben.post(f"/letters/{letter}/write/", form).status_code == 204
    assert "Ben would like a hug" in _page(cast.ben, f"/letters/{letter}/preview/")


@pytest.mark.parametrize("who", ["ada", "cleo", "dan", "eve"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    sentence = deeds.sentence(cast.ben)
    for url in (f"/say/{sentence}/", f"/say/new/?from={deeds.check_in(cast.ben)}"):
        assert other.get(url).status_code == 404
    assert other.get(f"/letters/{uuid4()}/write/?from={sentence}").status_code == 404
    assert other.post(f"/say/{sentence}/remove/").status_code == 404
    assert other.post("/say/new/", _form(other, sentence)).status_code == 404
    for sure in ("4", "11", ""):
        assert _mark(other, sentence, sure=sure).status_code == 404
    assert _mark(other, sentence, said="on").status_code == 404
    assert _mark(other, deeds.sentence(other), sentence, sure="4").status_code == 404
    assert Record.objects.get(id=sentence).author == cast.ben.person


def test_it_says_nothing_to_ada_of_any_of_it(cast: Cast) -> None:
    pages = ("/today/", "/timeline/", "/us/", "/me/", "/say/", "/say/how-sure/", "/me/export.json")

    def sees() -> list[bytes]:
        return [without_fresh_ids(masked(cast.ada.get(url))) for url in pages]

    couple = deeds.couple_of(cast.ada)
    before, version = sees(), deeds.version_of(couple)
    there = cast.ben.post("/say/new/", _form(cast.ben)).headers["HX-Redirect"]
    cast.ben.post(f"{there}mark/", {"record": str(uuid4()), "sure": "7"})
    cast.ben.get(f"/letters/new/?from={there.split('/')[-2]}&part=feeling")
    cast.ben.post(f"{there}remove/")
    assert sees() == before
    assert deeds.version_of(couple) == version


def _over_weeks(who: Someone, *told: tuple[int, int]) -> UUID:
    """A sentence, and how sure somebody was so many days ago."""
    sentence, log = deeds.sentence(who, sure=None), who.log
    for days, sure in told:
        mark, at = SentenceMark(about=sentence, sure=sure), timezone.now() - timedelta(days=days)
        log.write(log.own, Draft(uuid4(), mark, at, about=sentence))
    return sentence


def test_it_cannot_tell_yet_how_sure_ben_has_been(cast: Cast) -> None:
    assert "Cannot tell yet." in _page(cast.ben, "/say/how-sure/")
    _over_weeks(cast.ben, (9, 2), (5, 3))
    page = _page(cast.ben, "/say/how-sure/")
    assert "Cannot tell yet." in page
    assert '<svg class="plot"' not in page


def test_it_tells_ben_in_words_in_a_picture_and_in_a_table(cast: Cast) -> None:
    sentence = _over_weeks(cast.ben, (40, 1), (21, 3), (20, 2), (2, 6))
    _over_weeks(cast.ben, (11, 0))
    page = _page(cast.ben, "/say/how-sure/")
    assert "You said how sure you were 5 times since" in page
    assert "The lowest was 0, the highest 6, of 10." in page
    assert page.count(f'href="/say/{sentence}/"') == 1
    assert page.count('r="7"') == page.count("</tr>") - 1 == 5
    for sentence_of_ours in ("well done", "better", "progress", "improve"):
        assert sentence_of_ours not in page.lower()


def test_it_is_offered_after_a_check_in_and_from_me(cast: Cast) -> None:
    check_in = deeds.check_in(cast.ben)
    assert f'href="/say/new/?from={check_in}"' in _page(cast.ben, f"/check-in/{check_in}/")
    assert 'href="/say/"' in _page(cast.ben, "/me/")

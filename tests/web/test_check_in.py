"""The check-in: what was not touched says nothing, and a word may come later."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from tests import deeds
from tests.cast import Cast, Someone

from nearer.core.moments import CheckIn


def _kept(who: Someone) -> list[Any]:
    return [entry.moment for entry in who.log.read(who.log.own, [CheckIn], limit=9)]


def _send(who: Someone, **marks: Any) -> int:
    sliders = {"energy": "5", "pleasantness": "5", "strength": "5"}
    form = who.sealed(who.side.own, {}, **{**sliders, **marks})
    return who.post("/check-in/", form).status_code


def test_it_keeps_nothing_of_a_slider_that_ben_did_not_touch(cast: Cast) -> None:
    assert _send(cast.ben, body=["tight_chest"]) == 204
    assert _kept(cast.ben) == [CheckIn(body=("tight_chest",))]


def test_it_keeps_where_ben_put_it_the_middle_too(cast: Cast) -> None:
    assert _send(cast.ben, energy="2", said=["energy", "pleasantness"]) == 204
    assert _kept(cast.ben) == [CheckIn(energy=2, pleasantness=5)]


def test_it_takes_sliders_alone_for_nothing_until_one_is_moved(cast: Cast) -> None:
    assert _send(cast.ben, energy="2") == 422
    assert _send(cast.ben, said=["strength"]) == 204
    assert _kept(cast.ben) == [CheckIn(strength=5)]


def test_it_offers_words_by_the_sliders_that_were_moved_alone(cast: Cast) -> None:
    def offered(**cues: Any) -> list[str]:
        page = cast.ben.post("/check-in/offer/", {"energy": "9", "pleasantness": "9", **cues})
        return [one.feeling.pleasantness for one in page.context["offered"]]

    assert set(offered(said=["energy", "pleasantness"])) == {"pleasant"}
    assert offered() == offered(energy="1", pleasantness="1")


def test_it_has_a_pad_that_neither_keys_nor_a_screen_reader_meet(cast: Cast) -> None:
    page = cast.ben.get("/check-in/").content.decode()
    assert '<feeling-pad aria-hidden="true">' in page
    assert page.count("words/sliders.") == 1
    assert "words/sliders." not in cast.ben.get("/today/").content.decode()
    for label in ("Energy in you", "How it is to feel this"):
        assert label in page


def test_it_offers_ben_the_words_and_own_words_that_he_used_lately_first(cast: Cast) -> None:
    deeds.check_in(cast.ben, feelings=("hurt",))
    own = deeds.check_in(cast.ben, feelings=(), own_word=True)
    page = cast.ben.get("/check-in/").content.decode()
    assert page.index('id="id_known_hurt"') < page.index('name="body"')
    assert "That’s it, keep it" in page
    assert page.index(f'data-record="{own}"') < page.index('<words-field name="own_word"')


def _open(who: Someone) -> UUID:
    """A check-in without a word."""
    marks = {"feelings": (), "certainty": "not_sure", "body": ("tight_chest",), "energy": 2}
    return deeds.check_in(who, **marks)


def _find(who: Someone, check_in: UUID, *, own_word: str = "", **marks: Any) -> Any:
    words = {"trigger": "the door fell shut"} | ({"own_word": own_word} if own_word else {})
    return who.post(
        f"/check-in/{check_in}/word/", who.sealed(who.side.own, words, check_in, **marks)
    )


def test_it_takes_a_word_that_comes_later_and_leaves_the_rest(cast: Cast) -> None:
    check_in = _open(cast.ben)
    before = cast.ben.log.get(cast.ben.log.own, check_in)
    assert b"Has a word come?" in cast.ben.get(f"/check-in/{check_in}/").content
    page = cast.ben.get(f"/check-in/{check_in}/word/")
    assert page.context["offered"]
    assert page.content.decode().count(" carry ") == 3
    for _ in range(2):
        answer = _find(cast.ben, check_in, feelings=["hurt"])
        assert answer.headers["HX-Redirect"] == f"/check-in/{check_in}/"
    after = cast.ben.log.get(cast.ben.log.own, check_in)
    assert after.moment == CheckIn(
        body=("tight_chest",), energy=2, feelings=("hurt",), certainty="named"
    )
    assert after.at == before.at
    assert len(_kept(cast.ben)) == 1
    assert b"Has a word come?" not in cast.ben.get(f"/check-in/{check_in}/").content


def test_it_takes_several_words_and_one_of_his_own(cast: Cast) -> None:
    check_in = _open(cast.ben)
    _find(cast.ben, check_in, own_word="like glass")
    assert _kept(cast.ben)[0].certainty == "named"
    _find(cast.ben, check_in, own_word="like glass", feelings=["hurt"])
    assert (_kept(cast.ben)[0].certainty, _kept(cast.ben)[0].own_word) == ("mixed", True)


def test_it_says_kindly_that_no_word_is_there(cast: Cast) -> None:
    check_in = _open(cast.ben)
    answer = _find(cast.ben, check_in)
    assert answer.status_code == 422
    assert "Or leave it open." in answer.content.decode()
    assert _kept(cast.ben)[0].certainty == "not_sure"


@pytest.mark.parametrize("who", ["ada", "cleo", "dan"])
def test_it_finds_no_word_for_another_s_check_in(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    check_in, theirs = _open(cast.ben), _open(other)
    assert other.get(f"/check-in/{check_in}/word/").status_code == 404
    assert _find(other, check_in, feelings=["hurt"]).status_code == 404
    mixed = other.sealed(other.side.own, {}, check_in, feelings=["hurt"])
    assert other.post(f"/check-in/{theirs}/word/", mixed).status_code == 404
    assert other.get(f"/check-in/{uuid4()}/word/").status_code == 404
    assert _kept(cast.ben)[0].certainty == _kept(other)[0].certainty == "not_sure"


@pytest.mark.parametrize(("feeling", "near"), [("hopeless", True), ("hurt", False)])
def test_it_shows_help_beside_a_word_of_no_way_out(cast: Cast, feeling: str, *, near: bool) -> None:
    check_in = deeds.check_in(cast.ben, feelings=(feeling,))
    sentence = deeds.sentence(cast.ben, feeling=feeling)
    for url in (f"/check-in/{check_in}/", f"/say/{sentence}/"):
        assert ("too heavy to carry alone" in cast.ben.get(url).content.decode()) == near

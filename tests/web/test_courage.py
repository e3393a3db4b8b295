"""Ada wrote what was not easy to write. Ben says so in the form she chose, or says nothing."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from tests import deeds
from tests.trouble import everything
from tests.web.paths import masked, without_fresh_ids

from nearer.acts.acknowledge import only_id
from nearer.acts.leave import leave

if TYPE_CHECKING:
    from tests.cast import Cast, Someone


def _letter(cast: Cast, receive: str | None) -> UUID:
    letter = deeds.letter(cast.ada, receive=receive)
    deeds.open_it(cast.ben, letter)
    return letter


def _page(who: Someone, letter: UUID) -> str:
    return " ".join(unescape(who.get(f"/letters/{letter}/").content.decode()).split())


def _form(ben: Someone, letter: UUID, how: str, **words: str) -> dict[str, object]:
    space = next(space for space in ben.log.spaces if space.kind == "couple")
    return ben.sealed(space.id, words, only_id(ben.log, space, letter), how=how)


def _says(ben: Someone, letter: UUID, how: str, **words: str) -> tuple[int, str]:
    answer = ben.post(f"/letters/{letter}/courage/", _form(ben, letter, how, **words))
    return answer.status_code, unescape(answer.content.decode())


def test_ada_chooses_with_the_letter_and_sees_it_in_the_preview(cast: Cast) -> None:
    letter = uuid4()
    sent = cast.ada.sealed(
        cast.ada.side.own, {"reason": "because"}, feelings=["lonely"], receive="sign"
    )
    assert cast.ada.post(f"/letters/{letter}/write/", sent).status_code == 204
    page = unescape(cast.ada.get(f"/letters/{letter}/preview/").content.decode())
    assert "Ada would welcome a sign that you saw it." in page
    again = cast.ada.get(f"/letters/{letter}/write/")
    assert again.context["chosen"]["receive"] == "sign"


def test_where_she_says_nothing_ben_is_offered_nothing(cast: Cast) -> None:
    letter = _letter(cast, None)
    page = _page(cast.ben, letter)
    assert "easy to write" not in page
    assert cast.ben.get(f"/letters/{letter}/courage/").status_code == 404
    assert _says(cast.ben, letter, "word", word="brave")[0] == 404


def test_where_she_would_rather_have_nothing_said_one_line_says_so(cast: Cast) -> None:
    letter = _letter(cast, "nothing")
    page = _page(cast.ben, letter)
    assert "Ada would rather nothing is said about that." in page
    assert "/courage/" not in page
    assert _says(cast.ben, letter, "sign")[0] == 404


def test_a_word_goes_to_her_in_something_closed_and_once(cast: Cast) -> None:
    letter = _letter(cast, "word")
    assert "A word about that" in _page(cast.ben, letter)
    shown = cast.ben.get(f"/letters/{letter}/courage/")
    assert b"I know this wasn" in shown.content
    form = _form(cast.ben, letter, "word", word="I saw it")
    url = f"/letters/{letter}/courage/"
    assert [cast.ben.post(url, form).status_code for _ in range(2)] == [204, 204]
    status, said = _says(cast.ben, letter, "word", word="another")
    assert (status, "sent a word already" in said) == (409, True)
    assert cast.ben.get(url).headers["Location"] == f"/letters/{letter}/"
    assert "A word about that" not in _page(cast.ben, letter)
    assert "Ben left something with your letter" in _page(cast.ada, letter)
    assert "Ben left something" in unescape(cast.ada.get("/today/").content.decode())
    assert cast.ben.post(f"{url}open/").status_code == 404
    assert cast.ada.post(f"{url}open/").status_code == 302
    page = _page(cast.ada, letter)
    assert 'data-field="word"' in page
    assert "It is with them now." in page, "a word is no answer, and no answer is owed for it"
    assert "Ben left something" not in cast.ada.get("/today/").content.decode()


def test_a_sign_is_one_tap_with_what_she_will_read_beside_it(cast: Cast) -> None:
    letter = _letter(cast, "sign")
    assert "“Ben saw that this wasn’t easy to write.”" in _page(cast.ben, letter)
    assert cast.ben.get(f"/letters/{letter}/courage/").status_code == 302
    assert _says(cast.ben, letter, "sign")[0] == 204
    cast.ada.post(f"/letters/{letter}/courage/open/")
    assert "Ben saw that this wasn’t easy to write." in _page(cast.ada, letter)
    assert "You sent a sign" in _page(cast.ben, letter)


def test_a_sign_carries_no_words_whatever_is_sent_with_it(cast: Cast) -> None:
    letter = _letter(cast, "sign")
    assert _says(cast.ben, letter, "sign", word="psst")[0] == 204
    couple = deeds.couple_of(cast.ben)
    (kept,) = cast.ben.log.many(couple, [only_id(cast.ben.log, couple, letter)])
    assert kept.words == b""


@pytest.mark.parametrize(("receive", "how"), [("word", "sign"), ("sign", "word")])
def test_he_cannot_answer_in_another_form_than_the_one_she_chose(
    cast: Cast, receive: str, how: str
) -> None:
    letter = _letter(cast, receive)
    before = everything()
    status, said = _says(cast.ben, letter, how, word="brave")
    assert (status, "taken back" in said) == (409, True)
    assert everything() == before


def test_an_empty_word_is_met_with_a_kind_line_beside_the_field(cast: Cast) -> None:
    letter = _letter(cast, "word")
    status, said = _says(cast.ben, letter, "word")
    assert status == 422
    assert 'id="id_word_error"' in said
    assert "A few words, or the line that is ready." in said


def test_nobody_says_it_of_a_letter_they_wrote_or_have_not_opened(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, receive="word")
    for who in (cast.ada, cast.ben, cast.cleo, cast.dan):
        assert who.get(f"/letters/{letter}/courage/").status_code == 404
        assert who.post(f"/letters/{letter}/courage/").status_code == 404
        assert who.post(f"/letters/{letter}/courage/take-back/").status_code == 404


def test_nothing_goes_into_a_pause_of_hers_or_to_one_who_has_left(cast: Cast) -> None:
    letter = _letter(cast, "sign")
    deeds.pauses(cast.ada)
    before = everything()
    status, said = _says(cast.ben, letter, "sign")
    assert (status, "Ada is in a pause" in said) == (409, True)
    assert everything() == before
    leave(cast.ada.person, deeds.couple_of(cast.ada), erase_mine=False)
    assert _says(cast.ben, letter, "sign")[0] == 409
    assert "Send a sign" not in _page(cast.ben, letter)


@pytest.mark.parametrize("opened", [False, True])
def test_taken_back_it_is_gone_or_leaves_a_trace_and_ben_sees_the_same(
    cast: Cast,
    opened: bool,  # noqa: FBT001 - a case
) -> None:
    letter = _letter(cast, "word")
    before = masked(cast.ada.get(f"/letters/{letter}/"))
    deeds.courage(cast.ben, letter)
    if opened:
        cast.ada.post(f"/letters/{letter}/courage/open/")
    answer = cast.ben.post(f"/letters/{letter}/courage/take-back/")
    assert answer.headers["Location"] == "/today/"
    assert "You took back what you left with this letter." in _page(cast.ben, letter)
    after = masked(cast.ada.get(f"/letters/{letter}/"))
    assert (after == before) is not opened
    assert (b"Something was left with your letter." in after) is opened
    status, said = _says(cast.ben, letter, "word", word="again")
    assert (status, "taken back" in said) == (409, True)


def test_her_page_is_the_same_whether_he_read_and_kept_silent_or_never_looked(cast: Cast) -> None:
    letter = deeds.letter(cast.ada, receive="word")
    urls = (f"/letters/{letter}/", "/today/", "/timeline/")
    before = [without_fresh_ids(masked(cast.ada.get(url))) for url in urls]
    deeds.open_it(cast.ben, letter)
    assert cast.ben.get(f"/letters/{letter}/courage/").status_code == 200
    assert [without_fresh_ids(masked(cast.ada.get(url))) for url in urls] == before

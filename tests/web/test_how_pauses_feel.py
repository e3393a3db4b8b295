"""The question after several missed returns: the same for Ada and Ben, and each alone with it."""

import re
from datetime import timedelta
from typing import get_args
from uuid import UUID

import pytest
import time_machine
from django.utils import timezone
from tests import deeds
from tests.cast import Cast, Someone

from nearer.content import vocabulary
from nearer.core.moments import PausesAre, PausesFelt
from nearer.web.templatetags.pausing import PAUSES_ARE

ASKED = "How do the pauses feel for you?"
FELT = "/pulling-back/felt/"


def _today(who: Someone) -> str:
    return " ".join(who.get("/today/").content.decode().split())


def _card(who: Someone) -> str:
    """The question as it stands on Today, without the ids that are sent along with it."""
    found = re.search(r'<section id="how-pauses-feel".*?</section>', _today(who))
    assert found
    return re.sub(r'(?:value|data-\w+)="[^"]*"', "", found[0])


def _record(who: Someone) -> str:
    found = re.search(r'id="how-pauses-feel".*?name="record" value="([^"]+)"', _today(who))
    assert found
    return found[1]


def _answers(who: Someone, **marks: str) -> str:
    answer = who.post(FELT, who.sealed(who.side.own, {}, UUID(_record(who)), **marks))
    return str(answer.headers["HX-Redirect"])


def _kept(who: Someone) -> list[PausesFelt]:
    found = who.log.read(who.log.own, [PausesFelt], limit=9)
    return [entry.moment for entry in found if isinstance(entry.moment, PausesFelt)]


def test_it_asks_both_the_same_after_three_missed_returns_and_nobody_after_two(cast: Cast) -> None:
    deeds.missed_returns(cast.ben, many=2)
    assert ASKED not in _today(cast.ada) + _today(cast.ben)
    deeds.missed_returns(cast.ben, many=1)
    assert _card(cast.ada) == _card(cast.ben)
    for other in (cast.cleo, cast.dan):
        assert ASKED not in _today(other)


def test_it_names_nobody_and_counts_nothing(cast: Cast) -> None:
    deeds.missed_returns(cast.ben, many=5)
    card = re.sub(r"<[^>]*>", "", _card(cast.ada))
    assert not re.search(r"\d|Ben|Ada|three|five", card)


def test_it_does_not_ask_somebody_who_is_alone(cast: Cast) -> None:
    deeds.missed_returns(cast.cleo)
    assert ASKED not in _today(cast.cleo)


def test_it_keeps_ben_s_answer_for_him_and_goes_on_asking_ada(cast: Cast) -> None:
    deeds.missed_returns(cast.ben)
    before = _card(cast.ada)
    there = _answers(cast.ben, how="too_long")
    page = " ".join(cast.ben.get(there).content.decode().split())
    assert "They are too long for me" in page
    assert "agree on pauses" in page
    assert _kept(cast.ben) == [PausesFelt(how="too_long")]
    assert ASKED not in _today(cast.ben)
    assert _card(cast.ada) == before
    for other in (cast.ada, cast.cleo):
        assert other.get(there).status_code == 404
        assert other.post(there).status_code == 404


def test_it_is_put_away_with_one_tap_and_comes_back_after_a_fortnight_at_most(cast: Cast) -> None:
    deeds.missed_returns(cast.ben)
    assert _answers(cast.ada) == "/today/"
    assert _kept(cast.ada) == [PausesFelt()]
    deeds.missed_returns(cast.ben)
    assert ASKED not in _today(cast.ada)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        cast.ada.sign_in()
        assert ASKED not in _today(cast.ada), "nothing was missed since"
        deeds.missed_returns(cast.ben)
        assert ASKED in _today(cast.ada)


def test_it_has_no_way_to_send_that_ada_is_afraid(cast: Cast) -> None:
    deeds.missed_returns(cast.ben)
    card = _card(cast.ada)
    afraid = card.partition("I’m a bit afraid of them")[2].partition("</details>")[0]
    assert "/help/" in afraid
    assert "<form" not in afraid
    assert afraid.count("<a ") == 1
    for how in ("afraid", "x" * 300):
        words = cast.ada.sealed(cast.ada.side.own, {}, how=how)
        assert cast.ada.post(FELT, words).status_code == 422
    assert _kept(cast.ada) == []


def test_it_keeps_one_answer_for_two_tabs_the_first_one(cast: Cast) -> None:
    deeds.missed_returns(cast.ben)
    record = _record(cast.ada)
    for how in ("left_alone", "help", ""):
        cast.ada.post(FELT, {"record": record, "how": how, "words": ""})
    assert _kept(cast.ada) == [PausesFelt(how="left_alone")]


def test_it_takes_words_for_herself_and_takes_them_back_without_asking_again(cast: Cast) -> None:
    deeds.missed_returns(cast.ben)
    there = _answers(cast.ada, how="left_alone")
    record = UUID(there.split("/")[-2])
    for note in ("the stairs creak", "the stairs creak, and then nothing"):
        form = cast.ada.sealed(cast.ada.side.own, {"note": note}, record)
        assert cast.ada.post(there, form).headers["HX-Redirect"] == there
    entry = cast.ada.log.get(cast.ada.log.own, record)
    assert entry.moment == PausesFelt(how="left_alone")
    words = cast.ada.side.open_words(entry.space, record, entry.author, entry.words)
    assert words == {"note": "the stairs creak, and then nothing"}
    assert cast.ada.post(there, {"record": str(record), "words": "!"}).status_code == 422
    assert cast.ada.post(f"{there}remove/").headers["Location"] == "/today/"
    assert cast.ada.log.get(cast.ada.log.own, record).words == b""
    assert _kept(cast.ada) == [PausesFelt()]
    assert ASKED not in _today(cast.ada)
    assert cast.ada.get(there).status_code == 404


def test_it_takes_no_id_of_somebody_else_s(cast: Cast) -> None:
    record = deeds.pauses_felt(cast.ben)
    form = cast.ada.sealed(cast.ada.side.own, {}, record, how="help")
    assert cast.ada.post(FELT, form).status_code == 404


@pytest.mark.parametrize("talk", ["good", "agree", "shorter", "one_line", "after"])
def test_it_lends_ada_a_sentence_for_a_letter(cast: Cast, talk: str) -> None:
    there = cast.ada.get(f"/letters/new/?sentence={talk}").headers["Location"]
    page = cast.ada.get(there).content.decode()
    assert cast.ada.get("/today/").context["vocabulary"].borrowed[talk].label in page


def test_it_has_words_for_each_answer_that_can_be_kept_and_for_no_other() -> None:
    answers = set(get_args(PausesAre))
    assert set(PAUSES_ARE) == answers
    assert {talk.how for talk in vocabulary().pause_talks} == answers

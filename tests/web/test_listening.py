"""Ada and Ben listen to each other, each on their own phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import deeds
from tests.web.listeners import (
    a_turn,
    form,
    invites,
    move,
    now,
    page,
    reads,
    taps,
    text,
    writes,
)
from tests.web.paths import TOKEN, without_fresh_ids

from nearer.core.moments import ListeningKept, ListeningMove, ListeningRound, Moment
from nearer.store.models import Record

if TYPE_CHECKING:
    from tests.cast import Cast, Someone


def rows(cast: Cast) -> int:
    kinds: list[type[Moment]] = [ListeningRound, ListeningMove, ListeningKept]
    return len(cast.ada.log.read(deeds.couple_of(cast.ada), kinds, limit=90))


def test_it_goes_from_the_question_to_what_makes_sense_and_back_the_other_way(cast: Cast) -> None:
    ada, ben = cast.ada, cast.ben
    assert "Ask Ben" in page(ada)
    assert invites(ada).headers["Location"] == "/listening/"
    assert "Ben is asked" in text(ada)
    assert "Ada would like to say something" in text(ben)
    taps(ben, "accept")
    assert "Ada begins when you are both here" in text(ben)
    taps(ada, "begin")
    assert "3 minutes, until about" in text(ada)
    assert "there is no hurry" in ada.get("/listening/time/").content.decode()
    assert "Ada is speaking" in text(ben)
    writes(ada, "said", said="I hear the kettle and you are away")
    assert "Ben says back what came across" in text(ada)
    assert reads(ben) == ["I hear the kettle and you are away"]
    writes(ben, "heard", heard="You don't like the kettle")
    assert reads(ada) == ["You don't like the kettle"]
    writes(ada, "nearly", missing="It is you I miss")
    assert reads(ben) == ["I hear the kettle and you are away", "It is you I miss"]
    writes(ben, "heard")
    assert "Said aloud." in text(ada)
    writes(ada, "thats_it")
    assert "What makes sense about it?" in text(ben)
    writes(ben, "sense", sense="I do go quiet then")
    for one in (ada, ben):
        assert reads(one) == ["I do go quiet then"]
        assert "Enough for now" in page(one)


def test_it_keeps_of_it_what_both_say_and_only_for_as_long_as_both_want_it(cast: Cast) -> None:
    ada, ben = cast.ada, cast.ben
    invites(ada)
    taps(ben, "accept")
    a_turn(ada, ben)
    taps(ben, "swap")
    a_turn(ben, ada, written=False)
    taps(ada, "close")
    for one in (ada, ben):
        assert "Keep what was written?" in text(one)
    taps(ada, "keep")
    noted = page(ada)
    to = taps(ben, "keep").headers["Location"]
    assert "You both kept it." in text(ben, to)
    assert "You both kept it." in now(ada, noted).content.decode()
    entry = cast.ada.log.read(deeds.couple_of(ada), [ListeningKept], limit=1)[0]
    for one in (ada, ben):
        url = f"/listening/kept/{entry.id}/"
        assert url in page(one)
        assert reads(one, url) == [
            "I hear the kettle and you are away",
            "You miss me while I am there",
            "I do go quiet then",
        ]
        assert "What Ada said" in text(one, url)
        assert "What makes sense to Ben" in text(one, url)
    assert rows(cast) == 4
    ben.post(f"/listening/kept/{entry.id}/remove/")
    assert rows(cast) == 0
    assert ada.get(f"/listening/kept/{entry.id}/").status_code == 404


def test_it_lets_ben_say_no_and_nothing_is_left_of_the_question(cast: Cast) -> None:
    invites(cast.ada, "hear")
    open_page = page(cast.ada)
    assert "Ada would like to listen to you" in text(cast.ben)
    to = taps(cast.ben, "decline").headers["Location"]
    assert "Not this time" in text(cast.ben, to)
    assert "Not this time" in now(cast.ada, open_page).content.decode()
    assert rows(cast) == 0


def test_it_shows_ada_the_same_whether_ben_said_no_or_she_never_heard(cast: Cast) -> None:
    invites(cast.ada)
    asked = page(cast.ada)
    taps(cast.ben, "decline")
    declined = now(cast.ada, asked).content
    invites(cast.ada)
    Record.objects.filter(space_id=deeds.couple_of(cast.ada).id).delete()
    gone = now(cast.ada, asked).content
    assert without_fresh_ids(TOKEN.sub(b"", declined)) == without_fresh_ids(TOKEN.sub(b"", gone))


def test_it_lets_either_just_sit_at_any_time(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "sit")
    assert "Nothing has to be said." in text(cast.ada)
    taps(cast.ada, "begin")
    for one in (cast.ada, cast.ben):
        assert "Just sit" in text(one)
        assert "3 minutes, until about" in text(one)
    to = taps(cast.ben, "close").headers["Location"]
    assert "You two sat together." in text(cast.ben, to)
    assert rows(cast) == 0
    invites(cast.ada)
    taps(cast.ben, "accept")
    taps(cast.ada, "sit")
    assert "Just sit" in text(cast.ben)


def test_it_lets_either_stop_at_any_time_and_the_words_go_with_it(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    a_turn(cast.ada, cast.ben)
    assert rows(cast) == 7
    to = taps(cast.ben, "leave").headers["Location"]
    assert "The round is over." in text(cast.ben, to)
    assert rows(cast) == 0
    assert "Ask Ben" in page(cast.ada)


def test_it_says_after_the_third_miss_that_nobody_is_at_fault(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    taps(cast.ada, "begin")
    writes(cast.ada, "said")
    for how in ("nearly", "no", "no"):
        writes(cast.ben, "heard", heard="something else")
        writes(cast.ada, how)
    for one in (cast.ada, cast.ben):
        assert "nobody is at fault" in text(one)
        assert "Let’s rest" in page(one)
    writes(cast.ada, "again", said="It is you I miss")
    assert reads(cast.ben) == ["It is you I miss"]


@pytest.mark.parametrize(("ada", "ben"), [("keep", "let_go"), ("let_go", "keep")])
def test_it_looks_the_same_whichever_of_the_two_said_no(cast: Cast, ada: str, ben: str) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    a_turn(cast.ada, cast.ben)
    taps(cast.ada, "close")
    before, bens = page(cast.ben), text(cast.ben)
    taps(cast.ada, ada)
    noted = "Noted If you both want it, it is kept."
    assert noted in text(cast.ada)
    assert text(cast.ben) == bens
    assert now(cast.ben, before).status_code == 204
    adas = page(cast.ada)
    to = taps(cast.ben, ben).headers["Location"]
    told = "The round is over, and nothing of it was kept. That takes both."
    assert told in text(cast.ben, to)
    assert told in now(cast.ada, adas).content.decode()
    assert rows(cast) == 0


def test_it_is_told_to_an_open_page_only_when_it_concerns_it(cast: Cast) -> None:
    invites(cast.ada)
    shown = page(cast.ada)
    deeds.letter(cast.ben)
    assert now(cast.ada, shown).status_code == 204
    taps(cast.ben, "accept")
    assert "Begin when you are both here" in now(cast.ada, shown).content.decode()


def test_it_never_takes_away_a_field_in_which_ben_may_be_writing(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    taps(cast.ada, "begin")
    writes(cast.ada, "said")
    shown = page(cast.ben)
    taps(cast.ada, "sit")
    told = now(cast.ben, shown)
    assert told.headers["HX-Retarget"] == "#news"
    assert "Ada would like to just sit now." in told.content.decode()
    late = cast.ben.post("/listening/words/", form(cast.ben, "heard", {"heard": "x"}, shown))
    assert late.status_code == 409
    assert "What you wrote is still here." in late.content.decode()
    taps(cast.ada, "leave")
    assert "The round is over." in now(cast.ben, shown).content.decode()
    late = cast.ben.post("/listening/words/", form(cast.ben, "heard", {"heard": "x"}, shown))
    assert late.status_code == 409


def test_it_makes_one_move_of_a_double_tap_and_tells_the_second_what_is_true(cast: Cast) -> None:
    invites(cast.ada)
    tap = move(page(cast.ben), "accept")
    for _ in "12":
        cast.ben.post("/listening/move/", tap)
    assert rows(cast) == 2
    taps(cast.ada, "begin")
    said = form(cast.ada, "said", {"said": "the kettle"}, page(cast.ada))
    for _ in "12":
        answer = cast.ada.post("/listening/words/", said)
        assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/listening/")
    assert rows(cast) == 4
    ours, theirs = page(cast.ada), page(cast.ben)
    cast.ada.post("/listening/move/", move(ours, "sit"))
    late = cast.ben.post("/listening/move/", move(theirs, "sit"))
    assert "It went on a little meanwhile." in text(cast.ben, late.headers["Location"])


def test_it_asks_for_a_few_words_or_for_saying_it_aloud(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    taps(cast.ada, "begin")
    data = form(cast.ada, "said", {}, page(cast.ada))
    answer = cast.ada.post("/listening/words/", data)
    assert answer.status_code == 422
    assert "Or say it aloud." in answer.content.decode()
    aloud = form(cast.ada, "said", {"said": "and this I had written"}, page(cast.ada))
    cast.ada.post("/listening/words/", {**aloud, "aloud": "1"})
    assert "Said aloud." in text(cast.ben)


def test_it_does_not_let_ben_make_adas_moves_or_answer_before_thats_it(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    taps(cast.ada, "begin")
    data = move(page(cast.ben), "leave")
    for what in ("sense", "said", "thats_it"):
        sealed = cast.ben.sealed(deeds.couple_of(cast.ben).id, {"sense": "but I"}) | data
        answer = cast.ben.post("/listening/words/", {**sealed, "what": what, "aloud": "1"})
        assert answer.status_code == 409, what
    assert rows(cast) == 3


def test_it_asks_nobody_in_a_pause_and_lets_a_round_wait_for_one(cast: Cast) -> None:
    invites(cast.ada)
    taps(cast.ben, "accept")
    taps(cast.ada, "begin")
    shown = page(cast.ada)
    deeds.pauses(cast.ben)
    assert "Ben needs a pause right now." in text(cast.ada)
    assert "Ben needs a pause right now." in now(cast.ada, shown).content.decode()
    late = cast.ada.post("/listening/words/", form(cast.ada, "said", {"said": "x"}, shown))
    assert late.status_code == 409
    assert "They need a pause right now." in late.content.decode()
    sit = cast.ada.post("/listening/move/", move(shown, "sit"))
    assert sit.headers["Location"] == "/listening/?news=1"
    taps(cast.ada, "leave")
    refused = invites(cast.ada)
    assert refused.status_code == 409
    assert "You can ask when they are back." in refused.content.decode()


def test_it_has_one_round_open_at_a_time(cast: Cast) -> None:
    invites(cast.ada)
    assert invites(cast.ben).headers["Location"] == "/listening/?news=1"
    assert "Ada would like to say something" in text(cast.ben)
    assert rows(cast) == 1


@pytest.mark.parametrize("who", ["cleo", "dan", "eve"])
def test_it_shows_nothing_of_it_to_a_stranger_or_an_ex(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    invites(cast.ada)
    taps(cast.ben, "accept")
    stolen = move(page(cast.ada), "begin")
    assert "Ask the other one" in page(other)
    gone = other.post("/listening/move/", stolen)
    assert "The round is over." in text(other, gone.headers["Location"])
    sealed = other.sealed(other.side.own, {"said": "x"}) | stolen | {"what": "said"}
    assert other.post("/listening/words/", sealed).status_code == 409
    assert other.post("/listening/keep/", {**sealed, "what": "keep"}).status_code == 204
    assert rows(cast) == 2
    assert invites(other, phones="two").status_code == 404


def test_it_is_there_on_today_for_the_one_who_is_asked_and_quietly_for_both(cast: Cast) -> None:
    invites(cast.ada)
    assert "Ada would like to say something" in text(cast.ben, "/today/")
    assert "/listening/" in page(cast.ada, "/today/")
    taps(cast.ben, "decline")
    assert "would like to say" not in text(cast.ben, "/today/")

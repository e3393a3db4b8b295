"""One phone, passed across the table: one person's account, and two who listen to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import deeds
from tests.web.listeners import (
    answers,
    form,
    held,
    invites,
    move,
    now,
    page,
    reads,
    taps,
    text,
    writes,
)

from nearer.core.moments import ListeningKept, ListeningMove, ListeningRound, Moment

if TYPE_CHECKING:
    from tests.cast import Cast, Someone


def one_turn(who: Someone) -> None:
    """A whole turn on the phone of somebody who speaks first."""
    invites(who, phones="one")
    taps(who, "accept", url=held(who))
    taps(who, "begin", url=held(who))
    writes(who, "said", said="I hear the kettle")
    writes(who, "heard", url=held(who), heard="You miss me")
    writes(who, "thats_it", url=held(who))
    writes(who, "sense", url=held(who), sense="I do go quiet")


def running(who: Someone) -> int:
    kinds: list[type[Moment]] = [ListeningRound, ListeningMove]
    return len(who.log.read(who.log.own, kinds, limit=90))


def test_it_is_passed_from_hand_to_hand_and_ben_s_own_phone_knows_nothing_of_it(cast: Cast) -> None:
    ada = cast.ada
    invites(ada, phones="one")
    assert "Pass the phone: Ben" in text(ada)
    url = held(ada)
    assert "Ada would like to say something" in text(ada, url)
    taps(ada, "accept", url=url)
    assert "Pass the phone: Ada" in text(ada)
    assert "Ada would like" not in page(cast.ben)
    assert "Ask Ada" in page(cast.ben)
    taps(ada, "begin", url=held(ada))
    assert "Pass the phone" not in text(ada)
    writes(ada, "said")
    assert "Pass the phone: Ben" in text(ada)


def test_it_is_kept_for_both_where_both_can_read_it(cast: Cast) -> None:
    ada, ben = cast.ada, cast.ben
    one_turn(ada)
    assert reads(ada) == ["I do go quiet"]
    taps(ada, "close")
    first = answers(ada, "keep")
    assert first.headers["HX-Redirect"] == "/listening/"
    assert "Pass the phone: Ada" in text(ada)
    second = answers(ada, "keep", url=held(ada))
    assert second.headers["HX-Redirect"] == "/listening/?was=kept"
    assert running(ada) == 0
    [entry] = ada.log.read(deeds.couple_of(ada), [ListeningKept], limit=5)
    url = f"/listening/kept/{entry.id}/"
    for one in (ada, ben):
        assert url in page(one)
        assert reads(one, url)[:3] == ["I hear the kettle", "You miss me", "I do go quiet"]
        shown = text(one, url)
        assert shown.index("What Ada said") < shown.index("What Ben heard")
        assert "What makes sense to Ben" in shown
    ben.post(f"{url}remove/")
    assert ada.get(url).status_code == 404


@pytest.mark.parametrize(("one", "other"), [("keep", "let_go"), ("let_go", "keep")])
def test_it_is_gone_if_one_of_them_says_no_and_looks_the_same(
    cast: Cast, one: str, other: str
) -> None:
    one_turn(cast.ada)
    taps(cast.ada, "close")
    answers(cast.ada, one)
    assert "Keep what was written?" in text(cast.ada, held(cast.ada))
    to = answers(cast.ada, other, url=held(cast.ada)).headers["HX-Redirect"]
    assert to == "/listening/?was=keeping"
    assert "That takes both." in text(cast.ada, to)
    assert running(cast.ada) == 0
    assert cast.ada.log.read(deeds.couple_of(cast.ada), [ListeningKept], limit=5) == []


def test_it_is_there_for_cleo_who_is_alone_here(cast: Cast) -> None:
    cleo = cast.cleo
    assert "The other one needs no account." in text(cleo)
    one_turn(cleo)
    taps(cleo, "swap")
    taps(cleo, "begin")
    writes(cleo, "said", said="I never know when")
    writes(cleo, "heard", url=held(cleo))
    writes(cleo, "thats_it", url=held(cleo))
    writes(cleo, "sense", url=held(cleo))
    taps(cleo, "close")
    answers(cleo, "keep")
    answers(cleo, "keep", url=held(cleo))
    [entry] = cleo.log.read(cleo.log.own, [ListeningKept], limit=5)
    shown = text(cleo, f"/listening/kept/{entry.id}/")
    assert "What The other one heard" in shown
    opened = [one for one in reads(cleo, f"/listening/kept/{entry.id}/") if one]
    assert opened == ["I hear the kettle", "You miss me", "I do go quiet", "I never know when"]


def test_it_keeps_one_answer_of_a_double_tap_and_none_without_its_words(cast: Cast) -> None:
    ada = cast.ada
    one_turn(ada)
    taps(ada, "close")
    shown = page(ada)
    bare = ada.post("/listening/keep/", form(ada, "keep", {}, shown))
    assert bare.status_code == 422
    assert "Something went missing" in bare.content.decode()
    data = form(ada, "keep", {"said_1": "I hear the kettle"}, shown)
    assert ada.post("/listening/keep/", data).headers["HX-Redirect"] == "/listening/"
    assert ada.post("/listening/keep/", data).headers["HX-Redirect"] == "/listening/?news=1"
    assert "Pass the phone: Ada" in text(ada)
    tap = ada.post("/listening/move/", move(page(ada, held(ada)), "keep"))
    assert tap.headers["Location"] == "/listening/?news=1"
    assert running(ada) == 9


def test_it_stays_in_hand_while_something_else_changes_and_can_be_put_down(cast: Cast) -> None:
    ada = cast.ada
    invites(ada, phones="one")
    url = held(ada)
    shown = page(ada, url)
    deeds.letter(cast.ben)
    assert now(ada, shown).status_code == 204
    assert now(ada, page(ada)).status_code == 204
    taps(ada, "decline", url=url)
    assert running(ada) == 0
    invites(ada, "sit", phones="one")
    taps(ada, "accept", url=held(ada))
    taps(ada, "begin", url=held(ada))
    assert "Just sit" in text(ada)
    taps(ada, "leave")
    assert running(ada) == 0

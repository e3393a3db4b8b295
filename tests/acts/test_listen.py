"""A listening round as it is kept while it runs, and how nothing of it is left."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection, connections
from django.utils import timezone
from tests import deeds
from tests.trouble import everything

from nearer.acts import listen
from nearer.acts.leave import leave
from nearer.acts.listen import OneIsOpen
from nearer.acts.pull_back import InPause
from nearer.core.listening import LIES_AT_MOST, NotNow, NotYours, OutOfStep, What, WrongMove
from nearer.core.moments import ListeningKept, ListeningMove, ListeningRound, Moment
from nearer.store.log import Closed, Entry, NotThere
from nearer.store.models import Record, Session

if TYPE_CHECKING:
    from tests.cast import Cast, Someone


def asks(who: Someone, *, phones: str = "two") -> UUID:
    """Somebody asks the other to listen. Gives the round's id."""
    record = uuid4()
    asked = ListeningRound(way="say", minutes=3, phones=phones)  # type: ignore[arg-type]
    listen.invite(who.log, record, asked, now=timezone.now())
    return record


def does(who: Someone, found: UUID, number: int | None, what: What, words: str = "") -> bool:
    """Somebody makes a move."""
    box = b""
    if words:
        who.learn_words_keys()
        space = listen.places(who.log)[-1].id
        record = listen.move_id(who.log, who.log.space(space), found, number or 0)
        box = who.side.seal_words(space, record, {"said": words})
    return listen.make(who.log, found, number, what, box, now=timezone.now())


def a_turn(cast: Cast) -> UUID:
    """A whole turn, written by both."""
    found = asks(cast.ada)
    does(cast.ben, found, 1, "accept")
    does(cast.ada, found, 2, "begin")
    does(cast.ada, found, 3, "said", "the kettle")
    does(cast.ben, found, 4, "heard", "the pan")
    does(cast.ada, found, 5, "no", "not the pan")
    does(cast.ben, found, 6, "heard", "the kettle")
    does(cast.ada, found, 7, "thats_it")
    does(cast.ben, found, 8, "sense", "it is loud")
    return found


def rows(who: Someone) -> list[Entry]:
    kinds: list[type[Moment]] = [ListeningRound, ListeningMove, ListeningKept]
    return who.log.read(deeds.couple_of(who), kinds, limit=90)


def now_running(who: Someone) -> listen.Running:
    found = listen.running(who.log, now=timezone.now())
    assert found is not None
    return found


def test_it_is_the_same_round_for_both_and_each_is_on_their_side(cast: Cast) -> None:
    found = a_turn(cast)
    adas, bens = now_running(cast.ada), now_running(cast.ben)
    assert adas.id == bens.id == found
    assert adas.state == bens.state
    assert (adas.side, bens.side) == ("one", "other")
    assert [part.number for part, _ in adas.whole] == [3, 6, 8]
    assert adas.ends is None


def test_it_takes_no_move_that_is_not_bens_or_not_next(cast: Cast) -> None:
    found = asks(cast.ada)
    with pytest.raises(NotYours):
        does(cast.ada, found, 1, "accept")
    with pytest.raises(NotNow):
        does(cast.ben, found, 1, "sense")
    does(cast.ben, found, 1, "accept")
    with pytest.raises(OutOfStep):
        does(cast.ben, found, 1, "accept")
    for who in (cast.cleo, cast.dan):
        with pytest.raises(NotThere):
            does(who, found, None, "leave")
    assert len(rows(cast.ada)) == 2
    letter = deeds.letter(cast.ada)
    with pytest.raises(NotThere):
        does(cast.ada, letter, None, "leave")


def test_it_keeps_each_ones_words_in_their_name_and_what_was_missed_is_gone(cast: Cast) -> None:
    found = a_turn(cast)
    does(cast.ben, found, 9, "close")
    assert does(cast.ben, found, None, "keep")
    assert len(rows(cast.ada)) == 11
    with pytest.raises(WrongMove):
        does(cast.ben, found, None, "let_go")
    assert not does(cast.ada, found, None, "keep")
    assert listen.running(cast.ada.log, now=timezone.now()) is None
    [note] = listen.kept(cast.ben.log)
    moves = listen.words_of(cast.ben.log, note)
    told = [(move.author, move.moment.number) for move in moves]  # type: ignore[attr-defined]
    assert told == [(cast.ada.id, 3), (cast.ben.id, 6), (cast.ben.id, 8)]
    assert len(rows(cast.ada)) == 4
    listen.remove_kept(cast.ada.log, note)
    assert rows(cast.ben) == []


@pytest.mark.parametrize("what", ["leave", "let_go"])
def test_it_leaves_nothing_where_one_does_not_want_it_kept(cast: Cast, what: What) -> None:
    before = everything(Session)
    found = a_turn(cast)
    if what == "let_go":
        does(cast.ben, found, 9, "close")
        does(cast.ada, found, None, "keep")
    assert not does(cast.ben, found, None, what)
    assert rows(cast.ada) == []
    assert len(everything(Session)) == len(before)
    assert not Record.objects.filter(id=found).exists()


def test_it_lets_go_after_a_day_of_what_lies_unfinished_and_of_a_question(cast: Cast) -> None:
    """Ben sees it no more at once; the rows go with the next round, since looking rings nowhere."""
    now = timezone.now()
    for begin in (asks, lambda _: a_turn(cast)):
        with time_machine.travel(now, tick=False):
            begin(cast.ada)
        now += LIES_AT_MOST
        assert listen.running(cast.ben.log, now=now - timedelta(minutes=1)) is not None
        before = deeds.version_of(deeds.couple_of(cast.ada))
        assert listen.running(cast.ben.log, now=now + timedelta(minutes=1)) is None
        assert deeds.version_of(deeds.couple_of(cast.ada)) == before
        now += timedelta(minutes=2)
    left = len(rows(cast.ada))
    with time_machine.travel(now, tick=False):
        asks(cast.ada)
    assert len(rows(cast.ada)) == 1 < left


def test_it_lets_go_of_a_round_of_which_a_part_does_not_open(cast: Cast) -> None:
    found = a_turn(cast)
    move = now_running(cast.ada).move(4)
    assert move is not None
    Record.objects.filter(id=move.id).update(marks=b"\x01" * 300)
    assert listen.running(cast.ada.log, now=timezone.now()) is None
    with pytest.raises(NotThere):
        does(cast.ben, found, None, "leave")


def test_it_takes_ben_for_ben_whatever_his_move_says(cast: Cast) -> None:
    """With two phones, whose move it is follows from its author, whom a seal holds to it."""
    found = asks(cast.ada)
    does(cast.ben, found, 1, "accept")
    move = now_running(cast.ada).move(1)
    assert move is not None
    assert (move.author, move.moment.side) == (cast.ben.id, "other")  # type: ignore[attr-defined]


def test_it_has_one_round_at_a_time_and_none_into_a_pause(cast: Cast) -> None:
    found = asks(cast.ada)
    with pytest.raises(OneIsOpen):
        asks(cast.ben)
    with pytest.raises(OneIsOpen):
        asks(cast.ada, phones="one")
    asks_again(cast.ada, found)
    assert len(rows(cast.ada)) == 1
    deeds.pauses(cast.ben)
    does(cast.ben, found, 1, "accept")
    with pytest.raises(InPause):
        does(cast.ada, found, 2, "begin")
    does(cast.ada, found, 2, "leave")
    with pytest.raises(InPause):
        asks(cast.ada)
    asks(cast.ada, phones="one")
    does(cast.ada, now_running(cast.ada).id, None, "accept")


def asks_again(who: Someone, record: UUID) -> None:
    """The same question, sent twice."""
    asked = ListeningRound(way="say", minutes=3)
    listen.invite(who.log, record, asked, now=timezone.now())


def test_it_needs_two_phones_of_two_who_are_linked(cast: Cast) -> None:
    with pytest.raises(NotThere):
        asks(cast.cleo)
    found = asks(cast.cleo, phones="one")
    assert now_running(cast.cleo).side == "other"
    does(cast.cleo, found, 1, "accept")
    assert now_running(cast.cleo).side == "one"


def test_it_writes_nothing_once_ben_has_left_the_couple_and_lets_go_of_what_lay_there(
    cast: Cast,
) -> None:
    kept = a_turn(cast)
    does(cast.ben, kept, 9, "close")
    does(cast.ben, kept, None, "keep")
    does(cast.ada, kept, None, "keep")
    found = a_turn(cast)
    log = cast.ada.log
    couple = log.couple
    assert couple is not None
    leave(cast.ben.person, cast.ben.log.space(couple.id), erase_mine=False)
    with pytest.raises(Closed):
        listen.make(log, found, 9, "swap", now=timezone.now())
    listen.sweep_ended(cast.ada.log)
    left = cast.ada.log.read(couple, [ListeningRound, ListeningMove, ListeningKept], limit=90)
    assert len(left) == 4
    listen.sweep_ended(cast.ada.log)
    [note] = listen.kept(cast.ada.log)
    listen.remove_kept(cast.ada.log, note)
    assert listen.kept(cast.ada.log) == []


@pytest.mark.django_db(transaction=True)
def test_it_makes_one_move_of_two_taps_at_once_and_tells_the_other(cast: Cast) -> None:
    """Ada would swap while Ben would just sit: one of them is first, and the round stays whole."""
    found = a_turn(cast)
    both_ready, told = Barrier(2), list[str]()

    def tap(who: Someone, what: What) -> None:
        log = who.log
        both_ready.wait()
        try:
            listen.make(log, found, 9, what, now=timezone.now())
            told.append("made")
        except OutOfStep:
            told.append("late")
        finally:
            connections.close_all()

    threads = [Thread(target=tap, args=one) for one in ((cast.ada, "swap"), (cast.ben, "sit"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["late", "made"]
    assert now_running(cast.ada).state.number == 10
    assert connection.vendor

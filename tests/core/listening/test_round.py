"""A listening round: one speaks, one says back what they heard, and only then answers."""

from datetime import timedelta

import pytest
from tests.core.listening.at_the_table import (
    ADA,
    BEN,
    MISSED,
    MONDAY,
    ONE_TURN,
    TO_ANSWER,
    TO_CHECK,
    TO_HEAR,
    TO_SPEAK,
    after,
    move,
)

from nearer.core.listening import (
    LIES_AT_MOST,
    MOST_TURNS,
    Move,
    NotNow,
    NotYours,
    OutOfStep,
    Part,
    Side,
    What,
    at_hand,
    begun,
    follow,
    is_left_lying,
    may,
    replay,
    timer_ends,
    turn_of,
    waits_for,
)


def test_it_asks_ben_and_lets_ada_take_the_question_back() -> None:
    asked = after()
    assert may(asked, BEN) == {"accept", "decline", "sit", "leave"}
    assert may(asked, ADA) == {"leave"}
    assert waits_for(asked, ADA) == BEN
    assert waits_for(asked, BEN) is None


def test_it_lets_whoever_is_to_speak_begin_when_they_are_there() -> None:
    assert turn_of(after((BEN, "accept"))) == ADA
    assert turn_of(after((BEN, "accept"), way="hear")) == BEN
    assert turn_of(after((BEN, "accept"), way="sit")) == ADA


def test_it_goes_from_speaking_to_saying_back_to_checking_to_answering() -> None:
    phases = [after(*TO_SPEAK), after(*TO_HEAR), after(*TO_CHECK), after(*TO_ANSWER)]
    told = [(state.phase, turn_of(state)) for state in phases]
    assert told == [
        ("speaking", ADA),
        ("paraphrase", BEN),
        ("checking", ADA),
        ("validate", BEN),
    ]
    assert after(*ONE_TURN).phase == "between"


def test_it_lets_ben_try_three_times_and_then_it_is_nobodys_fault() -> None:
    stuck = after(*MISSED)
    assert stuck.phase == "again"
    assert may(stuck, ADA) == {"again", "close", "sit", "leave"}
    assert may(stuck, BEN) == {"close", "sit", "leave"}
    once_more = follow(stuck, move(stuck, ADA, "again"))
    assert (once_more.phase, once_more.misses) == ("paraphrase", 0)
    rested = follow(stuck, move(stuck, BEN, "close"))
    assert rested.phase == "over"


def test_it_gives_ben_the_word_when_they_swap_and_each_has_two_turns_at_most() -> None:
    state = after(*ONE_TURN)
    for turn in range(2, MOST_TURNS + 1):
        state = follow(state, move(state, BEN, "swap"))
        speaker, listener = (BEN, ADA) if turn % 2 == 0 else (ADA, BEN)
        assert (state.phase, state.speaker, state.turn) == ("ready", speaker, turn)
        its_moves: tuple[tuple[Side, What], ...] = (
            *((speaker, "begin"), (speaker, "said"), (listener, "heard")),
            *((speaker, "thats_it"), (listener, "sense")),
        )
        for side, what in its_moves:
            state = follow(state, move(state, side, what))
    assert may(state, ADA) == may(state, BEN) == {"close", "sit", "leave"}


def test_it_lets_ben_just_sit_where_ada_wanted_to_talk() -> None:
    sits = after((BEN, "sit"))
    assert (sits.phase, sits.speaker, turn_of(sits)) == ("ready", None, ADA)
    assert after((BEN, "sit"), (ADA, "begin")).phase == "sitting"
    assert after((BEN, "accept"), (ADA, "begin"), way="sit").phase == "sitting"


@pytest.mark.parametrize("side", [ADA, BEN])
def test_it_lets_either_just_sit_in_the_middle_of_a_talk(side: str) -> None:
    for moves in (TO_SPEAK, TO_HEAR, TO_CHECK, TO_ANSWER, ONE_TURN, MISSED):
        state = after(*moves)
        sat = follow(state, move(state, side, "sit"))  # type: ignore[arg-type]
        assert (sat.phase, sat.speaker) == ("sitting", None)
        assert "sit" not in may(sat, ADA)


def test_it_keeps_what_was_written_in_whole_turns_and_what_was_missed_is_none_of_it() -> None:
    missed = (*TO_CHECK, (ADA, "nearly"), (BEN, "heard"), (ADA, "thats_it"), (BEN, "sense"))
    state = after(*missed, written=True)
    assert state.whole == (Part(1, 3), Part(1, 6), Part(1, 8))
    assert after(*missed).whole == ()


def test_it_counts_the_one_sentence_and_not_what_was_said_before_it() -> None:
    on: tuple[tuple[Side, What], ...]
    on = ((ADA, "again"), (BEN, "heard"), (ADA, "thats_it"), (BEN, "sense"))
    assert after(*MISSED, *on, written=True).whole[0] == Part(1, 10)
    state = after(*MISSED, written=True)
    aloud = follow(state, move(state, ADA, "again"))
    assert aloud.said == 3


def test_it_asks_nothing_at_the_end_where_nothing_was_written() -> None:
    assert after(*ONE_TURN, (ADA, "close")).phase == "over"
    assert after(*ONE_TURN, (ADA, "close"), written=True).phase == "keeping"
    assert after(*ONE_TURN, (ADA, "sit"), (BEN, "close"), written=True).phase == "keeping"
    assert after(*TO_CHECK, (ADA, "sit"), (BEN, "close"), written=True).phase == "over"


@pytest.mark.parametrize(
    ("ada", "ben", "end"),
    [
        ("keep", "keep", "kept"),
        ("keep", "let_go", "over"),
        ("let_go", "keep", "over"),
        ("let_go", "let_go", "over"),
    ],
)
def test_it_keeps_only_what_both_want_to_keep(ada: str, ben: str, end: str) -> None:
    closed = (*ONE_TURN, (BEN, "close"))
    asked = after(*closed, written=True)
    assert may(asked, ADA) == may(asked, BEN) == {"keep", "let_go"}
    one = follow(asked, move(asked, ADA, ada))  # type: ignore[arg-type]
    assert (one.phase, may(one, ADA), waits_for(one, ADA)) == ("keeping", frozenset(), BEN)
    assert may(one, BEN) == may(asked, BEN)
    assert waits_for(one, BEN) is None
    both = follow(one, move(one, BEN, ben))  # type: ignore[arg-type]
    assert both.phase == end
    assert both.is_done
    assert may(both, ADA) == may(both, BEN) == frozenset()


def test_it_says_what_is_wrong_with_a_move() -> None:
    state = after(*TO_HEAR)
    with pytest.raises(OutOfStep) as late:
        follow(state, Move(BEN, 3, "heard", MONDAY))
    assert late.value.expected == 4
    with pytest.raises(OutOfStep):
        follow(state, Move(BEN, 5, "heard", MONDAY))
    with pytest.raises(NotYours):
        follow(state, move(state, ADA, "heard"))
    with pytest.raises(NotNow):
        follow(state, move(state, BEN, "sense"))


def test_it_is_the_same_round_in_whatever_order_its_moves_are_read() -> None:
    state, moves = begun("say", MONDAY), []
    for side, what in ONE_TURN:
        moves.append(move(state, side, what))
        state = follow(state, moves[-1])
    assert replay("say", MONDAY, reversed(moves)) == state


def test_it_works_the_timer_out_from_its_start_and_has_none_while_ben_thinks() -> None:
    speaking = after(*TO_SPEAK)
    assert timer_ends(speaking, 3) == speaking.since + timedelta(minutes=3)
    assert timer_ends(after(*TO_HEAR), 3) is None
    assert timer_ends(after((BEN, "sit"), (ADA, "begin")), 2) == MONDAY + timedelta(minutes=4)


def test_it_lets_go_of_what_has_lain_for_a_day() -> None:
    asked = after()
    assert not is_left_lying(asked, MONDAY + LIES_AT_MOST - timedelta(seconds=1))
    assert is_left_lying(asked, MONDAY + LIES_AT_MOST)


def test_it_knows_whose_hands_the_one_phone_belongs_in() -> None:
    assert at_hand(after()) == BEN
    assert at_hand(after(*TO_SPEAK)) == ADA
    assert at_hand(after(*TO_HEAR)) == BEN
    assert at_hand(after(*ONE_TURN)) == BEN
    closing = after(*ONE_TURN, (BEN, "close"), written=True)
    assert at_hand(closing) == BEN
    answered = follow(closing, move(closing, BEN, "keep"))
    assert at_hand(answered) == ADA
    done = follow(answered, move(answered, ADA, "keep"))
    assert at_hand(done) == ADA

"""What no path through a listening round can do, however Ada and Ben take it."""

from collections import deque
from collections.abc import Iterator

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.core.listening.at_the_table import ADA, BEN, MONDAY, move

from nearer.core.listening import (
    MOST_MISSES,
    Move,
    Round,
    Side,
    Way,
    What,
    begun,
    follow,
    may,
    replay,
    the_other,
    waits_for,
)

SIDES: tuple[Side, ...] = (ADA, BEN)
WAYS: tuple[Way, ...] = ("say", "hear", "sit")


class AnyRound(RuleBasedStateMachine):
    """Ada and Ben make whatever moves they may, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.way: Way = "say"
        self.moves: list[Move] = []
        self.state = begun(self.way, MONDAY)

    @precondition(lambda self: not self.moves or self.state.is_done)
    @rule(way=st.sampled_from(WAYS))
    def asks(self, way: Way) -> None:
        self.way, self.moves, self.state = way, [], begun(way, MONDAY)

    @precondition(lambda self: not self.state.is_done)
    @rule(data=st.data(), side=st.sampled_from(SIDES), written=st.booleans())
    def goes_on(self, data: st.DataObject, side: Side, *, written: bool) -> None:
        open_to = sorted(may(self.state, side))
        if not open_to:
            return
        what: What = data.draw(st.sampled_from(open_to))
        was = self.state
        made = move(was, side, what, written=written)
        self.state = follow(was, made)
        self.moves.append(made)
        if what == "sense":
            self.the_listener_answers_only_after_thats_it(side)

    def the_listener_answers_only_after_thats_it(self, side: Side) -> None:
        *_, before, _ = self.moves
        assert (before.what, before.side) == ("thats_it", the_other(side))

    @invariant()
    def it_is_nothing_but_its_moves(self) -> None:
        assert replay(self.way, MONDAY, self.moves) == self.state
        assert self.state.number == len(self.moves) + 1

    @invariant()
    def each_has_something_to_do_or_somebody_to_wait_for_and_a_way_out(self) -> None:
        if self.state.is_done:
            return
        for side in SIDES:
            has = may(self.state, side)
            if self.state.phase == "keeping":
                assert has or waits_for(self.state, side) == the_other(side)
                continue
            assert "leave" in has
            assert has - {"leave", "sit"} or waits_for(self.state, side) == the_other(side)
            out = follow(self.state, move(self.state, side, "leave"))
            assert out.phase == "over"

    @invariant()
    def it_never_counts_past_the_third_miss(self) -> None:
        assert self.state.misses <= MOST_MISSES
        assert (self.state.misses == MOST_MISSES) == (self.state.phase == "again") or (
            self.state.speaker is None or self.state.is_done
        )

    @invariant()
    def it_is_kept_only_if_both_have_said_so(self) -> None:
        kept = {made.side for made in self.moves if made.what == "keep"}
        assert (self.state.phase == "kept") == (kept == set(SIDES))


AnyRound.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyRound = AnyRound.TestCase


def _shape(state: Round) -> tuple[object, ...]:
    """What a state can do next depends on this, and not on times or numbers."""
    parts = bool(state.whole)
    return (state.phase, state.speaker, state.turn, state.misses, parts, state.answers)


def _next(state: Round) -> Iterator[Round]:
    for side in SIDES:
        for what in sorted(may(state, side)):
            for written in (False, True):
                yield follow(state, move(state, side, what, written=written))


def _everywhere() -> dict[tuple[object, ...], list[tuple[object, ...]]]:
    """Every state there is, and the states that follow it."""
    ahead = deque(begun(way, MONDAY) for way in WAYS)
    found: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    while ahead:
        state = ahead.popleft()
        if _shape(state) in found:
            continue
        after = list(_next(state))
        found[_shape(state)] = [_shape(one) for one in after]
        ahead.extend(after)
    return found


def test_from_every_state_there_is_an_end_can_be_reached_and_none_but_an_end_is_stuck() -> None:
    found = _everywhere()
    ends = {shape for shape in found if shape[0] in ("kept", "over")}
    assert {shape for shape, after in found.items() if not after} == ends
    reach = set(ends)
    while more := {s for s, after in found.items() if s not in reach and reach & set(after)}:
        reach |= more
    assert reach == set(found)


def test_the_listener_answers_from_no_state_but_after_thats_it() -> None:
    found = _everywhere()
    leads_there = {
        shape[0] for shape, after in found.items() if any(s[0] == "validate" for s in after)
    }
    assert leads_there == {"checking"}

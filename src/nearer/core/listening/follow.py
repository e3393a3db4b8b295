"""From one state of a round to the next. A round is a fold over its moves, and nothing else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from nearer.core.listening.errors import NotNow, NotYours, OutOfStep
from nearer.core.listening.round import (
    BOTH,
    MOST_MISSES,
    Move,
    Part,
    Phase,
    Round,
    Way,
    What,
    begun,
    the_other,
)
from nearer.core.listening.turns import may

SECOND = 2
"""The number of the next move when the first one has just been made."""


def replay(way: Way, at: datetime, moves: Iterable[Move]) -> Round:
    """The round as it stands after these moves, in any order. Raises WrongMove."""
    state = begun(way, at)
    for move in sorted(moves, key=lambda move: move.number):
        state = follow(state, move)
    return state


def follow(state: Round, move: Move) -> Round:
    """The round after this move. Raises OutOfStep, NotYours or NotNow."""
    if move.number != state.number:
        raise OutOfStep(state.number)
    if move.what not in may(state, move.side):
        if move.what in may(state, the_other(move.side)):
            raise NotYours(move.what)
        raise NotNow(move.what)
    state = replace(state, number=move.number + 1, since=move.at, last=move.side)
    return _AFTER[move.what](state, move)


def _accepted(state: Round, _: Move) -> Round:
    return replace(state, phase="ready")


def _swapped(state: Round, _: Move) -> Round:
    speaker = the_other(state.speaker or "one")
    turn = state.turn + 1
    return replace(state, phase="ready", speaker=speaker, turn=turn, said=None, heard=None)


def _began(state: Round, _: Move) -> Round:
    return replace(state, phase="speaking" if state.speaker else "sitting")


def _sat_down(state: Round, _: Move) -> Round:
    """Sitting instead of talking. Where both have just come to it, they begin it like a turn."""
    return replace(state, phase="ready" if state.number == SECOND else "sitting", speaker=None)


def _said(state: Round, move: Move) -> Round:
    return replace(state, phase="paraphrase", said=move.number if move.written else None)


def _said_again(state: Round, move: Move) -> Round:
    """The one sentence takes the place of all before it; said aloud, what was written stays."""
    said = move.number if move.written else state.said
    return replace(state, phase="paraphrase", said=said, misses=0)


def _heard(state: Round, move: Move) -> Round:
    return replace(state, phase="checking", heard=move.number if move.written else None)


def _was_it(state: Round, _: Move) -> Round:
    return replace(state, phase="validate", misses=0)


def _missed(state: Round, _: Move) -> Round:
    misses = state.misses + 1
    phase: Phase = "again" if misses == MOST_MISSES else "paraphrase"
    return replace(state, phase=phase, misses=misses, heard=None)


def _made_sense(state: Round, move: Move) -> Round:
    """The turn is whole: said, heard as it was right, and made sense of."""
    numbers = (state.said, state.heard, move.number if move.written else None)
    parts = tuple(Part(state.turn, number) for number in numbers if number is not None)
    return replace(state, phase="between", whole=state.whole + parts)


def _closed(state: Round, _: Move) -> Round:
    return replace(state, phase="keeping" if state.whole else "over")


def _answered(state: Round, move: Move) -> Round:
    """Kept only if both say so. One answer alone changes nothing that the other could see."""
    answers = (*state.answers, (move.side, move.what == "keep"))
    kept: Phase = "kept" if all(keep for _, keep in answers) else "over"
    return replace(state, answers=answers, phase=kept if len(answers) == len(BOTH) else "keeping")


def _over(state: Round, _: Move) -> Round:
    return replace(state, phase="over")


_AFTER: Mapping[What, Callable[[Round, Move], Round]] = {
    "accept": _accepted,
    "decline": _over,
    "begin": _began,
    "said": _said,
    "heard": _heard,
    "thats_it": _was_it,
    "nearly": _missed,
    "no": _missed,
    "again": _said_again,
    "sense": _made_sense,
    "swap": _swapped,
    "sit": _sat_down,
    "close": _closed,
    "keep": _answered,
    "let_go": _answered,
    "leave": _over,
}

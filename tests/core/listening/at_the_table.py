"""Ada and Ben at a table: the moves of a listening round as they make them."""

from datetime import UTC, datetime, timedelta

from nearer.core.listening import Move, Round, Side, Way, What, begun, follow

MONDAY = datetime(2026, 11, 2, 20, 0, tzinfo=UTC)
ADA: Side = "one"
BEN: Side = "other"


def move(state: Round, side: Side, what: What, *, written: bool = False) -> Move:
    """The next move of a round, a minute after the last one."""
    return Move(side, state.number, what, state.since + timedelta(minutes=1), written)


def after(*moves: tuple[Side, What], way: Way = "say", written: bool = False) -> Round:
    """A round that Ada began, after these moves."""
    state = begun(way, MONDAY)
    for side, what in moves:
        state = follow(state, move(state, side, what, written=written))
    return state


TO_SPEAK: tuple[tuple[Side, What], ...] = ((BEN, "accept"), (ADA, "begin"))
TO_HEAR = (*TO_SPEAK, (ADA, "said"))
TO_CHECK = (*TO_HEAR, (BEN, "heard"))
MISSED = (*TO_CHECK, (ADA, "nearly"), (BEN, "heard"), (ADA, "no"), (BEN, "heard"), (ADA, "nearly"))
TO_ANSWER = (*TO_CHECK, (ADA, "thats_it"))
ONE_TURN = (*TO_ANSWER, (BEN, "sense"))

"""Who can do what in a round, and for whom somebody waits."""

from collections.abc import Mapping

from nearer.core.listening.round import MOST_TURNS, Phase, Round, Side, What, the_other

_OF_ONE: Mapping[Phase, frozenset[What]] = {
    "invited": frozenset({"accept", "decline"}),
    "ready": frozenset({"begin"}),
    "speaking": frozenset({"said"}),
    "paraphrase": frozenset({"heard"}),
    "checking": frozenset({"thats_it", "nearly", "no"}),
    "again": frozenset({"again"}),
    "validate": frozenset({"sense"}),
}
"""What the one does whose turn it is. The listener's own view has no place before `validate`."""

_OF_BOTH: Mapping[Phase, frozenset[What]] = {
    "again": frozenset({"close"}),
    "between": frozenset({"swap", "close"}),
    "sitting": frozenset({"close"}),
}
"""What either of the two can do."""


def turn_of(state: Round) -> Side | None:
    """Whose turn it is; None where either can go on, or none needs to."""
    match state.phase:
        case "invited":
            return "other"
        case "ready" | "speaking" | "checking" | "again":
            return state.speaker or "one"
        case "paraphrase" | "validate":
            return the_other(state.speaker or "one")
    return None


def may(state: Round, side: Side) -> frozenset[What]:
    """Every move that this one can make now. Until a round closes, leaving is among them."""
    if state.is_done:
        return frozenset()
    if state.phase == "keeping":
        return frozenset() if state.has_answered(side) else frozenset({"keep", "let_go"})
    moves: set[What] = {"leave", *_OF_BOTH.get(state.phase, ())}
    if turn_of(state) == side:
        moves |= _OF_ONE[state.phase]
    if state.speaker is not None and (state.phase != "invited" or side == "other"):
        moves.add("sit")
    if state.turn == MOST_TURNS:
        moves.discard("swap")
    return frozenset(moves)


def waits_for(state: Round, side: Side) -> Side | None:
    """The other, where the round waits for them alone; None where this one can go on."""
    if state.phase == "keeping":
        return the_other(side) if state.has_answered(side) else None
    turn = turn_of(state)
    return turn if turn is not None and turn != side else None


def at_hand(state: Round) -> Side:
    """Who holds the phone now, where there is one for both: whose turn it is, or who has it."""
    if state.phase == "keeping":
        open_answers: list[Side] = [state.last, the_other(state.last)]
        return next((side for side in open_answers if not state.has_answered(side)), state.last)
    return turn_of(state) or state.last

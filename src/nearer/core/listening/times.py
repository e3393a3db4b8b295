"""The quiet timer, and how long a round may lie unfinished: worked out, never counted down."""

from datetime import datetime, timedelta

from nearer.core.listening.round import Round

LIES_AT_MOST = timedelta(days=1)
"""After a day without a move a round is gone, and so is an invitation: it hangs over nobody."""


def timer_ends(state: Round, minutes: int) -> datetime | None:
    """When the turn or the sitting is over; None while there is no timer. Nobody is cut off."""
    if state.phase not in {"speaking", "sitting"}:
        return None
    return state.since + timedelta(minutes=minutes)


def is_left_lying(state: Round, now: datetime) -> bool:
    """Whether nothing has come for so long that the round is let go."""
    return now - state.since >= LIES_AT_MOST

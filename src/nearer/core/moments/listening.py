"""A listening round while it runs: its invitation and its moves; and what both kept of it."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from nearer.core.listening.round import MOST_TURNS, Side, Way, What
from nearer.core.moments.marks import Minutes, Moment


class ListeningRound(Moment, frozen=True, kw_only=True, tag="listening_round"):
    """An invitation, and what it invites to. It goes when the round is over.

    `phones`: two, in the couple's space; or one that is passed across the table, in the space of
    the one whose phone it is.
    """

    way: Way
    minutes: Minutes
    phones: Literal["two", "one"] = "two"


class ListeningMove(Moment, frozen=True, kw_only=True, tag="listening_move"):
    """A move in the round `about`. Words, if it was written: said, heard, missing or sense.

    `side` says who made it where one phone is passed and one person keeps it for both; with two
    phones its author says so.
    """

    about: UUID
    number: Annotated[int, Meta(ge=1, le=500)]
    what: What
    side: Side


class ListeningKept(Moment, frozen=True, kw_only=True, tag="listening_kept"):
    """That both have said: this is kept. Its words are those of the moves about the round `about`.

    Where one phone was passed there is no such round, and the words are here: said_1, heard_1,
    sense_1 and so on for each turn. `way` and the author say who spoke first.
    """

    way: Literal["say", "hear"]
    turns: Annotated[int, Meta(ge=1, le=MOST_TURNS)]
    about: UUID | None = None


KEPT_WORDS = tuple(
    f"{part}_{turn}" for turn in range(1, MOST_TURNS + 1) for part in ("said", "heard", "sense")
)
"""The words of a round that was kept from one phone."""

"""Listening rounds that the people of the tests are in, or have kept, before a test begins."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.utils import timezone
from tests import deeds

from nearer.acts.listen import invite, kept, make, move_id
from nearer.core.moments import ListeningRound

if TYPE_CHECKING:
    from tests.cast import Someone

    from nearer.core.listening import Side, What

TO_SPEAK: tuple[tuple[Side, What], ...] = (("other", "accept"), ("one", "begin"))
A_TURN: tuple[tuple[Side, What], ...] = (
    *TO_SPEAK,
    *(("one", "said"), ("other", "heard"), ("one", "thats_it"), ("other", "sense")),
)


def listening(who: Someone, other: Someone | None, *moves: tuple[Side, What]) -> UUID:
    """Somebody asked the other to listen, and they came so far. Gives the round's id.

    Without the other it is on one phone. What is said, heard and made sense of is written.
    """
    record, now = uuid4(), timezone.now()
    asked = ListeningRound(way="say", minutes=3, phones="two" if other else "one")
    invite(who.log, record, asked, now=now)
    for number, (side, what) in enumerate(moves, start=1):
        maker = other if other and side == "other" else who
        space = deeds.couple_of(who) if other else who.log.own
        its_id = move_id(maker.log, space, record, number)
        written = what in {"said", "heard", "sense"}
        maker.learn_words_keys()
        words: dict[str, str] = {what: "I miss you"} if written else {}
        box = maker.side.seal_words(space.id, its_id, words) if written else b""
        make(maker.log, record, number, what, box, now=now)
    return record


def kept_round(who: Someone, other: Someone) -> UUID:
    """Two have listened to each other, and kept it. Gives the id of what is kept."""
    found = listening(who, other, *A_TURN, ("one", "close"))
    for one in (who, other):
        make(one.log, found, None, "keep", now=timezone.now())
    return kept(who.log)[0].id

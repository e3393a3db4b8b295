"""Today, worked out from what was kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic
from uuid import UUID

from nearer.core.appreciations import see_goods
from nearer.core.letters import see, unsent
from nearer.core.letters.seen import E
from nearer.core.today.could import Could, what_one_could_do
from nearer.core.today.waits import Waits, what_waits


@dataclass(frozen=True, slots=True)
class Today(Generic[E]):
    """What waits, most pressing first, and one thing one could do. There is always one."""

    waits: tuple[Waits[E], ...]
    could: Could[E]


def today(
    entries: Iterable[E],
    *,
    who: UUID,
    now: datetime,
    to_compare: UUID | None = None,
    to_listen: UUID | None = None,
    linked: bool = False,
    answered: Iterable[E] = (),
) -> Today[E]:
    """Today for `who`.

    `entries` are recent ones of the couple's space and of `who`'s own, in any order. `now` is
    in the person's own time zone: it says when their day began. `to_compare` is the invite whose
    words they have not compared yet, `to_listen` a listening round in which it is their turn.
    `answered` are their copies of letters by link to which an answer has come, oldest first.
    """
    kept = tuple(entries)
    letters = see(kept, who=who)
    goods = see_goods(kept, who=who)
    waits = what_waits(
        letters, goods, to_compare=to_compare, to_listen=to_listen, answered=answered
    )
    could = what_one_could_do(letters, unsent(kept, who=who), kept, who=who, now=now, linked=linked)
    return Today(tuple(waits), could)

"""Beginnings for each part of a reply, chosen by what the letter says of itself."""

from collections.abc import Collection, Sequence

from nearer.core.moments.reply import Part
from nearer.core.replies.rules import Starter

MOST = 3


def starters_for(
    starters: Sequence[Starter], part: Part, *, families: Collection[str], request: str | None
) -> tuple[Starter, ...]:
    """Up to three beginnings of this part: those that fit the letter best, then any that fit.

    `families` are those of the letter's feelings. What names a family or a request fits only
    letters that have it; of those that fit equally well, the first in the file comes first.
    """
    fitting = [one for one in starters if one.part == part and _fits(one, families, request)]
    return tuple(sorted(fitting, key=_is_general)[:MOST])


def _fits(starter: Starter, families: Collection[str], request: str | None) -> bool:
    family = not starter.families or any(one in starter.families for one in families)
    return family and (not starter.requests or request in starter.requests)


def _is_general(starter: Starter) -> int:
    """How many of the two it leaves open: the fewer, the closer it is to this letter."""
    return (not starter.families) + (not starter.requests)

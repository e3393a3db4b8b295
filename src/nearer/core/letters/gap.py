"""The guess gap: how an answer felt, beside what the one who answered had guessed."""

from dataclasses import dataclass
from typing import Literal

from nearer.core.letters.seen import E, SeenReply
from nearer.core.moments import Felt, FeltGuess

Item = Literal["understood", "valued", "cared"]
ITEMS: tuple[Item, ...] = ("understood", "valued", "cared")


@dataclass(frozen=True, slots=True)
class Gap:
    """One of the three, from 0 not at all to 4 very much. No difference, no sum, no mean.

    A number made of the two would be a score of the one who guessed (evidence 6.3).
    """

    item: Item
    guessed: int
    was: int


def guess_gap(reply: SeenReply[E]) -> tuple[Gap, ...]:
    """What both may see of a guess at how this reply felt: nothing unless both have agreed.

    Only what was guessed and said is in it.
    """
    felt = reply.felt.moment if reply.felt else None
    guess = reply.guess.moment if reply.guess else None
    if not (isinstance(felt, Felt) and felt.shared):
        return ()
    if not (isinstance(guess, FeltGuess) and guess.shared):
        return ()
    pairs = ((item, getattr(guess, item), getattr(felt, item)) for item in ITEMS)
    return tuple(
        Gap(item, guessed, was)
        for item, guessed, was in pairs
        if guessed is not None and was is not None
    )

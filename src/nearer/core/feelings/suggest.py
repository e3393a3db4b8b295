"""A few words to offer, from whatever somebody can say so far, each with its reason.

For each word every cue either speaks for it, says nothing, or speaks against it:

- *body*: speaks for a word whose body cues have it; never against.
- *energy*: for, if it lies in the word's range; against, if more than `SLACK` outside.
- *pleasantness*: for, on the word's side of the middle (unpleasant 0-4, pleasant 6-10); against,
  more than `SLACK` beyond that side. Says nothing about words that can be either.
- *in control*, *toward or away*: for or against a word that has the same or the other; says
  nothing about words that have neither.
- *family*: only words of a family picked freely are offered at all.

**Consistency.** A word is as consistent with some cues as few of them speak against it. Offered
are only the most consistent words there are; among them those come first that more cues speak
for; among equals, families take turns. It follows, and is tested:

1. No word that is left out is more consistent with the cues than one that is offered.
2. One more cue never costs consistency with the cues given before, as long as any word can take
   it in; if none can (no single word fits what was said: it may be mixed), each offered word has
   at most one more of the earlier cues against it than before.
3. A word on the list that the new cue speaks for stays on the list.
4. One more cue never turns two words round, unless it speaks better for the one that rises.

One could not ask for more: of two cues that no word fits both of, a list has to give one up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nearer.core.feelings.cues import Cues
from nearer.core.feelings.vocabulary import Feeling, Vocabulary

LIMIT = 7
"""So many words are offered: as many as can be read at a glance."""

SLACK = 2
"""Points on a scale of 0 to 10. People place energy very differently (SD 2 of 9)."""

SIDES = {"unpleasant": (0, 4), "pleasant": (6, 10)}

CueName = Literal["body", "energy", "pleasantness", "in_control", "toward_away", "family"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One cue that speaks for a word.

    `value` is an id (of a body cue or a family), low/middle/high, unpleasant/pleasant, yes/no, or
    toward/away: something a page has a phrase for.
    """

    cue: CueName
    value: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word to offer and what speaks for it; nothing does when it is there for variety."""

    feeling: Feeling
    because: tuple[Reason, ...]


def suggest(cues: Cues, vocabulary: Vocabulary, limit: int = LIMIT) -> tuple[Suggestion, ...]:
    """At most `limit` words that it could be, best first. Never empty, and never a verdict.

    The same cues give the same list. A family or body cue that is not known says nothing.
    """
    family = cues.family if cues.family in vocabulary.by_family else None
    pool = [word for word in vocabulary.offered_order if family in (None, word.family)]
    against = [speaking_against(cues, word) for word in pool]
    fewest = min(against, default=0)
    fitting = [
        Suggestion(word, tuple(speaking_for(cues, word)))
        for word, count in zip(pool, against, strict=True)
        if count == fewest
    ]
    fitting.sort(key=lambda offer: len(offer.because), reverse=True)
    return tuple(fitting[:limit])


def speaking_against(cues: Cues, word: Feeling) -> int:
    """How many of these cues speak against this word."""
    side = SIDES.get(word.pleasantness)
    return (
        _is_beyond(cues.energy, word.energy, SLACK)
        + (side is not None and _is_beyond(cues.pleasantness, side, SLACK))
        + _is_other(cues.in_control, word.control)
        + _is_other(cues.toward_away, word.direction)
    )


def speaking_for(cues: Cues, word: Feeling) -> Iterator[Reason]:
    """The cues that speak for this word, the person's own body first."""
    for cue in dict.fromkeys(cues.body):
        if cue in word.body:
            yield Reason("body", cue)
    if cues.energy is not None and not _is_beyond(cues.energy, word.energy, 0):
        yield Reason("energy", _third(cues.energy))
    if _side(cues.pleasantness) == word.pleasantness:
        yield Reason("pleasantness", word.pleasantness)
    if cues.in_control is not None and cues.in_control == word.control:
        yield Reason("in_control", cues.in_control)
    if cues.toward_away is not None and cues.toward_away == word.direction:
        yield Reason("toward_away", cues.toward_away)
    if cues.family == word.family:
        yield Reason("family", word.family)


def _side(place: int | None) -> str | None:
    """Which side of the middle a pleasantness is on; None if it is not said or in the middle."""
    if place is None:
        return None
    return next((side for side, (low, high) in SIDES.items() if low <= place <= high), None)


def _is_beyond(place: int | None, ends: tuple[int, int], slack: int) -> bool:
    """Whether a place on a scale lies more than `slack` outside these ends."""
    return place is not None and not ends[0] - slack <= place <= ends[1] + slack


def _is_other(said: str | None, hint: str | None) -> bool:
    return said is not None and hint is not None and said != hint


def _third(place: int) -> str:
    """Which part of a scale of 0 to 10 a place is in, in a word that can be read out."""
    if place <= 3:  # noqa: PLR2004 - the lower of three parts
        return "low"
    return "middle" if place <= 6 else "high"  # noqa: PLR2004 - the middle one

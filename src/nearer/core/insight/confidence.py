"""How sure somebody was that they could say their sentences, over time, for themselves alone.

What was said and when, and nothing worked out from it: no mean, no line, no trend. A sentence that
is harder to say begins lower, so that a mean over different sentences would say what somebody
chose to try, not how sure they are (evidence 6.3). Only one and the same sentence is compared,
with itself. Days without a mark are gaps.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from nearer.core.moments import Entry, Sentence, SentenceMark

SPAN = timedelta(weeks=26)
"""How far back one looks: few say how sure they are more than once a week."""

ENOUGH = 5
ENOUGH_DAYS = 3
"""So many marks, on so many days, before anything is drawn (our choice; evidence gives none)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How sure somebody was of one sentence on one day, 0 to 10."""

    sentence: UUID
    day: date
    sure: int


@dataclass(frozen=True, slots=True)
class Again:
    """A sentence that somebody came back to on another day: its first mark and its last."""

    sentence: UUID
    first: Mark
    last: Mark


@dataclass(frozen=True, slots=True)
class Confidence:
    """What there is to see. With `enough` false everything but the number of marks is empty."""

    count: int
    enough: bool
    since: date
    until: date
    lowest: int | None = None
    highest: int | None = None
    marks: tuple[Mark, ...] = ()
    again: tuple[Again, ...] = ()


def confidence(entries: Iterable[Entry], *, now: datetime, zone: ZoneInfo) -> Confidence:
    """The last half year of marks, oldest first, from one's own entries of whatever kind."""
    told = sorted(
        (
            (entry.at.astimezone(zone), *said)
            for entry in entries
            if now - SPAN <= entry.at <= now and (said := _said(entry)) is not None
        ),
        key=lambda one: one[0],
    )
    marks = tuple(Mark(sentence, at.date(), sure) for at, sentence, sure in told)
    since, until = (now - SPAN).astimezone(zone).date(), now.astimezone(zone).date()
    if len(marks) < ENOUGH or len({mark.day for mark in marks}) < ENOUGH_DAYS:
        return Confidence(len(marks), enough=False, since=since, until=until)
    return Confidence(
        count=len(marks),
        enough=True,
        since=marks[0].day,
        until=until,
        lowest=min(mark.sure for mark in marks),
        highest=max(mark.sure for mark in marks),
        marks=marks,
        again=_again(marks),
    )


def _said(entry: Entry) -> tuple[UUID, int] | None:
    """Which sentence an entry says how sure about, and how sure; None where it says nothing."""
    match entry.moment:
        case Sentence(sure=int(sure)):
            return entry.id, sure
        case SentenceMark(about=about, sure=int(sure)):
            return about, sure
    return None


def _again(marks: tuple[Mark, ...]) -> tuple[Again, ...]:
    """Those sentences that have marks on two days or more, the one marked last first."""
    of: dict[UUID, list[Mark]] = {}
    for mark in marks:
        of.setdefault(mark.sentence, []).append(mark)
    both = [
        Again(sentence, own[0], own[-1])
        for sentence, own in of.items()
        if own[0].day != own[-1].day
    ]
    return tuple(sorted(both, key=lambda one: one.last.day, reverse=True))

"""What both can see, over twelve weeks: the same picture for both, and never one beside the other.

Counted is what somebody did and the other saw: letters, answers to them, returns, rounds. Both
together: what is left out on purpose is who, how many pauses there were (evidence 6.3.6), and what
did not happen. Days and weeks are those of UTC, so that both see the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from nearer.core.growth.follow import Follow, Row, follow
from nearer.core.growth.span import Span, monday
from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.days import ENOUGH
from nearer.core.letters.gap import ITEMS
from nearer.core.moments import (
    Entry,
    Felt,
    Letter,
    ListeningKept,
    MeasureShown,
    PauseChange,
    Reply,
)

FEWEST = 3
"""What happened less often is not counted out (our choice, as in `insight/patterns.py`)."""

LETTERS = 5
"""So many letters before they are drawn (our choice)."""

OF_EACH = 5
"""So many days with a shared rating of each of the two: of one alone it would be a mark for the
other."""

A_WAIT = timedelta(days=1)
"""An answer that came later than this was waited for."""

SETTLED = timedelta(days=7)
"""How old a shared rating is before it is here. Until then whoever answered can still guess it."""

SCALE = (0.0, 4.0)


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday, and how many letters the two sent in it."""

    begins: date
    count: int


@dataclass(frozen=True, slots=True)
class Ours:
    """What there is to see. A count is None below its minimum; `weeks` is then empty."""

    span: Span
    letters: int | None
    weeks: tuple[Week, ...]
    waits: int | None
    returns: int | None
    rounds: int | None
    felt: Follow | CannotTell


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of one form that both show: in each row one of each, in the order of `people`."""

    measure: str
    people: tuple[UUID, ...]
    rows: tuple[Row, ...]


def ours(entries: Iterable[Entry], *, span: Span, now: datetime) -> Ours:
    """The picture of twelve weeks, from what is in the couple's space and nothing else."""
    kept = [e for e in entries if span.begins(UTC) <= e.at < span.ends(UTC)]
    letters = {e.id: e for e in kept if isinstance(e.moment, Letter)}
    sent = Counter(monday(_day(one)) for one in letters.values())
    enough = len(letters) >= LETTERS
    backs = [e for e in kept if isinstance(e.moment, PauseChange) and e.moment.what == "back"]
    rounds = [e for e in kept if isinstance(e.moment, ListeningKept)]
    return Ours(
        span=span,
        letters=len(letters) if enough else None,
        weeks=tuple(Week(one, sent[one]) for one in span.weeks) if enough else (),
        waits=_told(_waits(letters, kept)),
        returns=_told({e.moment.about for e in backs if isinstance(e.moment, PauseChange)}),
        rounds=_told(rounds),
        felt=_felt([e for e in kept if e.at <= now - SETTLED], span),
    )


def _told(things: Sequence[object] | set[UUID]) -> int | None:
    return len(things) if len(things) >= FEWEST else None


def _day(entry: Entry) -> date:
    return entry.at.astimezone(UTC).date()


def _waits(letters: Mapping[UUID, Entry], kept: Iterable[Entry]) -> set[UUID]:
    """The letters that were answered, and not within a day."""
    return {
        letter.id
        for e in kept
        if isinstance(e.moment, Reply) and (letter := letters.get(e.moment.about)) is not None
        if e.author != letter.author and e.at - letter.at >= A_WAIT
    }


def _felt(kept: Sequence[Entry], span: Span) -> Follow | CannotTell:
    """How answers felt to both, where both share it. What is missing is not said whose it is."""
    shared = [(e, e.moment) for e in kept if isinstance(e.moment, Felt) and e.moment.shared]
    days: dict[UUID, set[date]] = {}
    for entry, _ in shared:
        days.setdefault(entry.author, set()).add(_day(entry))
    if len(days) < 2 or min(map(len, days.values())) < OF_EACH:  # noqa: PLR2004 - two people
        return CannotTell("too_few", 0, ENOUGH)
    marks: list[tuple[date, dict[str, float | None]]] = [
        (_day(e), {item: getattr(felt, item) for item in ITEMS}) for e, felt in shared
    ]
    return follow(marks, ITEMS, until=span.until, scale=SCALE)


def scores(entries: Iterable[Entry], people: Sequence[UUID]) -> tuple[Scores, ...]:
    """The scores of each form of which both show FEWEST or more. One alone is nowhere.

    Of two scores on one day the later counts.
    """
    found: dict[str, dict[UUID, dict[date, float]]] = {}
    for entry in sorted(entries, key=lambda e: (e.at, e.id)):
        if isinstance(entry.moment, MeasureShown):
            of = found.setdefault(entry.moment.measure, {})
            of.setdefault(entry.author, {})[_day(entry)] = float(entry.moment.score)
    return tuple(
        Scores(measure, tuple(people), _rows([of[one] for one in people]))
        for measure, of in sorted(found.items())
        if all(len(of.get(one, {})) >= FEWEST for one in people)
    )


def _rows(of_each: Sequence[Mapping[date, float]]) -> tuple[Row, ...]:
    every = sorted({day for own in of_each for day in own})
    return tuple(Row(day, tuple(own.get(day) for own in of_each)) for day in every)

"""From the entries two people have kept to what one of them sees of the good things shown.

What the other has opened is put aside before anything is worked out, as in core/letters/view.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic
from uuid import UUID

from nearer.core.letters import Shown, shown
from nearer.core.letters.seen import E
from nearer.core.moments import Appreciation, AskedBack, Opened, TakenBack, ToldMore
from nearer.core.moments.taken_back import What


@dataclass(frozen=True, slots=True)
class SeenGood(Generic[E]):
    """Something good that was shown; a question about it, and the answer, if there are any."""

    good: Shown[E]
    question: Shown[E] | None = None
    answer: Shown[E] | None = None


@dataclass(frozen=True, slots=True)
class _Known(Generic[E]):
    """What `who` may know: entries and notes, by what they are and the good thing they are of."""

    entries: dict[tuple[What, UUID], E] = field(default_factory=dict)
    notes: dict[tuple[What, UUID], E] = field(default_factory=dict)
    opened: set[UUID] = field(default_factory=set)


def see_goods(entries: Iterable[E], *, who: UUID) -> tuple[SeenGood[E], ...]:
    """Every good thing between the two that is there for `who`, newest first.

    `entries` are those of the couple's space and of `who`'s own, in any order; what is kept for
    oneself, and other kinds, are passed over.
    """
    known = _gather(entries, who)
    ids = {one for what, one in known.entries.keys() | known.notes.keys() if what == "appreciation"}
    seen = [good for one in ids if (good := _good(known, one, who)) is not None]
    return tuple(sorted(seen, key=lambda one: (one.good.at, one.good.id), reverse=True))


def see_good(entries: Iterable[E], good: UUID, *, who: UUID) -> SeenGood[E] | None:
    """One good thing as `who` sees it, or None if for them there is none."""
    return _good(_gather(entries, who), good, who)


def _gather(entries: Iterable[E], who: UUID) -> _Known[E]:
    known: _Known[E] = _Known()
    for entry in sorted(entries, key=lambda one: (one.at, one.id)):
        match entry.moment:
            case Appreciation(shared=True):
                known.entries["appreciation", entry.id] = entry
            case AskedBack(about=good):
                known.entries.setdefault(("asked_back", good), entry)
            case ToldMore(about=good):
                known.entries.setdefault(("told_more", good), entry)
            case TakenBack(about=about, what=what, letter=good):
                known.notes.setdefault((what, good or about), entry)
            case Opened(about=about) if entry.author == who:
                known.opened.add(about)
    return known


def _good(known: _Known[E], one: UUID, who: UUID) -> SeenGood[E] | None:
    """The question is the other's, the answer is the one's who told of the good thing."""
    good = _part(known, "appreciation", one, who)
    if good is None:
        return None
    question, answer = (_part(known, what, one, who) for what in ("asked_back", "told_more"))
    if question is not None and question.mine == good.mine:
        question = None
    if answer is not None and answer.mine != good.mine:
        answer = None
    return SeenGood(good, question, answer)


def _part(known: _Known[E], what: What, one: UUID, who: UUID) -> Shown[E] | None:
    key = (what, one)
    return shown(known.entries.get(key), known.notes.get(key), opened=known.opened, who=who)

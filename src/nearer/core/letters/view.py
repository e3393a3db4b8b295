"""From the entries two people have kept to what one of them sees.

Two promises hold here by construction. What someone else has opened, or felt without sharing it,
is put aside before anything is worked out, so nothing on a page can depend on it. And a letter
that was taken back unopened is passed over, so the page is as if it had never been sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic
from uuid import UUID

from nearer.core.letters.seen import E, LetterState, SeenLetter, SeenReply
from nearer.core.moments import Felt, Letter, LetterDraft, Moment, Opened, Reply, TakenBack


def see(entries: Iterable[E], *, who: UUID) -> tuple[SeenLetter[E], ...]:
    """Every letter between the two as `who` sees it, newest first.

    `entries` are those of the couple's space and of `who`'s own, in any order; kinds that have
    nothing to do with letters are passed over. A letter that is not there for `who` is left out.
    """
    known = _gather(entries, who)
    ids = known.letters.keys() | known.notes.keys()
    seen = [letter for one in ids if (letter := _letter(known, one, who)) is not None]
    return tuple(sorted(seen, key=lambda letter: (letter.at, letter.id), reverse=True))


def see_one(entries: Iterable[E], letter: UUID, *, who: UUID) -> SeenLetter[E] | None:
    """One letter as `who` sees it, or None if for them there is no such letter."""
    return _letter(_gather(entries, who), letter, who)


def unsent(entries: Iterable[E], *, who: UUID) -> tuple[E, ...]:
    """The newest draft of each letter that `who` has begun and never sent, newest first."""
    begun: dict[UUID, E] = {}
    sent: set[UUID] = set()
    for entry in _in_order(entries):
        if entry.author != who:
            continue
        match entry.moment:
            case LetterDraft(letter=letter):
                begun[letter] = entry
            case Letter():
                sent.add(entry.id)
            case TakenBack(about=about):
                sent.add(about)
    waiting = [entry for letter, entry in begun.items() if letter not in sent]
    return tuple(sorted(waiting, key=_when, reverse=True))


@dataclass(frozen=True, slots=True)
class _Known(Generic[E]):
    """What `who` may know, each thing by the id it is looked up with."""

    letters: dict[UUID, E] = field(default_factory=dict)
    replies: dict[UUID, E] = field(default_factory=dict)  # by the letter they answer
    notes: dict[UUID, E] = field(default_factory=dict)  # "taken back", by the letter
    reply_notes: dict[UUID, E] = field(default_factory=dict)  # the same, by the reply's letter
    felt: dict[UUID, E] = field(default_factory=dict)  # by the reply
    opened: set[UUID] = field(default_factory=set)


def _gather(entries: Iterable[E], who: UUID) -> _Known[E]:
    known: _Known[E] = _Known()
    for entry in _in_order(entries):
        if not _is_private_to_another(entry.moment, entry.author, who):
            _place(known, entry)
    return known


def _is_private_to_another(moment: Moment, author: UUID, who: UUID) -> bool:
    if author == who:
        return False
    return isinstance(moment, Opened) or (isinstance(moment, Felt) and not moment.shared)


def _place(known: _Known[E], entry: E) -> None:
    match entry.moment:
        case Letter():
            known.letters[entry.id] = entry
        case Reply(about=letter):
            known.replies.setdefault(letter, entry)
        case TakenBack(about=letter, what="letter"):
            known.notes.setdefault(letter, entry)
        case TakenBack(letter=UUID() as letter):
            known.reply_notes.setdefault(letter, entry)
        case Felt(about=reply):
            known.felt[reply] = entry
        case Opened(about=about):
            known.opened.add(about)


def _letter(known: _Known[E], one: UUID, who: UUID) -> SeenLetter[E] | None:
    letter, note = known.letters.get(one), known.notes.get(one)
    if letter is not None and note is not None and note.author != letter.author:
        note = None  # only its writer can take a letter back
    first = note or letter
    if first is None:
        return None
    mine = first.author == who
    reply = _reply(known, one, first.author, who)
    if note is not None:
        read = one in known.opened or (reply is not None and reply.mine)
        if not mine and not read:
            return None
        return SeenLetter(one, mine, "removed", note.at, None, reply)
    return SeenLetter(one, mine, _state(known, one, reply, mine=mine), first.at, letter, reply)


def _state(known: _Known[E], one: UUID, reply: SeenReply[E] | None, *, mine: bool) -> LetterState:
    if reply is not None and reply.state != "removed":
        return "answered"
    if mine:
        return "waiting"
    return "opened" if one in known.opened or reply is not None else "waiting"


def _reply(known: _Known[E], letter: UUID, writer: UUID, who: UUID) -> SeenReply[E] | None:
    """The reply to a letter of `writer`'s. Nobody answers their own letter."""
    reply, note = known.replies.get(letter), known.reply_notes.get(letter)
    if reply is not None and note is not None and note.author != reply.author:
        note = None
    first = note or reply
    if first is None or first.author == writer:
        return None
    mine = first.author == who
    if note is not None:
        gone = _taken_back_id(note)
        read = gone in known.opened or gone in known.felt
        return SeenReply(gone, mine, "removed", note.at) if mine or read else None
    felt = known.felt.get(first.id)
    if felt is not None and felt.author != writer:
        felt = None
    if mine:
        return SeenReply(first.id, mine, "sent", first.at, reply, felt)
    read = first.id in known.opened or felt is not None
    return SeenReply(first.id, mine, "opened" if read else "waiting", first.at, reply, felt)


def _taken_back_id(note: E) -> UUID:
    moment = note.moment
    assert isinstance(moment, TakenBack)  # noqa: S101 - only such notes are placed there
    return moment.about


def _in_order(entries: Iterable[E]) -> list[E]:
    return sorted(entries, key=_when)


def _when(entry: E) -> tuple[object, UUID]:
    return (entry.at, entry.id)

"""From the entries two people have kept to what one of them sees.

Two promises hold here by construction. What someone else has opened, or felt or guessed without
sharing it, is put aside before anything is worked out, so nothing on a page can depend on it. And a
letter that was taken back unopened is passed over, so the page is as if it had never been sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic
from uuid import UUID

from nearer.core.letters.seen import E, LetterState, SeenLetter, SeenReply, Shown, ShownState
from nearer.core.letters.shown import shown
from nearer.core.moments import (
    Courage,
    Felt,
    FeltGuess,
    Letter,
    LetterDraft,
    Moment,
    Opened,
    Reply,
    TakenBack,
)
from nearer.core.moments.taken_back import What


def see(entries: Iterable[E], *, who: UUID) -> tuple[SeenLetter[E], ...]:
    """Every letter between the two as `who` sees it, newest first.

    `entries` are those of the couple's space and of `who`'s own, in any order; kinds that have
    nothing to do with letters are passed over. A letter that is not there for `who` is left out.
    """
    known = _gather(entries, who)
    taken_back = {one for what, one in known.notes if what == "letter"}
    ids = known.letters.keys() | taken_back
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
    answers: dict[tuple[What, UUID], E] = field(default_factory=dict)  # by the letter they are to
    notes: dict[tuple[What, UUID], E] = field(default_factory=dict)  # "taken back", by the letter
    felt: dict[UUID, E] = field(default_factory=dict)  # by the reply
    guesses: dict[UUID, E] = field(default_factory=dict)  # by the reply whose feeling is guessed
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
    unshared = isinstance(moment, Felt | FeltGuess) and not moment.shared
    return unshared or isinstance(moment, Opened)


def _place(known: _Known[E], entry: E) -> None:
    match entry.moment:
        case Letter():
            known.letters[entry.id] = entry
        case Reply(about=letter):
            known.answers.setdefault(("reply", letter), entry)
        case Courage(about=letter):
            known.answers.setdefault(("courage", letter), entry)
        case TakenBack(about=about, what=what, letter=letter):
            known.notes.setdefault((what, letter or about), entry)
        case Felt(about=reply):
            known.felt[reply] = entry
        case FeltGuess(about=reply):
            known.guesses[reply] = entry
        case Opened(about=about):
            known.opened.add(about)


def _letter(known: _Known[E], one: UUID, who: UUID) -> SeenLetter[E] | None:
    letter, note = known.letters.get(one), known.notes.get(("letter", one))
    if letter is not None and note is not None and note.author != letter.author:
        note = None  # only its writer can take a letter back
    first = note or letter
    if first is None:
        return None
    mine = first.author == who
    reply = _reply(known, one, first.author, who)
    courage = _courage(known, one, first.author, who)
    if note is not None:
        read = one in known.opened or (reply is not None and reply.mine)
        if not mine and not read:
            return None
        return SeenLetter(one, mine, "removed", note.at, None, reply, courage)
    state = _state(known, one, reply, mine=mine)
    return SeenLetter(one, mine, state, first.at, letter, reply, courage)


def _courage(known: _Known[E], letter: UUID, writer: UUID, who: UUID) -> Shown[E] | None:
    """What its reader left with a letter of `writer`'s. Nobody does so for their own letter."""
    key: tuple[What, UUID] = ("courage", letter)
    found = shown(known.answers.get(key), known.notes.get(key), opened=known.opened, who=who)
    return found if found is not None and found.mine == (writer != who) else None


def _state(known: _Known[E], one: UUID, reply: SeenReply[E] | None, *, mine: bool) -> LetterState:
    if reply is not None and reply.state != "removed":
        return "answered"
    if mine:
        return "waiting"
    return "opened" if one in known.opened or reply is not None else "waiting"


def _reply(known: _Known[E], letter: UUID, writer: UUID, who: UUID) -> SeenReply[E] | None:
    """The reply to a letter of `writer`'s. Nobody answers their own letter."""
    key: tuple[What, UUID] = ("reply", letter)
    reply, note = known.answers.get(key), known.notes.get(key)
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
    felt, guess = known.felt.get(first.id), known.guesses.get(first.id)
    if felt is not None and felt.author != writer:
        felt = None
    if guess is not None and guess.author != first.author:
        guess = None
    if mine:
        # A note of having opened one's own reply says that one has seen how it felt.
        waits = felt is not None and first.id not in known.opened
        felt = None if waits else felt
        return SeenReply(first.id, mine, "sent", first.at, reply, felt, waits, guess)
    state: ShownState = "opened" if first.id in known.opened or felt is not None else "waiting"
    both = felt is not None and isinstance(felt.moment, Felt) and felt.moment.shared
    return SeenReply(first.id, mine, state, first.at, reply, felt, guess=guess if both else None)


def _taken_back_id(note: E) -> UUID:
    moment = note.moment
    assert isinstance(moment, TakenBack)  # noqa: S101 - only such notes are placed there
    return moment.about


def _in_order(entries: Iterable[E]) -> list[E]:
    return sorted(entries, key=_when)


def _when(entry: E) -> tuple[object, UUID]:
    return (entry.at, entry.id)

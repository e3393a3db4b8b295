"""Listen: a round between two, on two phones or on one. It leaves nothing but what both keep.

With two phones a round lives in the couple's space, and each writes their own moves. With one
phone it lives in the own space of whoever's phone it is, who writes for both. Each act holds the
space first, so that of two taps at once one is told what the other has done.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal
from uuid import UUID

from django.db import transaction

from nearer.acts.pull_back import check_no_pause
from nearer.core.listening import (
    Move,
    NotNow,
    Part,
    Round,
    Side,
    What,
    WrongMove,
    at_hand,
    follow,
    is_left_lying,
    replay,
    timer_ends,
)
from nearer.core.moments import ListeningKept, ListeningMove, ListeningRound, Moment
from nearer.store.log import Draft, Entry, Log, NotThere, OpenSpace

MOST = 50
"""Rounds listed that were kept, newest first. The export has them all."""

INTO_A_PAUSE = frozenset[What]({"decline", "close", "leave", "keep", "let_go"})
"""What can be done while the other is in a pause: all that asks nothing of them."""


class OneIsOpen(Exception):
    """There is a round already: one at a time."""


@dataclass(frozen=True)
class Running:
    """A round that is under way, and how it stands."""

    space: OpenSpace
    entry: Entry
    asked: ListeningRound
    moves: tuple[Entry, ...]
    state: Round
    me: UUID

    @property
    def id(self) -> UUID:
        """The id of the round."""
        return self.entry.id

    @property
    def is_on_one_phone(self) -> bool:
        """Whether one phone is passed between the two."""
        return self.asked.phones == "one"

    @cached_property
    def side(self) -> Side:
        """On which side this person is, or whoever holds their phone now."""
        if self.is_on_one_phone:
            return at_hand(self.state)
        return "one" if self.entry.author == self.me else "other"

    @property
    def ends(self) -> datetime | None:
        """When the turn's time is over."""
        return timer_ends(self.state, self.asked.minutes)

    def move(self, number: int | None) -> Entry | None:
        """The move of this number."""
        return next((entry for entry in self.moves if _number(entry) == number), None)

    @property
    def whole(self) -> tuple[tuple[Part, Entry], ...]:
        """What was written in whole turns, in its order."""
        found = ((part, self.move(part.number)) for part in self.state.whole)
        return tuple((part, entry) for part, entry in found if entry is not None)


def _number(entry: Entry) -> int:
    assert isinstance(entry.moment, ListeningMove)  # noqa: S101 - picked so in `_read`
    return entry.moment.number


def places(log: Log) -> tuple[OpenSpace, ...]:
    """Where this person's rounds can be: their own space first, then the couple's."""
    return (log.own, log.couple) if log.couple else (log.own,)


def running(log: Log, *, now: datetime, sweep: UUID | None = None) -> Running | None:
    """The round that is under way for this person, on their phone first; or None.

    What has lain for a day, or does not open any more, is let go on the way: in one's own space
    whenever one looks, in the couple's only if it is the one to `sweep`, when the next round
    begins there. If looking changed something there, an open page of the other's would ring, and
    tell who has just looked.
    """
    for space in places(log):
        for entry in log.read(space, [ListeningRound], limit=1):
            found = _read(log, space, entry)
            if found is not None and not is_left_lying(found.state, now):
                return found
            if space.kind == "own" or space.id == sweep:
                _let_go(log, space, entry)
    return None


def _read(log: Log, space: OpenSpace, entry: Entry) -> Running | None:
    """A round as it stands; None for one of which something is missing."""
    asked = entry.moment
    assert isinstance(asked, ListeningRound)  # noqa: S101 - read from its shelf
    moves = tuple(e for e in log.about(space, [entry.id]) if isinstance(e.moment, ListeningMove))
    try:
        state = replay(asked.way, entry.at, (_made(one, entry, asked) for one in moves))
    except WrongMove:
        return None
    return Running(space, entry, asked, moves, state, log.me)


def _made(entry: Entry, asked_by: Entry, asked: ListeningRound) -> Move:
    """A move as the core sees it. With two phones, its author is who made it, and nobody else."""
    made = entry.moment
    assert isinstance(made, ListeningMove)  # noqa: S101 - picked so
    side = made.side
    if asked.phones == "two":
        side = "one" if entry.author == asked_by.author else "other"
    return Move(side, made.number, made.what, entry.at, bool(entry.words))


def _let_go(log: Log, space: OpenSpace, entry: Entry) -> None:
    log.let_go(space, [entry, *log.about(space, [entry.id])])


def space_for(log: Log, asked: ListeningRound) -> OpenSpace:
    """Where such a round lives. Raises NotThere for two phones without a couple."""
    if asked.phones == "one":
        return log.own
    if log.couple is None:
        raise NotThere
    return log.couple


def invite(log: Log, record: UUID, asked: ListeningRound, *, now: datetime) -> None:
    """Begin a round: ask the other, once. Raises OneIsOpen, InPause, NotThere, Closed."""
    space = space_for(log, asked)
    if asked.phones == "two":
        check_no_pause(log, now=now)
    with transaction.atomic():
        log.hold(space)
        open_one = running(log, now=now, sweep=space.id)
        if open_one is not None and open_one.id != record:
            raise OneIsOpen
        if open_one is not None:
            return
        log.write(space, Draft(record, asked, now))


def move_id(log: Log, space: OpenSpace, found: UUID, number: int) -> UUID:
    """The one id that this person's move of this number can have."""
    return log.only_id(space, ListeningMove, UUID(int=found.int ^ number))


def kept_id(log: Log, space: OpenSpace, found: UUID) -> UUID:
    """The one id of what is kept of this round."""
    return log.only_id(space, ListeningKept, found)


def make(
    log: Log, found: UUID, number: int | None, what: What, words: bytes = b"", *, now: datetime
) -> bool:
    """Make a move in the round of this id. Gives whether it goes on.

    `number` is the one that the page showed. None: whichever is next, for leaving and for the
    answers at the end, which each gives apart. Raises WrongMove when something else came first,
    NotThere when the round is over or is none of this person's, InPause.
    """
    with transaction.atomic():
        round_ = hold(log, found, now=now)
        if what not in INTO_A_PAUSE and not round_.is_on_one_phone:
            check_no_pause(log, now=now)
        number = number or round_.state.number
        after = follow(round_.state, Move(round_.side, number, what, now, bool(words)))
        if after.phase == "over":
            _let_go(log, round_.space, round_.entry)
            return False
        if after.phase == "kept" and round_.is_on_one_phone:
            raise NotNow(what)  # its words come along: see answer_on_one_phone
        moment = ListeningMove(about=found, number=number, what=what, side=round_.side)
        record = move_id(log, round_.space, found, number)
        log.write(round_.space, Draft(record, moment, now, words, about=found))
        if after.phase == "kept":
            _keep_on_two_phones(log, round_, now=now)
        return after.phase != "kept"


def hold(log: Log, found: UUID, *, now: datetime) -> Running:
    """The round of this id, held until the transaction ends. Raises NotThere."""
    space = next((one for one in places(log) if log.many(one, [found])), None)
    if space is None:
        raise NotThere
    log.hold(space)
    round_ = running(log, now=now)
    if round_ is None or round_.id != found:
        raise NotThere
    return round_


def _keep_on_two_phones(log: Log, round_: Running, *, now: datetime) -> None:
    """What was written in whole turns stays, each in its writer's name. All else goes."""
    stays = {entry.id for _, entry in round_.whole}
    every = [round_.entry, *log.about(round_.space, [round_.id])]
    log.let_go(round_.space, [entry for entry in every if entry.id not in stays])
    kept = kept_of(round_, about=round_.id)
    log.write(round_.space, Draft(kept_id(log, round_.space, round_.id), kept, now))


def kept_of(round_: Running, *, about: UUID | None = None) -> ListeningKept:
    """The note that a round was kept."""
    turns = max(part.turn for part in round_.state.whole)
    way: Literal["say", "hear"] = "hear" if round_.asked.way == "hear" else "say"
    return ListeningKept(way=way, turns=turns, about=about)


def answer_on_one_phone(
    log: Log, found: UUID, number: int, what: What, words: bytes, *, now: datetime
) -> bool:
    """Keep or let go, where one phone is passed: its words come along, sealed for where they go.

    They stay only if both have said so: then they are in the couple's space, where both can read
    them, or in one's own where there is no couple. Gives whether the other answer is missing
    still. Raises what `make` does; `number` is checked, so that a second tap is no second answer.
    """
    with transaction.atomic():
        round_ = hold(log, found, now=now)
        after = follow(round_.state, Move(round_.side, number, what, now))
        if after.phase != "kept":
            return make(log, found, number, what, now=now)
        there = places(log)[-1]
        log.write(there, Draft(kept_id(log, there, found), kept_of(round_), now, words))
        _let_go(log, round_.space, round_.entry)
        return False


def kept(log: Log) -> list[Entry]:
    """Every round that was kept, newest first, in all one's spaces."""
    found = [
        entry for space in log.spaces for entry in log.read(space, [ListeningKept], limit=MOST)
    ]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def words_of(log: Log, entry: Entry) -> list[Entry]:
    """The moves whose words a kept round shows, in their order. None where it has them itself."""
    assert isinstance(entry.moment, ListeningKept)  # noqa: S101 - its reader picked it
    if entry.moment.about is None:
        return []
    about = log.about(log.space(entry.space), [entry.moment.about])
    return sorted((e for e in about if isinstance(e.moment, ListeningMove)), key=_number)


def remove_kept(log: Log, entry: Entry) -> None:
    """It stays for as long as both want it: either removes it, for both."""
    space = log.space(entry.space)
    with transaction.atomic():
        log.let_go(space, [entry, *words_of(log, entry)])


def sweep_ended(log: Log) -> None:
    """Let go of what a round left where a couple has ended: nothing goes on there."""
    kinds: list[type[Moment]] = [ListeningRound, ListeningMove]
    for space in log.spaces:
        if space.kind == "own" or space.state != "ended":
            continue
        notes = log.read(space, [ListeningKept], limit=MOST)
        stays = {note.moment.about for note in notes if isinstance(note.moment, ListeningKept)}
        left = [
            entry
            for entry in log.read(space, kinds, limit=10 * MOST)
            if not (isinstance(entry.moment, ListeningMove) and entry.moment.about in stays)
        ]
        if left:
            log.let_go(space, left)

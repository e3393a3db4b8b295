"""An evening of Ada and Ben: whatever they may write, open, answer, feel and take back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import strategies as st

from nearer.core.moments import (
    CheckIn,
    Courage,
    Felt,
    FeltGuess,
    Letter,
    Moment,
    Opened,
    Reply,
    TakenBack,
)

ADA = UUID("aaaaaaaa-0000-4000-8000-000000000000")
BEN = UUID("bbbbbbbb-0000-4000-8000-000000000000")
MONDAY = datetime(2026, 11, 2, 20, 0, tzinfo=UTC)

Pick = Callable[[list[Any]], Any]


@dataclass(frozen=True)
class Kept:
    id: UUID
    author: UUID
    at: datetime
    moment: Moment


@dataclass
class Evening:
    """Acts of Ada and Ben, one a minute. `erase` is whether a letter taken back leaves its row."""

    erase: bool = True

    def __post_init__(self) -> None:
        self.kept: list[Kept] = []
        self._acts = 0

    def keep(self, author: UUID, moment: Moment, entry: UUID | None = None) -> UUID:
        self._acts += 1
        one = entry or uuid5(ADA, str(self._acts))
        self.kept.append(Kept(one, author, MONDAY + timedelta(minutes=self._acts), moment))
        return one

    def letter(self, author: UUID) -> UUID:
        return self.keep(author, Letter(feelings=("lonely",)))

    def reply(self, author: UUID, letter: UUID) -> UUID:
        return self.keep(author, Reply(about=letter, parts=("heard",)), uuid5(letter, "reply"))

    def open(self, author: UUID, about: UUID) -> None:
        self.keep(author, Opened(about=about))

    def say(self, author: UUID, said: Felt | FeltGuess) -> None:
        """How a reply felt, or a guess of it: said again, it replaces what was said before."""
        same = [
            entry
            for entry in self.kept
            if isinstance(entry.moment, type(said))
            and (entry.author, entry.moment.about) == (author, said.about)
        ]
        self.kept = [entry for entry in self.kept if entry not in same]
        self.keep(author, said)

    def courage(self, author: UUID, letter: UUID) -> UUID:
        return self.keep(author, Courage(about=letter, how="word"), uuid5(letter, "courage"))

    def take_back(
        self, author: UUID, about: UUID, of_letter: UUID | None = None, what: str = "reply"
    ) -> None:
        if self.erase:
            self.kept = [entry for entry in self.kept if entry.id != about]
        what = "letter" if of_letter is None else what
        self.keep(author, TakenBack(about=about, what=what, letter=of_letter))  # type: ignore[arg-type]


def letters_in(evening: Evening, author: UUID) -> list[UUID]:
    return [e.id for e in evening.kept if isinstance(e.moment, Letter) and e.author == author]


def replies_in(evening: Evening, author: UUID) -> list[Any]:
    return [e for e in evening.kept if isinstance(e.moment, Reply) and e.author == author]


def courage_in(evening: Evening, author: UUID) -> list[Any]:
    return [e for e in evening.kept if isinstance(e.moment, Courage) and e.author == author]


def taken_back_in(evening: Evening) -> list[Any]:
    return [entry for entry in evening.kept if isinstance(entry.moment, TakenBack)]


def has_opened(evening: Evening, who: UUID, about: UUID) -> bool:
    return any(e.author == who and e.moment == Opened(about=about) for e in evening.kept)


def _write(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    if pick([True, False]):
        evening.keep(who, CheckIn())
    evening.letter(who)


def _open(evening: Evening, who: UUID, other: UUID, pick: Pick) -> None:
    shown = [*replies_in(evening, other), *courage_in(evening, other)]
    there = [*letters_in(evening, other), *(entry.id for entry in shown)]
    if there:
        evening.open(who, pick(there))


def _answer(evening: Evening, who: UUID, other: UUID, pick: Pick) -> None:
    answered = {uuid5(letter, "reply") for letter in letters_in(evening, other)}
    spent = answered & {entry.moment.about for entry in taken_back_in(evening)}
    spent |= {reply.id for reply in replies_in(evening, who)}
    there = [
        letter
        for letter in letters_in(evening, other)
        if has_opened(evening, who, letter) and uuid5(letter, "reply") not in spent
    ]
    if there:
        evening.reply(who, pick(there))


def _feel(evening: Evening, who: UUID, other: UUID, pick: Pick) -> None:
    there = [reply.id for reply in replies_in(evening, other) if has_opened(evening, who, reply.id)]
    if there:
        shared = pick([True, False])
        evening.say(who, Felt(about=pick(there), understood=pick([0, 4]), shared=shared))


def _guess(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    unseen = [r.id for r in replies_in(evening, who) if not has_opened(evening, who, r.id)]
    if unseen:
        shared = pick([True, False])
        evening.say(who, FeltGuess(about=pick(unseen), understood=pick([0, 4]), shared=shared))


def _see_how_it_felt(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    felt = {e.moment.about for e in evening.kept if isinstance(e.moment, Felt) and e.moment.shared}
    there = [reply.id for reply in replies_in(evening, who) if reply.id in felt]
    if there:
        evening.open(who, pick(there))


def _acknowledge(evening: Evening, who: UUID, other: UUID, pick: Pick) -> None:
    spent = {entry.moment.about for entry in taken_back_in(evening)}
    spent |= {entry.id for entry in courage_in(evening, who)}
    there = [
        letter
        for letter in letters_in(evening, other)
        if has_opened(evening, who, letter) and uuid5(letter, "courage") not in spent
    ]
    if there:
        evening.courage(who, pick(there))


def _take_courage_back(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    there = courage_in(evening, who)
    if there:
        one = pick(there)
        evening.take_back(who, one.id, of_letter=one.moment.about, what="courage")


def _take_back(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    there = letters_in(evening, who)
    if there:
        evening.take_back(who, pick(there))


def _take_reply_back(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    there = replies_in(evening, who)
    if there:
        reply = pick(there)
        evening.take_back(who, reply.id, of_letter=reply.moment.about)


ACTS = (
    *(_write, _open, _answer, _feel, _guess, _see_how_it_felt, _acknowledge),
    *(_take_back, _take_reply_back, _take_courage_back),
)


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    """Any order of acts that the rooms allow: nobody answers or rates what they never opened."""
    evening = Evening(erase=draw(st.booleans()))
    for _ in range(draw(st.integers(0, 20))):
        who, other = draw(st.sampled_from([(ADA, BEN), (BEN, ADA)]))
        act = draw(st.sampled_from(ACTS))
        act(evening, who, other, lambda things: draw(st.sampled_from(things)))
    return evening


def without(evening: Evening, drop: Callable[[Kept], bool]) -> list[Kept]:
    return [entry for entry in evening.kept if not drop(entry)]

"""Laws of the cycle as each of two sees it, whatever they show, open, and take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from nearer.core.moments import CycleLine, CycleShown, Moment, Opened, TakenBack
from nearer.core.ours import see_cycle

if TYPE_CHECKING:
    from nearer.core.moments.taken_back import What
    from nearer.core.ours import SeenCycle

ADA, BEN = UUID(int=1), UUID(int=2)
BEGAN = datetime(2026, 11, 22, 20, tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """An entry as the log gives it."""

    id: UUID
    author: UUID
    at: datetime
    moment: Moment
    words: bytes = b""


@dataclass
class Evening:
    """What the two did, one thing a minute."""

    kept: list[Kept]

    def keeps(self, who: UUID, moment: Moment) -> UUID:
        one = Kept(uuid4(), who, BEGAN + timedelta(minutes=len(self.kept)), moment)
        self.kept.append(one)
        return one.id

    def takes_back(self, who: UUID, about: UUID) -> None:
        (gone,) = [one for one in self.kept if one.id == about]
        what: What = "cycle_half" if isinstance(gone.moment, CycleShown) else "cycle_line"
        at = self.kept.index(gone)
        self.keeps(who, TakenBack(about=about, what=what, letter=uuid4()))
        self.kept[at] = self.kept[-1]

    def sees(self, who: UUID, *, later: timedelta = timedelta(hours=1)) -> SeenCycle[Kept]:
        return see_cycle(self.kept, who=who, now=BEGAN + later)


DOES = st.lists(st.sampled_from(["half", "line", "name", "open", "back"]), max_size=12)


def _lives(evening: Evening, who: UUID, does: list[str]) -> list[UUID]:
    """One person's evening; gives the ids of what they took back."""
    shown: list[UUID] = []
    gone: list[UUID] = []
    for what in does:
        if what == "half":
            shown.append(evening.keeps(who, CycleShown(move="cry")))
        elif what in {"line", "name"}:
            shown.append(evening.keeps(who, CycleLine(box="name" if what == "name" else "stress")))
        elif what == "open":
            for one in evening.sees(who).waiting:
                evening.keeps(who, Opened(about=one))
        elif shown:
            gone.append(shown.pop())
            evening.takes_back(who, gone[-1])
    return gone


@given(adas=DOES, bens=DOES, more=DOES)
def test_it_shows_ada_the_same_whatever_ben_opens(
    adas: list[str], bens: list[str], more: list[str]
) -> None:
    evening = Evening([])
    _lives(evening, ADA, adas)
    _lives(evening, BEN, bens)
    before = evening.sees(ADA)
    for one in evening.sees(BEN).waiting:
        evening.keeps(BEN, Opened(about=one))
    assert evening.sees(ADA) == before
    _lives(evening, ADA, more)
    seen = evening.sees(ADA)
    unread = [one for one in evening.kept if not _is_opened_by_ben(one)]
    assert see_cycle(unread, who=ADA, now=BEGAN + timedelta(hours=1)) == seen


def _is_opened_by_ben(one: Kept) -> bool:
    return isinstance(one.moment, Opened) and one.author == BEN


@given(adas=DOES, bens=DOES)
def test_it_is_for_ben_as_if_what_was_taken_back_unread_had_never_been(
    adas: list[str], bens: list[str]
) -> None:
    evening = Evening([])
    _lives(evening, BEN, bens)
    gone = _lives(evening, ADA, [one for one in adas if one != "open"])
    rest = [one for one in evening.kept if getattr(one.moment, "about", None) not in gone]
    assert see_cycle(rest, who=BEN, now=BEGAN + timedelta(hours=1)) == evening.sees(BEN)


def test_it_draws_the_same_picture_for_both_once_each_has_opened_the_other_s() -> None:
    evening = Evening([])
    hers = evening.keeps(ADA, CycleShown(move="ask_again"))
    his = evening.keeps(BEN, CycleShown(move="go_quiet"))
    assert evening.sees(ADA).halves == ()
    evening.keeps(ADA, Opened(about=his))
    assert [one.id for one in evening.sees(ADA).halves] == [hers, his]
    assert evening.sees(BEN).halves == ()
    evening.keeps(BEN, Opened(about=hers))
    assert evening.sees(BEN).halves == evening.sees(ADA).halves
    evening.takes_back(BEN, his)
    assert evening.sees(ADA).halves == ()
    theirs = evening.sees(ADA).theirs
    assert theirs is not None
    assert theirs.state == "removed"


def test_it_calls_the_pattern_by_the_newest_name_that_one_has_read() -> None:
    evening = Evening([])
    first = evening.keeps(ADA, CycleLine(box="name"))
    second = evening.keeps(BEN, CycleLine(box="name"))
    name = evening.sees(ADA).name
    assert name is not None
    assert name.id == first
    evening.keeps(ADA, Opened(about=second))
    name = evening.sees(ADA).name
    assert name is not None
    assert name.id == second


def test_it_says_for_a_week_that_a_line_which_ada_had_read_was_taken_out() -> None:
    evening = Evening([])
    line = evening.keeps(BEN, CycleLine(box="stress"))
    evening.keeps(ADA, Opened(about=line))
    evening.takes_back(BEN, line)
    assert evening.sees(ADA).gone
    assert not evening.sees(BEN).gone
    assert not evening.sees(ADA, later=timedelta(days=8)).gone

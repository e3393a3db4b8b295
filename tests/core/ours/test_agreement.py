"""Which version is in force, whatever two people propose, sign, withdraw and take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.moments import (
    Agreement,
    AgreementLooked,
    AgreementSigned,
    CycleLine,
    Moment,
    Opened,
    TakenBack,
)
from nearer.core.ours import due, see_agreement

if TYPE_CHECKING:
    from nearer.core.ours import SeenAgreement

ADA, BEN = UUID(int=1), UUID(int=2)
BEGAN = datetime(2026, 11, 22, 20, tzinfo=UTC)
DAY = date(2027, 3, 1)


@dataclass(frozen=True)
class Kept:
    """An entry as the log gives it."""

    id: UUID
    author: UUID
    at: datetime
    moment: Moment
    words: bytes = b""


@dataclass
class Table:
    """What lies before the two, one thing a minute."""

    kept: list[Kept]

    def keeps(self, who: UUID, moment: Moment) -> UUID:
        one = Kept(uuid4(), who, BEGAN + timedelta(minutes=len(self.kept)), moment)
        self.kept.append(one)
        return one.id

    def proposes(self, who: UUID, again: date | None = None) -> UUID:
        return self.keeps(who, Agreement(again=again))

    def both_sign(self, version: UUID) -> UUID:
        for who in (ADA, BEN):
            self.keeps(who, Opened(about=version))
            self.keeps(who, AgreementSigned(about=version))
        return version

    def withdraws(self, who: UUID, version: UUID) -> None:
        self.keeps(who, AgreementSigned(about=version, withdrawn=True))

    def takes_back(self, version: UUID) -> None:
        (gone,) = [one for one in self.kept if one.id == version]
        self.kept.remove(gone)
        self.keeps(gone.author, TakenBack(about=version, what="agreement", letter=uuid4()))

    def sees(self, who: UUID = ADA) -> SeenAgreement[Kept]:
        return see_agreement(self.kept, who=who)

    def in_force(self) -> UUID | None:
        seen = [self.sees(who).in_force for who in (ADA, BEN)]
        (found,) = {one.version.id if one is not None else None for one in seen}
        return found


def test_it_takes_both_and_one_can_end_it() -> None:
    table = Table([])
    first = table.proposes(ADA)
    table.keeps(ADA, AgreementSigned(about=first))
    assert table.in_force() is None
    assert not table.sees().lapsed
    table.both_sign(first)
    assert table.in_force() == first
    table.withdraws(BEN, first)
    assert table.in_force() is None
    assert table.sees(ADA).lapsed
    assert table.sees(BEN).lapsed


@pytest.mark.parametrize("ends", [Table.takes_back, lambda table, one: table.withdraws(ADA, one)])
def test_it_never_brings_an_older_version_back_by_itself(ends: object) -> None:
    assert callable(ends)
    table = Table([])
    table.both_sign(table.proposes(ADA))
    second = table.both_sign(table.proposes(BEN))
    assert table.in_force() == second
    assert [one.standing for one in table.sees().versions] == ["in_force", "before"]
    ends(table, second)
    assert table.in_force() is None
    assert table.sees().lapsed


def test_it_lets_the_two_go_back_to_an_older_proposal_by_signing_it() -> None:
    table = Table([])
    old = table.proposes(ADA)
    table.both_sign(table.proposes(BEN))
    table.both_sign(old)
    assert table.in_force() == old


MOVES = st.lists(
    st.tuples(
        st.sampled_from([ADA, BEN]),
        st.sampled_from(["propose", "sign", "withdraw", "back", "other"]),
        st.integers(0, 3),
    ),
    max_size=20,
)


def _play(table: Table, moves: list[tuple[UUID, str, int]]) -> None:
    """Whatever two people do, in any order, as far as it can be done."""
    there: list[tuple[UUID, UUID]] = []
    for who, what, which in moves:
        if what == "propose":
            there.append((who, table.proposes(who)))
        elif what == "other":
            table.keeps(who, CycleLine(box="stress"))
        elif which < len(there):
            author, version = there[which]
            if what == "back" and author == who:
                there.pop(which)
                table.takes_back(version)
            elif what in {"sign", "withdraw"}:
                table.keeps(who, AgreementSigned(about=version, withdrawn=what == "withdraw"))


@given(moves=MOVES, opens=st.lists(st.sampled_from([ADA, BEN]), max_size=2))
def test_it_shows_the_two_no_difference_but_what_each_has_opened(
    moves: list[tuple[UUID, str, int]], opens: list[UUID]
) -> None:
    table = Table([])
    _play(table, moves)
    before = {who: table.sees(who) for who in (ADA, BEN)}
    for who in opens:
        for one in table.sees(who).waiting:
            table.keeps(who, Opened(about=one))
    for who in {ADA, BEN} - set(opens):
        assert table.sees(who) == before[who]
    assert before[ADA].lapsed == before[BEN].lapsed


@pytest.mark.parametrize(
    ("today", "is_due"),
    [
        (DAY - timedelta(days=1), False),
        (DAY, True),
        (DAY + timedelta(days=6), True),
        (DAY + timedelta(days=7), False),
    ],
)
def test_it_brings_the_day_up_for_a_week_and_for_each_until_they_have_answered(
    today: date, *, is_due: bool
) -> None:
    table = Table([])
    version = table.both_sign(table.proposes(ADA, DAY))
    for who in (ADA, BEN):
        assert due(table.sees(who), table.kept, who=who, today=today) is is_due
    table.keeps(BEN, AgreementLooked(about=uuid4()))
    table.keeps(BEN, AgreementLooked(about=version))
    assert due(table.sees(ADA), table.kept, who=ADA, today=today) is is_due
    assert not due(table.sees(BEN), table.kept, who=BEN, today=today)


def test_it_brings_up_no_day_that_was_not_named_or_is_not_in_force() -> None:
    table = Table([])
    assert not due(table.sees(), [], who=ADA, today=DAY)
    version = table.both_sign(table.proposes(ADA))
    assert not due(table.sees(), [], who=ADA, today=DAY)
    table.takes_back(version)
    table.proposes(ADA, DAY)
    assert not due(table.sees(), [], who=ADA, today=DAY)

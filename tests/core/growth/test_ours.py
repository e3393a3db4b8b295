"""What Ada and Ben both see of twelve weeks: counted together, and nothing below its minimum."""

from collections.abc import Iterable
from datetime import UTC, date, timedelta
from typing import Literal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.growth.kept import ADA, BEN, DAY, NOW, Kept

from nearer.core.growth import Follow, Ours, Row, Span, ours, scores
from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.moments import (
    CheckIn,
    Felt,
    Letter,
    ListeningKept,
    MeasureShown,
    PauseChange,
    Reply,
)

SPAN = Span.up_to(NOW.date())
HOUR = timedelta(hours=1)


def _see(kept: Iterable[Kept]) -> Ours:
    return ours(kept, span=SPAN, now=NOW)


def _letters(many: int, author: UUID = ADA) -> list[Kept]:
    return [Kept(Letter(), nth * 7 * DAY, author) for nth in range(many)]


def _felt(author: UUID, *days: int, shared: bool = True) -> list[Kept]:
    return [
        Kept(Felt(about=uuid4(), understood=3, shared=shared), day * DAY, author) for day in days
    ]


def test_it_is_about_twelve_weeks_from_a_monday() -> None:
    assert Span(date(2026, 8, 31), date(2026, 11, 22)) == SPAN
    assert len(SPAN.weeks) == 12
    assert SPAN.weeks[-1] == date(2026, 11, 16)
    assert Span.up_to(SPAN.earlier).until == date(2026, 8, 30)
    assert SPAN.ends(UTC) - SPAN.begins(UTC) == timedelta(weeks=12)


def test_it_draws_five_letters_by_week_and_not_four() -> None:
    few = _see(_letters(4))
    assert (few.letters, few.weeks) == (None, ())
    seen = _see([*_letters(4), *_letters(2, BEN), Kept(Letter(), 90 * DAY)])
    assert seen.letters == 6
    assert [week.count for week in seen.weeks] == [0] * 8 + [1, 1, 2, 2]


def test_it_counts_letters_that_waited_a_day_and_were_answered() -> None:
    letters = _letters(6)[1:]
    waits = (DAY, 2 * DAY, 3 * DAY, DAY - HOUR, 3 * DAY)
    authors = (BEN, BEN, BEN, BEN, ADA)
    answers = [
        Kept(Reply(about=one.id, parts=("heard",)), one.ago - wait, author)
        for one, wait, author in zip(letters, waits, authors, strict=True)
    ]
    lost = Kept(Reply(about=uuid4(), parts=("heard",)), DAY, BEN)
    assert _see([*letters, *answers, lost]).waits == 3
    assert _see([*letters, *answers[1:], lost]).waits is None


def test_it_counts_returns_and_rounds_from_three_on_and_a_return_once() -> None:
    twice = uuid4()
    pauses = [uuid4(), uuid4(), twice, twice]
    backs = [Kept(PauseChange(about=one, what="back")) for one in pauses]
    longer = Kept(PauseChange(about=uuid4(), what="longer", until=NOW))
    rounds = [Kept(ListeningKept(way="say", turns=1), DAY) for _ in range(2)]
    seen = _see([*backs, longer, *rounds, Kept(CheckIn())])
    assert (seen.returns, seen.rounds) == (3, None)
    assert _see([*backs[1:], *rounds, *rounds]).rounds == 4
    assert _see(backs[2:]).returns is None


def test_it_says_nothing_of_ratings_that_one_of_them_hardly_shares() -> None:
    cannot = CannotTell("too_few", 0, 14)
    adas = _felt(ADA, *range(8, 28))
    assert _see([]).felt == cannot
    assert _see(adas).felt == cannot
    assert _see([*adas, *_felt(BEN, 30, 31, 32, 33)]).felt == cannot
    assert _see([*adas, *_felt(BEN, *range(30, 40), shared=False)]).felt == cannot
    assert _see([*adas, *_felt(BEN, 2, 3, 4, 5, 6)]).felt == cannot
    found = _see([*adas, *_felt(BEN, 30, 31, 32, 33, 34)]).felt
    assert isinstance(found, Follow)
    assert [(one.name, one.days) for one in found.each] == [("understood", 25)]


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.sampled_from([ADA, BEN]), st.integers(0, 4)), max_size=60
    )
)
def test_it_does_not_matter_who_of_the_two_did_what(made: list[tuple[int, UUID, int]]) -> None:
    kept, swapped = (
        [
            Kept(moment, ago * DAY, who if same else (BEN if who == ADA else ADA), UUID(int=nth))
            for nth, (ago, who, value) in enumerate(made)
            for moment in (
                Letter(),
                Felt(about=UUID(int=nth), understood=value, shared=True),
                PauseChange(about=UUID(int=nth), what="back"),
            )
        ]
        for same in (True, False)
    )
    assert _see(kept) == _see(swapped)


@pytest.mark.parametrize("theirs", [2, 3])
def test_it_shows_scores_where_both_show_three_of_a_form(theirs: Literal[2, 3]) -> None:
    def shown(author: UUID, day: int, score: int) -> Kept:
        return Kept(MeasureShown(measure="felt", version=1, score=score), day * DAY, author)

    adas = [shown(ADA, 7 * nth, 4 + nth) for nth in range(3)]
    bens = [shown(BEN, 7 * nth, 9) for nth in range(theirs)]
    other = Kept(MeasureShown(measure="csi_4", version=1, score=9), DAY, ADA)
    found = scores([*adas, *bens, other, Kept(CheckIn())], [ADA, BEN])
    if theirs == 2:
        assert found == ()
    else:
        (one,) = found
        assert (one.measure, one.people) == ("felt", (ADA, BEN))
        assert one.rows == tuple(
            Row((NOW - 7 * nth * DAY).date(), (4.0 + nth, 9.0)) for nth in (2, 1, 0)
        )

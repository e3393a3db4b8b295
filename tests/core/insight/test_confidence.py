"""How sure Ben was that he could say it: what he said, on the days on which he said it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from nearer.core.insight.confidence import ENOUGH, SPAN, Confidence, Mark, confidence
from nearer.core.moments import CheckIn, Moment, Sentence, SentenceMark

BEN = UUID(int=2)
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
ONE, TWO, ANY = UUID(int=11), UUID(int=12), UUID(int=9)


@dataclass(frozen=True)
class Kept:
    """A moment as the store would give it."""

    moment: Moment
    at: datetime
    id: UUID = ANY
    author: UUID = BEN


def _sentence(sentence: UUID, days_ago: float, sure: int | None = None) -> Kept:
    moment = Sentence(feeling="hurt", sure=sure)
    return Kept(moment, NOW - timedelta(days=days_ago), sentence)


def _back(sentence: UUID, days_ago: float, sure: int | None = None) -> Kept:
    moment = SentenceMark(about=sentence, sure=sure, said=sure is None)
    return Kept(moment, NOW - timedelta(days=days_ago))


def _see(*kept: Kept) -> Confidence:
    return confidence(kept, now=NOW, zone=BERLIN)


def test_it_cannot_tell_before_there_are_five_marks_on_three_days() -> None:
    few = [_sentence(ONE, 9, 2), *(_back(ONE, day, 3) for day in range(ENOUGH - 2))]
    assert not _see(*few).enough
    assert _see(*few).marks == ()
    assert _see(*few).count == ENOUGH - 1
    one_day = [_back(ONE, hour / 24, 3) for hour in range(ENOUGH)]
    assert not _see(*one_day).enough
    assert _see() == _see(_sentence(ONE, 1), _back(ONE, 0))


def test_it_shows_each_mark_on_its_day_and_nothing_between_them() -> None:
    seen = _see(
        _back(ONE, 2, 6),
        _sentence(ONE, 30, 2),
        _back(ONE, 9, 4),
        _sentence(TWO, 5, 1),
        _back(TWO, 0, 1),
    )
    assert seen.marks == (
        Mark(ONE, date(2026, 10, 23), 2),
        Mark(ONE, date(2026, 11, 13), 4),
        Mark(TWO, date(2026, 11, 17), 1),
        Mark(ONE, date(2026, 11, 20), 6),
        Mark(TWO, date(2026, 11, 22), 1),
    )
    assert (seen.lowest, seen.highest, seen.since) == (1, 6, date(2026, 10, 23))


def test_it_compares_a_sentence_with_itself_alone() -> None:
    seen = _see(
        _sentence(ONE, 30, 2),
        _back(ONE, 9, 4),
        _back(ONE, 2, 7),
        _sentence(TWO, 5, 1),
        _back(TWO, 4.9, 9),
    )
    (again,) = seen.again
    assert (again.sentence, again.first.sure, again.last.sure) == (ONE, 2, 7)


def test_it_leaves_out_what_does_not_say_how_sure_and_what_is_long_ago() -> None:
    told = [_back(ONE, day, 5) for day in range(ENOUGH)]
    silent = [_sentence(ONE, 20), _back(ONE, 3), Kept(CheckIn(strength=9), NOW)]
    long_ago = _back(ONE, SPAN.days + 1, 0)
    seen = _see(*told, *silent, long_ago, _back(ONE, -1, 10))
    assert (seen.count, seen.lowest, seen.highest) == (ENOUGH, 5, 5)


def test_it_goes_by_ben_s_own_clock() -> None:
    late = Kept(SentenceMark(about=ONE, sure=5), datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    seen = _see(late, *(_back(ONE, day, 5) for day in (3, 4, 5, 6)))
    assert seen.marks[-1].day == date(2026, 11, 21)


WHEN = st.lists(st.tuples(st.sampled_from([ONE, TWO]), st.integers(0, 200), st.integers(0, 10)))


@given(WHEN)
def test_it_says_nothing_that_ben_did_not_say(told: list[tuple[UUID, int, int]]) -> None:
    seen = _see(*(_back(*one) for one in told))
    said = [(sentence, sure) for sentence, day, sure in told if day <= SPAN.days]
    assert sorted((mark.sentence, mark.sure) for mark in seen.marks) == (
        sorted(said) if seen.enough else []
    )
    assert [mark.day for mark in seen.marks] == sorted(mark.day for mark in seen.marks)
    assert all(one.first.day < one.last.day for one in seen.again)

"""What Ben may see of his own check-ins, and when nothing can be said yet."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.insight.patterns import ENOUGH, Often, Patterns, Together, day_part, patterns
from nearer.core.moments import CheckIn, Moment, Opened

BEN, ANY = UUID(int=2), UUID(int=9)
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Kept:
    """A moment as the store would give it."""

    moment: Moment
    at: datetime
    author: UUID = BEN
    id: UUID = ANY


def _check_in(day: int, feeling: str = "", trigger: str = "", urge: str = "") -> Kept:
    moment = CheckIn(
        feelings=(feeling,) if feeling else (),
        trigger=trigger or None,
        urge=urge or None,
        pleasantness=3,
    )
    return Kept(moment, NOW - timedelta(days=day), id=uuid4())


def _see(*kept: Kept) -> Patterns:
    return patterns(kept, now=NOW, zone=BERLIN)


def test_it_says_nothing_before_there_is_enough_to_say() -> None:
    few = [_check_in(day, "hurt") for day in range(ENOUGH - 1)]
    assert not _see(*few).enough
    one_day = [_check_in(0, "hurt") for _ in range(ENOUGH)]
    assert not _see(*one_day).enough
    assert _see(*one_day).feelings == ()
    assert _see().check_ins == 0


def test_it_tells_ben_what_was_there_most_and_in_how_many() -> None:
    kept = [_check_in(day, "drained") for day in range(5)]
    kept += [_check_in(day, "hurt") for day in range(5, 8)]
    kept += [_check_in(day) for day in range(8, 12)]
    seen = _see(*kept)
    assert seen.feelings == (Often("drained", 5, 8), Often("hurt", 3, 8))
    assert (seen.check_ins, seen.days) == (12, 12)


def test_it_tells_what_went_together_where_both_were_said() -> None:
    kept = [_check_in(day, "ashamed", "correction", "hiding") for day in range(4)]
    kept += [_check_in(day, "hurt", "correction") for day in range(4, 6)]
    kept += [_check_in(day, "ashamed") for day in range(6, 9)]
    seen = _see(*kept)
    assert seen.set_off == (Together("correction", "ashamed", 4, 6),)
    assert seen.wanted == (Together("ashamed", "hiding", 4, 4),)
    assert seen.triggers == (Often("correction", 6, 6),)


def test_it_calls_twice_no_pattern() -> None:
    kept = [_check_in(day, "hurt", "tone") for day in range(2)]
    kept += [_check_in(day) for day in range(2, 10)]
    seen = _see(*kept)
    assert (seen.feelings, seen.triggers, seen.set_off) == ((), (), ())


def test_it_looks_back_twelve_weeks_and_at_check_ins_only() -> None:
    kept = [_check_in(day, "calm") for day in range(9)]
    old = _check_in(100, "calm")
    future = _check_in(-1, "calm")
    other = Kept(Opened(about=UUID(int=1)), NOW)
    assert _see(*kept, old, future, other).check_ins == 9


def test_it_leaves_days_without_a_check_in_out_of_the_picture() -> None:
    kept = [_check_in(day, "calm") for day in (1, 2, 3, 10, 20, 30, 40, 50)]
    no_number = Kept(CheckIn(feelings=("calm",)), NOW - timedelta(days=4))
    seen = _see(*kept, no_number)
    assert len(seen.dots) == 8
    assert seen.dots[0].day == date(2026, 10, 3)
    assert [dot.day for dot in seen.dots] == sorted(dot.day for dot in seen.dots)


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, "night"), (5, "morning"), (12, "afternoon"), (18, "evening"), (23, "night")],
)
def test_it_goes_by_ben_s_own_clock(hour: int, part: str) -> None:
    assert day_part(datetime(2026, 11, 22, hour, 30, tzinfo=BERLIN)) == part


FEELINGS = st.sampled_from(["hurt", "calm", "drained", ""])


@given(st.lists(st.tuples(st.integers(0, 83), FEELINGS, FEELINGS), max_size=60))
def test_it_never_counts_more_than_there_was(said: list[tuple[int, str, str]]) -> None:
    seen = _see(*(_check_in(day, feeling, urge=urge) for day, feeling, urge in said))
    found: list[Often | Together] = [*seen.feelings, *seen.triggers, *seen.day_parts]
    for one in [*found, *seen.set_off, *seen.wanted]:
        assert 0 < one.count <= one.of <= seen.check_ins
    assert seen.enough or not (seen.feelings or seen.dots or seen.wanted)

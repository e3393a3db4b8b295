"""What Ben may see of his own pauses: counts, no reproach, and nothing of Ada's."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.core.insight.patterns import Often
from nearer.core.insight.pausing import ENOUGH, Pausing, Quiet, pausing
from nearer.core.moments import Moment, Pause, PauseChange, Sign

ADA, BEN, ANY = UUID(int=1), UUID(int=2), UUID(int=9)
NOW = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Kept:
    """A moment as the store would give it."""

    moment: Moment
    at: datetime
    author: UUID = BEN
    id: UUID = ANY


def _pause(day: int, minutes: int = 40, back: int | None = None, reason: str = "") -> list[Kept]:
    """A pause at eight in the evening in Berlin, and when he came back, in minutes after it began.

    With a reason it is there twice: for Ada without, for himself with it.
    """
    at = NOW - day * DAY - 4 * 60 * MINUTE
    pause = Kept(Pause(until=at + minutes * MINUTE, line="care"), at, id=uuid4())
    kept = [pause]
    if reason:
        copy = Pause(until=at + minutes * MINUTE, line="care", reason=reason)
        kept.append(replace(pause, moment=copy, id=uuid4()))
    if back is not None:
        change = PauseChange(about=pause.id, what="back")
        kept.append(Kept(change, at + back * MINUTE, id=uuid4()))
    return kept


def _see(*kept: list[Kept], now: datetime = NOW) -> Pausing:
    return pausing([one for some in kept for one in some], who=BEN, now=now, zone=BERLIN)


def test_it_cannot_tell_from_few_and_not_from_one_bad_day() -> None:
    few = _see(*(_pause(day) for day in range(1, ENOUGH)))
    assert (few.pauses, few.enough, few.returns) == (ENOUGH - 1, False, ())
    sign = Kept(Sign(sign="care"), NOW - DAY, id=uuid4())
    assert not _see([replace(sign, at=sign.at + n * MINUTE) for n in range(9)]).enough


def test_it_says_when_what_for_how_long_and_how_it_ended() -> None:
    seen = _see(
        *(_pause(day, back=45, reason="judged") for day in (1, 2, 3)),
        _pause(4, back=120, reason="tired"),
        _pause(5, minutes=24 * 60),
    )
    assert seen.day_parts == (Often("evening", 5, 5),)
    assert seen.reasons == (Often("judged", 3, 4),)
    assert seen.lengths == (Often("hour", 4, 5),)
    assert seen.returns == (Often("in_time", 3, 5), Often("later", 1, 5), Often("not_said", 1, 5))
    assert [one.minutes for one in seen.each] == [1440, 40, 40, 40, 40]


def test_it_takes_a_pause_that_is_kept_twice_for_one() -> None:
    seen = _see(*(_pause(day, back=10, reason="tired") for day in range(1, 6)))
    assert (seen.pauses, seen.returns) == (5, (Often("in_time", 5, 5),))


def test_it_counts_an_extension_as_part_of_the_time_he_gave() -> None:
    pauses = [_pause(day, back=75, reason="tired") for day in range(1, 6)]
    for kept in pauses:
        later = PauseChange(about=kept[0].id, what="longer", until=kept[0].at + 70 * MINUTE)
        kept.append(Kept(later, kept[0].at + 30 * MINUTE, id=uuid4()))
    seen = _see(*pauses)
    assert seen.returns == (Often("in_time", 5, 5),)
    assert {one.minutes for one in seen.each} == {70}


def test_it_says_nothing_of_a_pause_that_still_runs_though_its_copy_knows_of_no_extension() -> None:
    running = _pause(0, minutes=200, reason="tired")
    at = running[0].at
    change = PauseChange(about=running[0].id, what="longer", until=at + 300 * MINUTE)
    running.append(Kept(change, at + 190 * MINUTE, id=uuid4()))
    assert _see(running, *(_pause(day) for day in range(1, 6))).pauses == 5


def test_it_counts_signs_with_pauses_and_gives_them_no_length_and_no_return() -> None:
    signs = [Kept(Sign(sign="care"), NOW - n * DAY, id=uuid4()) for n in range(1, 4)]
    seen = _see(signs, _pause(5), _pause(6))
    assert (seen.pauses, seen.signs, seen.enough) == (2, 3, True)
    assert seen.returns == ()
    assert Quiet(NOW).length is None


def test_it_leaves_ada_s_pauses_and_old_ones_out() -> None:
    hers = [replace(kept, author=ADA) for day in range(1, 9) for kept in _pause(day, back=5)]
    assert _see(hers) == Pausing(0, 0, enough=False)
    assert _see(*(_pause(day) for day in range(90, 99))).pauses == 0


@pytest.mark.parametrize(
    ("minutes", "length"), [(20, "half_hour"), (40, "hour"), (120, "hours"), (660, "day")]
)
def test_it_says_roughly_how_long(minutes: int, length: str) -> None:
    assert Quiet(NOW, minutes).length == length


def test_it_counts_real_minutes_in_the_night_the_clock_goes_back() -> None:
    late = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    kept = [
        Kept(Pause(until=late - n * DAY + 120 * MINUTE), late - n * DAY, id=uuid4())
        for n in range(5)
    ]
    assert {one.minutes for one in _see(kept).each} == {120}


@given(st.lists(st.tuples(st.integers(1, 80), st.none() | st.integers(1, 3000)), max_size=12))
def test_it_never_counts_more_than_there_was(drawn: list[tuple[int, int | None]]) -> None:
    seen = _see(*(_pause(day, back=back, reason="tired") for day, back in drawn))
    assert seen.pauses <= len({day for day, _ in drawn})
    for some in (seen.day_parts, seen.reasons, seen.lengths, seen.returns):
        assert sum(one.count for one in some) <= seen.pauses
        assert all(0 < one.count <= one.of <= seen.pauses for one in some)

"""Where Ben's pause stands, and what is made of a return that did not come."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from nearer.core.moments import Moment, Pause, PauseChange, Sign
from nearer.core.pauses import asks_how_it_feels, missed, pause_of

ADA, BEN = UUID(int=1), UUID(int=2)
EIGHT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Kept:
    """A moment as the store would give it."""

    author: UUID
    at: datetime
    moment: Moment
    id: UUID


def _pause(at: datetime = EIGHT, minutes: int = 40) -> Kept:
    return Kept(BEN, at, Pause(until=at + minutes * MINUTE, line="care"), uuid4())


def _back(pause: Kept, at: datetime) -> Kept:
    return Kept(BEN, at, PauseChange(about=pause.id, what="back"), uuid4())


def _longer(pause: Kept, at: datetime, until: datetime) -> Kept:
    change = PauseChange(about=pause.id, what="longer", until=until)
    return Kept(BEN, at, change, uuid4())


def test_it_runs_until_the_time_he_gave() -> None:
    pause = _pause()
    seen = pause_of([pause], BEN, now=EIGHT + 39 * MINUTE)
    assert seen is not None
    assert (seen.state, seen.until, seen.id) == ("running", EIGHT + 40 * MINUTE, pause.id)
    assert pause_of([pause], ADA, now=EIGHT) is None
    assert pause_of([], BEN, now=EIGHT) is None


def test_it_is_due_and_not_late_when_the_time_has_come() -> None:
    seen = pause_of([_pause()], BEN, now=EIGHT + 41 * MINUTE)
    assert seen is not None
    assert seen.state == "due"


def test_it_ends_when_he_is_back() -> None:
    pause = _pause()
    kept = [pause, _back(pause, EIGHT + 30 * MINUTE)]
    assert pause_of(kept, BEN, now=EIGHT + 31 * MINUTE) is None
    assert missed(kept, BEN, now=EIGHT + timedelta(hours=5)) == ()


def test_it_takes_one_extension_and_not_two() -> None:
    pause = _pause()
    later, latest = EIGHT + 60 * MINUTE, EIGHT + 120 * MINUTE
    kept = [
        pause,
        _longer(pause, EIGHT + 35 * MINUTE, later),
        _longer(pause, EIGHT + 50 * MINUTE, latest),
    ]
    seen = pause_of(kept, BEN, now=EIGHT + 50 * MINUTE)
    assert seen is not None
    assert (seen.state, seen.until, seen.extended) == ("running", later, True)


def test_it_lets_nobody_else_end_or_stretch_his_pause() -> None:
    pause = _pause()
    foreign = replace(_back(pause, EIGHT + MINUTE), author=ADA)
    seen = pause_of([pause, foreign], BEN, now=EIGHT + 2 * MINUTE)
    assert seen is not None
    assert seen.state == "running"


def test_it_brings_a_forgotten_pause_up_for_two_days_and_then_lets_it_be() -> None:
    kept = [_pause()]
    assert pause_of(kept, BEN, now=EIGHT + timedelta(days=1)) is not None
    assert pause_of(kept, BEN, now=EIGHT + timedelta(days=3)) is None


def test_it_looks_at_the_newest_pause_only() -> None:
    old, new = _pause(), _pause(EIGHT + timedelta(hours=3))
    seen = pause_of([new, old], BEN, now=EIGHT + timedelta(hours=3, minutes=1))
    assert seen is not None
    assert seen.id == new.id


def test_it_calls_ten_minutes_late_back_and_an_hour_late_missed() -> None:
    pause = _pause()
    end = EIGHT + 40 * MINUTE
    assert not missed([pause, _back(pause, end + 10 * MINUTE)], BEN, now=end + 60 * MINUTE)
    assert missed([pause, _back(pause, end + 60 * MINUTE)], BEN, now=end + 61 * MINUTE)
    assert missed([pause], BEN, now=end + 16 * MINUTE)
    assert not missed([pause], BEN, now=end + 14 * MINUTE)


def test_it_asks_both_after_three_missed_returns_in_a_fortnight_and_neither_before() -> None:
    days = [EIGHT + timedelta(days=day) for day in (0, 4, 8)]
    kept = [_pause(at) for at in days]
    now = EIGHT + timedelta(days=9)
    both = (ADA, BEN)
    asked = asks_how_it_feels(kept, both, now=now)
    assert asked is not None
    assert asked.id == kept[2].id
    assert not asks_how_it_feels(kept[1:], both, now=now)
    assert not asks_how_it_feels(kept, both, now=now + timedelta(days=7))
    sign = Kept(BEN, EIGHT, Sign(sign="care"), uuid4())
    assert not asks_how_it_feels([sign], both, now=now)

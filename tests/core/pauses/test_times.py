"""Which return times Ben is offered, on whatever clock he lives by."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from nearer.core.pauses import LONGEST, extensions, offers

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(  # noqa: DTZ001 - made aware next
    lambda moment: moment.replace(tzinfo=UTC)
)
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)


@given(MOMENTS, ZONES)
def test_it_offers_ben_no_time_under_twenty_minutes_or_over_a_day(
    now: datetime, zone: ZoneInfo
) -> None:
    found = offers(now, zone)
    assert [offer.when for offer in found][:3] == ["20", "40", "60"]
    assert all(timedelta(minutes=20) <= offer.until - now <= LONGEST for offer in found)
    assert all(offer.until.tzinfo is UTC for offer in found)
    assert len({offer.when for offer in found}) == len(found)


@given(MOMENTS, ZONES)
def test_it_means_nine_in_the_morning_on_his_own_clock(now: datetime, zone: ZoneInfo) -> None:
    when, morning = offers(now, zone)[-1].when, offers(now, zone)[-1].until
    if morning - now < LONGEST:
        local, here = morning.astimezone(zone), now.astimezone(zone)
        # In the one night in which nine o'clock is left out, it is an hour later.
        assert local.hour in (9, 10)
        assert local.date() == here.date() + timedelta(days=when == "tomorrow")
        assert (when == "morning") == (here.hour < 5)


def test_it_offers_ben_the_morning_that_comes_when_he_lies_awake() -> None:
    half_past_midnight = datetime(2026, 11, 22, 0, 30, tzinfo=BERLIN)
    *_, last = offers(half_past_midnight, BERLIN)
    assert (last.when, last.until) == ("morning", half_past_midnight + timedelta(hours=8.5))


def test_it_keeps_nine_o_clock_in_the_night_the_clock_goes_forward() -> None:
    evening = datetime(2026, 3, 28, 22, 0, tzinfo=BERLIN)
    until = offers(evening, BERLIN)[-1].until
    assert until.astimezone(BERLIN).hour == 9
    assert until - evening == timedelta(hours=10)


def test_it_offers_tonight_in_the_afternoon_and_not_at_half_past_eight() -> None:
    afternoon = datetime(2026, 11, 22, 16, 0, tzinfo=BERLIN)
    evening = datetime(2026, 11, 22, 20, 30, tzinfo=BERLIN)
    assert "tonight" in {offer.when for offer in offers(afternoon, BERLIN)}
    assert "tonight" not in {offer.when for offer in offers(evening, BERLIN)}


def test_it_counts_twenty_real_minutes_over_the_change_of_the_clock() -> None:
    late = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)  # ten minutes before the clock goes back
    assert offers(late, BERLIN)[0].until == late + timedelta(minutes=20)


def test_it_offers_real_minutes_more_in_the_night_the_clock_goes_forward() -> None:
    until = datetime(2026, 3, 29, 1, 50, tzinfo=BERLIN)  # ten minutes before three o'clock
    begun = until - timedelta(minutes=40)
    first, *_ = extensions(begun.astimezone(UTC), until.astimezone(UTC), begun.astimezone(UTC))
    assert first - until.astimezone(UTC) == timedelta(minutes=20)
    assert (first.astimezone(BERLIN).hour, first.astimezone(BERLIN).minute) == (3, 10)


def test_it_lets_him_put_it_off_a_little_and_never_past_a_day() -> None:
    begun = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    until = begun + timedelta(minutes=40)
    now = begun + timedelta(minutes=30)
    assert extensions(begun, until, now)[0] == until + timedelta(minutes=20)
    assert extensions(begun, until, until + timedelta(minutes=5))[0] > until + timedelta(minutes=20)
    assert extensions(begun, begun + LONGEST, now) == ()

"""Slowing down whoever guesses. Nobody is ever locked out by another's guesses."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trouble import at_once

from nearer.acts.slow_down import SlowDown, Try, give_back_each, spend, spend_each
from nearer.store.models import Allowance

pytestmark = pytest.mark.django_db


def test_it_lets_an_honest_slip_pass_and_slows_the_ninth_try() -> None:
    now = timezone.now()
    for _ in range(8):
        spend(Try.NAME, "ada", now=now)
    with pytest.raises(SlowDown) as slow:
        spend(Try.NAME, "ada", now=now)
    assert slow.value.wait == 6
    assert "wait 6 s" in str(slow.value)


def test_it_asks_for_whole_seconds_and_keeps_its_word() -> None:
    now = timezone.now()
    for _ in range(8):
        spend(Try.NAME, "ada", now=now)
    for passed, left in [(0.5, 6), (3.2, 3), (5.9, 1)]:
        with pytest.raises(SlowDown) as slow:
            spend(Try.NAME, "ada", now=now + timedelta(seconds=passed))
        assert slow.value.wait == left
    spend(Try.NAME, "ada", now=now + timedelta(seconds=6))


def test_it_does_not_make_a_wait_longer_for_trying_during_it() -> None:
    now = timezone.now()
    for _ in range(8):
        spend(Try.NAME, "ada", now=now)
    for _ in range(50):
        with pytest.raises(SlowDown) as slow:
            spend(Try.NAME, "ada", now=now)
        assert slow.value.wait == 6


def test_it_never_waits_longer_than_one_token_takes_whoever_guesses() -> None:
    """Ben guesses at Ada's passphrase all night; Ada waits for seconds and comes in."""
    now, waits = timezone.now(), set()
    for hour in range(12):
        for _ in range(12):
            try:
                spend(Try.NAME, "ada", now=now + timedelta(hours=hour))
            except SlowDown as slow:
                waits.add(slow.wait)
    assert waits <= {1, 2, 3, 4, 5, 6}
    spend(Try.NAME, "ada", now=now + timedelta(hours=11, seconds=6))


def test_it_keeps_apart_whom_and_what_it_slows() -> None:
    now = timezone.now()
    for _ in range(8):
        spend(Try.NAME, "ada", now=now)
    spend(Try.NAME, "ben", now=now)
    spend(Try.ADDRESS, "ada", now=now)
    with pytest.raises(SlowDown):
        spend_each([(Try.ADDRESS, "192.0.2.1"), (Try.NAME, "ada")], now=now)


def test_it_gives_back_a_try_that_was_right_and_never_more_than_there_were() -> None:
    now, ada = timezone.now(), [(Try.NAME, "ada")]
    for _ in range(20):
        spend_each(ada, now=now)
        give_back_each(ada)
    give_back_each(ada)
    for _ in range(8):
        spend(Try.NAME, "ada", now=now)
    with pytest.raises(SlowDown):
        spend(Try.NAME, "ada", now=now)


def test_it_names_nobody_in_its_table() -> None:
    spend(Try.NAME, "ada", now=timezone.now())
    row = Allowance.objects.get()
    assert len(bytes(row.key)) == 32
    assert b"ada" not in bytes(row.key)
    assert str(row) == "allowance"


def test_it_holds_when_the_clock_runs_backwards() -> None:
    now = timezone.now()
    for _ in range(8):
        spend(Try.NAME, "ada", now=now)
    with pytest.raises(SlowDown) as slow:
        spend(Try.NAME, "ada", now=now - timedelta(days=1))
    assert slow.value.wait <= 6


@settings(max_examples=8, deadline=None)
@given(gaps=st.lists(st.floats(min_value=0, max_value=20), min_size=12, max_size=24))
def test_it_gives_no_more_tries_than_its_rate_allows(gaps: list[float]) -> None:
    Allowance.objects.all().delete()
    rate, now, passed, granted = Try.NAME.value, timezone.now(), 0.0, 0
    for gap in gaps:
        passed += gap
        try:
            spend(Try.NAME, "ada", now=now + timedelta(seconds=passed))
            granted += 1
        except SlowDown:
            pass
    assert granted <= rate.burst + passed / rate.seconds


@pytest.mark.django_db(transaction=True)
def test_it_gives_the_last_token_to_one_of_two_processes() -> None:
    now = timezone.now()
    for _ in range(7):
        spend(Try.NAME, "ada", now=now)
    said = at_once(*[lambda: spend(Try.NAME, "ada", now=now)] * 4)
    assert sorted(type(one).__name__ for one in said) == ["NoneType", *["SlowDown"] * 3]


@pytest.mark.django_db(transaction=True)
def test_it_meets_two_first_tries_at_once() -> None:
    now = timezone.now()
    said = at_once(*[lambda: spend(Try.NAME, "ada", now=now)] * 4)
    assert said == [None] * 4
    assert Allowance.objects.get().tokens == 4

"""Tending: what nobody can use any more goes, and nothing else."""

from datetime import timedelta

from django.utils import timezone
from tests import deeds
from tests.cast import Cast
from tests.pairing import Link
from tests.trouble import everything

from nearer.acts.slow_down import Try, spend
from nearer.store.models import Session, Space
from nearer.store.tend import Tended, tend


def test_it_removes_nothing_that_is_in_use(cast: Cast) -> None:
    deeds.letter(cast.ada)
    Link.by(cast.cleo).take(cast.eve)
    spend(Try.NAME, "ada", now=timezone.now())
    before = everything()
    assert tend(timezone.now()) == Tended(0, 0, 0)
    assert everything() == before


def test_it_removes_a_phone_nobody_used_for_a_month(cast: Cast) -> None:
    old = timezone.now() - timedelta(days=31)
    Session.objects.filter(person=cast.ben.person).update(active=old)
    assert tend(timezone.now()) == Tended(1, 0, 0)
    assert not Session.objects.filter(person=cast.ben.person).exists()
    assert str(Session.objects.filter(person=cast.ada.person).first()) == "session"


def test_it_removes_a_pairing_that_ran_out_and_no_linked_couple(cast: Cast) -> None:
    before = everything()
    Link.by(cast.cleo).take(cast.eve)
    week = timezone.now() + timedelta(days=7, seconds=1)
    assert tend(week).invites == 1
    assert everything() == before
    assert Space.objects.filter(kind="couple", state="open").count() == 1


def test_it_removes_tries_that_have_all_come_back(cast: Cast) -> None:
    del cast
    for name in ("ada", "ben"):
        spend(Try.NAME, name, now=timezone.now())
    assert tend(timezone.now() + timedelta(hours=23)).allowances == 0
    assert tend(timezone.now() + timedelta(hours=25)).allowances == 2


def test_it_may_run_at_any_time_and_again(cast: Cast) -> None:
    Link.by(cast.cleo)
    later = timezone.now() + timedelta(days=40)
    assert tend(later) == Tended(5, 1, 0)
    before = everything()
    assert tend(later) == Tended(0, 0, 0)
    assert everything() == before

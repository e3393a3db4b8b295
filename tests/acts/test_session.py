"""Signing in, locking, unlocking, and what a thief of one half has."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Cast, Someone

from nearer.acts import session as sessions
from nearer.acts.session import NotProven
from nearer.store.models import Session
from nearer.vault import Secret


def _begun(ada: Someone) -> sessions.Begun:
    now = timezone.now()
    private = ada.side.keys.marks.private
    return sessions.sign_in(ada.person, private, time_zone="UTC", idle_minutes=5, now=now)


def test_it_proves_ada_by_her_passphrase_and_nobody_by_another(cast: Cast) -> None:
    assert sessions.prove("ada", cast.ada.proof()).person.id == cast.ada.id
    for name, proof in [("Ada", cast.ben.proof()), ("nobody", cast.ada.proof()), ("", b"")]:
        with pytest.raises(NotProven):
            sessions.prove(name, proof)


def test_it_needs_both_cookies_to_read_what_ada_marked(cast: Cast) -> None:
    begun, now = _begun(cast.ada), timezone.now()
    inside = sessions.look_inside(begun.session, begun.cookies.key, now=now)
    assert inside is not None
    assert inside.marks == cast.ada.side.keys.marks.private.reveal()
    for other in ("", "00" * 32, "not hex", _begun(cast.ada).cookies.key):
        assert sessions.look_inside(begun.session, other, now=now) is None


def test_it_keeps_only_a_hash_of_the_token(cast: Cast) -> None:
    begun = _begun(cast.ada)
    assert sessions.find(begun.cookies.token, now=timezone.now()) == begun.session
    assert begun.cookies.token.encode() not in bytes(begun.session.token_hash)
    assert sessions.find("another", now=timezone.now()) is None


@pytest.mark.parametrize(
    ("after", "opens"),
    [(timedelta(minutes=4), True), (timedelta(minutes=6), False), (timedelta(hours=13), False)],
)
def test_it_locks_a_phone_that_ben_left_lying(cast: Cast, after: timedelta, opens: bool) -> None:  # noqa: FBT001 - a case
    begun = _begun(cast.ben)
    inside = sessions.look_inside(begun.session, begun.cookies.key, now=timezone.now() + after)
    assert (inside is not None) is opens
    assert bool(Session.objects.get(id=begun.session.id).box) is opens


def test_it_does_not_revive_a_session_that_was_locked_in_another_tab(cast: Cast) -> None:
    begun = _begun(cast.ada)
    late = Session.objects.get(id=begun.session.id)
    sessions.lock(begun.session)
    sessions.stay_active(late, now=timezone.now() + timedelta(minutes=2))
    row = Session.objects.get(id=begun.session.id)
    assert row.active == begun.session.active
    assert sessions.look_inside(row, begun.cookies.key, now=timezone.now()) is None


def test_it_unlocks_with_ada_s_key_and_not_with_ben_s(cast: Cast) -> None:
    begun, now = _begun(cast.ada), timezone.now()
    sessions.lock(begun.session)
    with pytest.raises(NotProven):
        sessions.unlock(
            begun.session,
            cast.ben.side.keys.marks.private,
            time_zone="UTC",
            idle_minutes=5,
            now=now,
        )
    private = cast.ada.side.keys.marks.private
    key = sessions.unlock(begun.session, private, time_zone="UTC", idle_minutes=9, now=now)
    assert sessions.look_inside(begun.session, key, now=now) is not None
    assert begun.session.idle_minutes == 9


def test_it_refuses_a_session_for_a_key_that_is_not_hers(cast: Cast) -> None:
    with pytest.raises(NotProven):
        sessions.sign_in(
            cast.ada.person, Secret.fresh(), time_zone="UTC", idle_minutes=5, now=timezone.now()
        )


def test_it_forgets_a_session_nobody_used_for_a_month(cast: Cast) -> None:
    begun = _begun(cast.ada)
    later = timezone.now() + timedelta(days=31)
    assert sessions.find(begun.cookies.token, now=later) is None


def test_it_signs_ada_out_everywhere_else_and_leaves_ben_alone(cast: Cast) -> None:
    here = _begun(cast.ada).session
    _begun(cast.ada)
    assert sessions.sign_out_everywhere(cast.ada.person, but=here) == 2
    assert list(Session.objects.filter(person=cast.ada.person)) == [here]
    assert Session.objects.filter(person=cast.ben.person).exists()
    sessions.sign_out(here)
    assert not Session.objects.filter(person=cast.ada.person).exists()

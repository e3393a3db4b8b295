"""Sign in, unlock, lock, sign out: what happens to the session row and its two secrets.

Signing in *is* proving the passphrase and handing over the marks key that opening the slot gave.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import msgspec
from django.db import DatabaseError

from nearer.store import who
from nearer.store.models import Person, Session, Slot
from nearer.vault.errors import VaultError
from nearer.vault.passphrase import fold_name, proof_matches
from nearer.vault.people import public_of
from nearer.vault.secret import Secret
from nearer.vault.sessions import open_session, seal_session

FORGOTTEN_AFTER = timedelta(days=30)
LOCKED_AFTER = timedelta(hours=12)
ACTIVE_GRAIN = timedelta(seconds=30)


class NotProven(Exception):
    """The name is not known or the proof does not fit it. Nothing tells which."""


class Inside(msgspec.Struct, frozen=True):
    """What an unlocked session holds, sealed: the marks private key and the time zone."""

    marks: bytes
    time_zone: str


@dataclass(frozen=True, slots=True)
class Cookies:
    """The two halves a browser keeps: which session it is, and the secret that opens it."""

    token: str
    key: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A new session and what its browser keeps of it."""

    session: Session
    cookies: Cookies


def _hash(token: str) -> bytes:
    return sha256(b"nearer/v1/token" + token.encode()).digest()


def prove(name: str, proof: bytes, kind: Slot.Kind = Slot.Kind.PASSPHRASE) -> Slot:
    """The slot of this kind for this name, if the proof fits. Raises NotProven.

    An unknown name takes the same steps as a known one: one look-up, one hash, one comparison.
    """
    slot = (
        Slot.objects.select_related("person")
        .filter(person__folded=fold_name(name), kind=kind)
        .first()
    )
    fits = proof_matches(proof, bytes(slot.verifier) if slot else bytes(32))
    if slot is None or not fits:
        raise NotProven
    return slot


def check_key(person: Person, marks_private: Secret) -> None:
    """Raise NotProven unless a marks private key handed over is this person's."""
    if public_of(marks_private) != bytes(person.marks_public):
        raise NotProven


def sign_in(
    person: Person, marks_private: Secret, *, time_zone: str, idle_minutes: int, now: datetime
) -> Begun:
    """Begin a session that is unlocked. Raises NotProven if the key is not this person's."""
    check_key(person, marks_private)
    token = secrets.token_urlsafe(32)
    session = Session(
        token_hash=_hash(token),
        person=person,
        begun=now,
        unlocked=now,
        active=now,
        idle_minutes=idle_minutes,
    )
    key = _seal(session, marks_private, time_zone)
    session.save(force_insert=True)
    return Begun(session, Cookies(token, key))


def unlock(
    session: Session, marks_private: Secret, *, time_zone: str, idle_minutes: int, now: datetime
) -> str:
    """Unlock a locked session. Gives the new secret for the key cookie. Raises NotProven."""
    check_key(session.person, marks_private)
    key = _seal(session, marks_private, time_zone)
    session.unlocked = session.active = now
    session.idle_minutes = idle_minutes
    session.challenge = b""
    session.save()
    return key


def _seal(session: Session, marks_private: Secret, time_zone: str) -> str:
    """A fresh secret for the cookie; the session's box is sealed under it."""
    secret = Secret.fresh()
    inside = msgspec.json.encode(Inside(marks_private.reveal(), time_zone))
    session.box = seal_session(secret, session.id, inside)
    return secret.reveal().hex()


def find(token: str, *, now: datetime) -> Session | None:
    """The session for this token, unless it is forgotten."""
    session = who.session_with(_hash(token))
    if session is None or now - session.active > FORGOTTEN_AFTER:
        return None
    return session


def look_inside(session: Session, key: str, *, now: datetime) -> Inside | None:
    """What the session holds, if it is unlocked, not idle too long, and the cookie's key fits.

    Being idle too long is a lock: the row's box is emptied there and then.
    """
    if not session.box:
        return None
    idle = now - session.active > timedelta(minutes=session.idle_minutes)
    if idle or now - session.unlocked > LOCKED_AFTER:
        with suppress(DatabaseError):  # on a full disk the box stays, and is refused each time
            lock(session)
        return None
    try:
        plain = open_session(Secret(bytes.fromhex(key)), session.id, bytes(session.box))
    except (ValueError, VaultError):
        return None
    return msgspec.json.decode(plain, type=Inside)


def stay_active(session: Session, *, now: datetime) -> None:
    """A hand did something. Written at most twice a minute, to spare the disk."""
    if now - session.active > ACTIVE_GRAIN:
        session.active = now
        # Only while unlocked: a late request must not revive a lock made in another tab.
        Session.objects.filter(id=session.id).exclude(box=b"").update(active=now)


def lock(session: Session) -> None:
    """Drop the marks key. The browser drops its half by itself."""
    session.box = b""
    Session.objects.filter(id=session.id).update(box=b"", challenge=b"")


def sign_out(session: Session) -> None:
    """End this session."""
    session.delete()


def sign_out_everywhere(person: Person, *, but: Session | None = None) -> int:
    """End every session of this person, but for one if given. Gives how many ended."""
    others = Session.objects.filter(person=person)
    if but is not None:
        others = others.exclude(id=but.id)
    ended, _ = others.delete()
    return ended

"""Who is here: what each request asks before it does anything else, written out in SQL once.

A page for somebody unlocked begins with the same three questions. Django words each anew for each
request, at several times the cost of the answer (see also `rows.py`).
"""

from typing import NamedTuple
from uuid import UUID

from django.db import connection

from nearer.store.models import Person, Session

_SESSION = "SELECT * FROM store_session WHERE token_hash = %s"
_PERSON = "SELECT * FROM store_person WHERE id = %s"
_MEMBERSHIPS = """
    SELECT space.id, space.kind, space.state, member.marks_key, member.words_key
    FROM store_member AS member JOIN store_space AS space ON space.id = member.space_id
    WHERE member.person_id = %s
"""
_OTHER = """
    SELECT person.* FROM store_member AS member JOIN store_person AS person
    ON person.id = member.person_id
    WHERE member.space_id = %s AND member.person_id <> %s
"""


class Membership(NamedTuple):
    """A space, and both its keys as they are sealed to one member."""

    space: UUID
    kind: str
    state: str
    marks_key: bytes
    words_key: bytes


def session_with(token_hash: bytes) -> Session | None:
    """The session of this token, with its person."""
    for session in Session.objects.raw(_SESSION, [token_hash]):
        for person in Person.objects.raw(_PERSON, [_id(session.person_id)]):
            session.person = person
            return session
    return None


def memberships(person: UUID) -> list[Membership]:
    """Every space this person is a member of, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERSHIPS, [_id(person)])
        return [
            Membership(
                space if isinstance(space, UUID) else UUID(space),
                kind,
                state,
                bytes(marks_key),
                bytes(words_key),
            )
            for space, kind, state, marks_key, words_key in cursor.fetchall()
        ]


def other_in(space: UUID, person: UUID) -> Person | None:
    """The other one in a couple's space."""
    return next(iter(Person.objects.raw(_OTHER, [_id(space), _id(person)])), None)


def _id(value: UUID) -> UUID | str:
    """As the database has it: SQLite knows no UUIDs, and keeps their hex digits."""
    return value if connection.features.has_native_uuid_field else value.hex

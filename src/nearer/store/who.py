"""Who is here: what each request asks before it does anything else, written out in SQL once.

A page for somebody unlocked begins with the same three questions. Django words each anew for each
request, at several times the cost of the answer (see also `rows.py`).
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model

from nearer.store.models import Person, Session

M = TypeVar("M", bound=Model)


def _fields(model: type[Model]) -> "Sequence[Field[Any, Any]]":
    return model._meta.concrete_fields  # noqa: SLF001  Django's name for it


def _columns(model: type[Model], alias: str) -> str:
    return ", ".join(f"{alias}.{field.column}" for field in _fields(model))


_SESSION = f"""
    SELECT {_columns(Session, "session")}, {_columns(Person, "person")}
    FROM store_session AS session JOIN store_person AS person ON person.id = session.person_id
    WHERE session.token_hash = %s
"""  # noqa: S608  column names of ours
_MEMBERSHIPS = """
    SELECT space.id, space.kind, space.state, space.version, member.marks_key, member.words_key
    FROM store_member AS member JOIN store_space AS space ON space.id = member.space_id
    WHERE member.person_id = %s
"""
_OTHER = f"""
    SELECT {_columns(Person, "person")}
    FROM store_member AS member JOIN store_person AS person ON person.id = member.person_id
    WHERE member.space_id = %s AND member.person_id <> %s
"""  # noqa: S608  the same


class Membership(NamedTuple):
    """A space, and both its keys as they are sealed to one member."""

    space: UUID
    kind: str
    state: str
    version: int
    marks_key: bytes
    words_key: bytes


def session_with(token_hash: bytes) -> Session | None:
    """The session of this token, with its person."""
    row = _first(_SESSION, [token_hash])
    if row is None:
        return None
    split = len(_fields(Session))
    session = _read(Session, row[:split])
    session.person = _read(Person, row[split:])
    return session


def memberships(person: UUID) -> list[Membership]:
    """Every space this person is a member of, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERSHIPS, [_id(person)])
        return [
            Membership(
                space if isinstance(space, UUID) else UUID(space),
                kind,
                state,
                version,
                bytes(marks_key),
                bytes(words_key),
            )
            for space, kind, state, version, marks_key, words_key in cursor.fetchall()
        ]


def other_in(space: UUID, person: UUID) -> Person | None:
    """The other one in a couple's space."""
    row = _first(_OTHER, [_id(space), _id(person)])
    return None if row is None else _read(Person, row)


def _first(sql: str, asked: Sequence[Any]) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found


def _read(model: type[M], values: Sequence[Any]) -> M:
    """A row's columns as Django would read them, without its wording a query for them."""
    names, readers = _readers(model)
    read = list(values)
    for place, convert, column in readers:
        read[place] = convert(read[place], column, connection)
    return model.from_db(connection.alias, names, read)


@cache
def _readers(model: type[Model]) -> tuple[list[str], list[tuple[int, Any, Any]]]:
    """The names of a model's fields, and what this database's values go through, by place."""
    readers = []
    for place, field in enumerate(_fields(model)):
        column = field.get_col(field.model._meta.db_table)  # noqa: SLF001  the same
        converters = [
            *connection.ops.get_db_converters(column),
            *field.get_db_converters(connection),
        ]
        readers += [(place, convert, column) for convert in converters]
    return [field.attname for field in _fields(model)], readers


def _id(value: UUID) -> UUID | str:
    """As the database has it: SQLite knows no UUIDs, and keeps their hex digits."""
    return value if connection.features.has_native_uuid_field else value.hex

"""How the log looks records up and holds a space open, written out in SQL once.

Most of a page's time would go into Django wording the same few queries anew for each request;
asked in SQL they cost a fifth. The price is a second place that knows the tables' columns. Only
`log.py` uses this, and both databases understand it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from nearer.store.models import Record

_EVER = datetime.max.replace(tzinfo=UTC)
_ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = ("id", "author_id", "shelf", "at", "marks", "words")
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM store_record WHERE space_id = %s"  # noqa: S608  these are literals
_SHELF = "AND shelf = %s AND at >= %s AND at < %s ORDER BY at DESC, id LIMIT %s"
_NEWEST = f"SELECT * FROM ({_SELECT} {_SHELF}) AS one"  # noqa: S608  the same
_MAY_WRITE = """
    SELECT 1 FROM store_space AS space JOIN store_member AS member ON member.space_id = space.id
    WHERE space.id = %s AND space.state = 'open' AND member.person_id = %s
"""
_HOLD_OPEN = (
    f"UPDATE store_space SET version = version + %s WHERE id = %s AND EXISTS ({_MAY_WRITE})"  # noqa: S608  the same
)
_INSERT = f"""
    INSERT INTO store_record (id, space_id, author_id, shelf, thread, at, marks, words)
    SELECT %s, %s, %s, %s, %s, %s, %s, %s WHERE EXISTS ({_MAY_WRITE}) ON CONFLICT DO NOTHING
"""
_UUID = Record._meta.get_field("id")  # noqa: SLF001  Django's name for it
_TIME = Record._meta.get_field("at")  # noqa: SLF001  the same


class Row(NamedTuple):
    """What a reader needs of one record."""

    id: UUID
    author: UUID
    shelf: bytes
    at: datetime
    marks: bytes
    words: bytes


def newest(
    space: UUID,
    shelves: Sequence[bytes],
    *,
    limit: int,
    before: datetime | None,
    since: datetime | None = None,
) -> list[Row]:
    """The newest rows of some shelves, newest first, at most `limit`, in one query.

    Only those of `since` or later, and earlier than `before`, where these are given. Each shelf is
    bounded by itself, along its index: the cost does not grow with the history.
    """
    span = (since or _ALWAYS, before or _EVER)
    sql, asked = _of_each(space, dict.fromkeys(shelves, limit), span)
    return _rows(f"{sql} ORDER BY at DESC, id LIMIT %s", [*asked, limit])


def newest_of_each(space: UUID, shelves: Mapping[bytes, int]) -> list[Row]:
    """The newest rows of some shelves, newest first, of each so many, in one query."""
    sql, asked = _of_each(space, shelves, (_ALWAYS, _EVER))
    return _rows(f"{sql} ORDER BY at DESC, id", asked)


def newest_first(found: Iterable[Row]) -> list[Row]:
    """These rows in the order in which `newest` gives them."""
    by_id = sorted(found, key=attrgetter("id.bytes"))
    return sorted(by_id, key=attrgetter("at"), reverse=True)


def _of_each(
    space: UUID, shelves: Mapping[bytes, int], span: tuple[datetime, datetime]
) -> tuple[str, list[Any]]:
    """The newest rows of each shelf, in no order yet: the SQL, and what it asks with."""
    first, until = (_TIME.get_db_prep_value(at, connection) for at in span)
    asked: list[Any] = []
    for shelf, limit in shelves.items():
        asked += [_id(space), shelf, first, until, limit]
    return " UNION ALL ".join([_NEWEST] * len(shelves)), asked


def in_threads(space: UUID, threads: Sequence[bytes]) -> list[Row]:
    """Every row of some threads, oldest first.

    Here and below rows of one moment stand by their ids: a database is free to give them in an
    order that depends on what another wrote and removed.
    """
    return _rows(
        f"{_SELECT} AND thread IN ({_places(threads)}) ORDER BY at, id", [_id(space), *threads]
    )


def with_ids(space: UUID, ids: Sequence[UUID]) -> list[Row]:
    """Those rows of these ids that are there, oldest first."""
    given = [_id(one) for one in ids]
    which = f"AND id IN ({_places(given)})"
    return _rows(f"{_SELECT} {which} ORDER BY at, id", [_id(space), *given])


def all_of(space: UUID, author: UUID | None = None) -> Iterator[Row]:
    """Every row of a space, or of one author's in it, oldest first, fetched as asked for."""
    rows = Record.objects.filter(space_id=space)
    if author is not None:
        rows = rows.filter(author_id=author)
    found = rows.order_by("at", "id").values_list(*_COLUMNS)
    for values in found.iterator(chunk_size=200):
        yield Row(*values)


def may_write(space: UUID, member: UUID) -> bool:
    """Whether this space is open, and this person in it."""
    with connection.cursor() as cursor:
        cursor.execute(_MAY_WRITE, [_id(space), _id(member)])
        return cursor.fetchone() is not None


def insert(row: Row, space: UUID, thread: bytes | None) -> bool:
    """Keep one row of somebody's who may write here.

    False where they may not, and where there is one of this id: nothing has changed then. That is
    an answer and no error, so that no savepoint has to be set before each insert to come back to:
    on PostgreSQL two round trips of the ten that a save took.
    """
    ids = [_id(row.id), _id(space), _id(row.author)]
    at = _TIME.get_db_prep_value(row.at, connection)
    may = [_id(space), _id(row.author)]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [*ids, row.shelf, thread, at, row.marks, row.words, *may])
        inserted: int = cursor.rowcount
    return inserted == 1


def hold_open(space: UUID, member: UUID, *, rings: bool = True) -> bool:
    """Raise the version of a space in which this person may write, which locks its row.

    Where nobody is to be told, the row is locked and the version stays.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HOLD_OPEN, [int(rings), _id(space), _id(space), _id(member)])
        raised: int = cursor.rowcount
    return raised == 1


def _places(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _rows(sql: str, asked: Sequence[Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return [
            Row(_read_id(one), _read_id(by), bytes(on), _read_time(at), bytes(marks), bytes(words))
            for one, by, on, at, marks, words in cursor.fetchall()
        ]


def _id(value: UUID) -> Any:  # noqa: ANN401  hex text for SQLite
    return _UUID.get_db_prep_value(value, connection)


def _read_id(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _read_time(value: datetime | str) -> datetime:
    """A time with its zone. SQLite keeps UTC without saying so, and from a subquery as text."""
    time = datetime.fromisoformat(value) if isinstance(value, str) else value
    return time if time.tzinfo else time.replace(tzinfo=UTC)

"""All that a house keeps, read past its server and opened with its people's own keys.

Two books are compared after each step: what is gone, what is new. A row that changed in any byte is
one gone and one new, so "nothing else changed" is part of every comparison.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from nearer.core.moments import Felt, SessionBegun, decode, kind_of
from nearer.vault import Address, Purpose
from nearer.vault.records import open_box, plain_to_words
from nearer.vault.spaces import open_space_key
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.e2e.house import House

    from nearer.acts.as_a_browser import BrowserSide
    from nearer.vault.secret import Secret

Line = tuple[str, ...]
"""One thing that is kept, as a test says it: ("letter", "Ada", "couple", "It was cold.")."""

TABLES = ("person", "slot", "space", "member", "invite", "record", "session")
SLOTS = {1: "passphrase", 2: "recovery", 3: "passkey"}
WITHOUT = {"space": ("version",), "session": ("active",)}  # what may change while nothing does


def tables(house: House) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, with ids as UUIDs whichever database it is."""
    found = {}
    with closing(_connect(house)) as connection:
        for name in TABLES:
            cursor = connection.execute(f"SELECT * FROM store_{name}")  # noqa: S608  names of ours
            found[name] = [_ids(dict(row)) for row in cursor.fetchall()]
    return found


def change(house: House, statement: str) -> None:
    """Change something past the server, such as how long ago a hand was here."""
    with closing(_connect(house)) as connection, connection:
        connection.execute(statement)


def no_hand_for(house: House, minutes: int) -> None:
    """Make it so that nobody has touched anything for this long."""
    ago = {
        True: f"active - interval '{minutes} minutes'",
        False: f"datetime(active, '-{minutes} minutes')",
    }
    change(house, f"UPDATE store_session SET active = {ago[bool(house.database_url)]}")  # noqa: S608  a number


def _connect(house: House) -> Any:
    if house.database_url:
        return psycopg.connect(house.database_url, row_factory=dict_row)
    connection = sqlite3.connect(house.data / "nearer.sqlite3", timeout=30)
    connection.row_factory = sqlite3.Row
    return connection


def _ids(row: dict[str, Any]) -> dict[str, Any]:
    for name, value in row.items():
        if isinstance(value, str) and len(value) == 32 and (name == "id" or name.endswith("_id")):
            row[name] = UUID(value)
    return row


@dataclass(frozen=True)
class Book:
    """What was kept at one moment: each row's bytes, and what it says."""

    rows: dict[tuple[object, ...], Line]
    tables: dict[str, list[dict[str, Any]]]

    def since(self, earlier: Book) -> tuple[Counter[Line], Counter[Line]]:
        """What is gone and what is new since then."""
        gone = Counter(line for key, line in earlier.rows.items() if key not in self.rows)
        new = Counter(line for key, line in self.rows.items() if key not in earlier.rows)
        return gone, new

    def count(self, *line: str) -> int:
        """How often this is kept."""
        return sum(found[: len(line)] == line for found in self.rows.values())


def read(house: House, sides: Iterable[BrowserSide]) -> Book:
    """Read it all. Every box of every record has to open."""
    found = tables(house)
    return Book(dict(_lines(found, _Keys(found, list(sides)))), found)


class _Keys:
    """The keys of every space, opened as its members open them: all must find the same two."""

    def __init__(self, found: dict[str, list[dict[str, Any]]], sides: list[BrowserSide]) -> None:
        self.names = {side.id: side.name for side in sides}
        self.kinds = {row["id"]: row["kind"] for row in found["space"]}
        self.marks: dict[UUID, Secret] = {}
        self.words: dict[UUID, Secret] = {}
        by_id = {side.id: side for side in sides}
        for row in found["member"]:
            side, space = by_id[row["person_id"]], row["space_id"]
            pairs = (
                (self.marks, Purpose.MARKS, side.keys.marks.private, row["marks_key"]),
                (self.words, Purpose.WORDS, side.keys.words.private, row["words_key"]),
            )
            for keys, purpose, private, sealed in pairs:
                key = open_space_key(private, purpose, space, side.id, bytes(sealed))
                assert keys.setdefault(space, key).reveal() == key.reveal(), "two keys of one space"


def _lines(
    found: dict[str, list[dict[str, Any]]], keys: _Keys
) -> Iterator[tuple[tuple[object, ...], Line]]:
    for table in ("person", "slot", "space", "member", "invite"):
        for row in found[table]:
            yield _bytes(table, row), (table, *_says(table, row, keys))
    for row in found["record"]:
        line = _record(row, keys)
        if line:
            yield _bytes("record", row), line


def _says(table: str, row: dict[str, Any], keys: _Keys) -> Line:
    match table:
        case "person":
            return (row["name"],)
        case "slot":
            of = keys.names[row["person_id"]]
            return (of, SLOTS[row["kind"]], to_text(bytes(row["verifier"])))
        case "space":
            return (row["kind"], row["state"])
        case "member":
            return (keys.names[row["person_id"]], keys.kinds[row["space_id"]])
    said = f"{row['inviter_same']:d}{row['accepter_same']:d}"
    return (keys.names[row["inviter_id"]], keys.names.get(row["accepter_id"], "nobody"), said)


def _record(row: dict[str, Any], keys: _Keys) -> Line | None:
    """A record opened, both boxes. None for the note that a session began."""
    space, author = row["space_id"], row["author_id"]
    at = Address(space, row["id"], author)
    moment = decode(open_box(keys.marks[space], Purpose.MARKS, at, bytes(row["marks"])))
    if isinstance(moment, SessionBegun):
        return None
    text = str(moment.understood) if isinstance(moment, Felt) else ""
    if row["words"]:
        box = open_box(keys.words[space], Purpose.WORDS, at, bytes(row["words"]))
        text = json.dumps(plain_to_words(box), sort_keys=True, ensure_ascii=False)
    return (kind_of(moment), keys.names[author], keys.kinds[space], text)


def _bytes(table: str, row: dict[str, Any]) -> tuple[object, ...]:
    kept = [value for name, value in row.items() if name not in WITHOUT.get(table, ())]
    return (table, *(bytes(v) if isinstance(v, memoryview) else v for v in kept))


def check_that_it_is_whole(book: Book) -> None:
    """Nothing is there by half: what no kill at any moment may leave behind."""
    found = book.tables
    slots = Counter((row["person_id"], row["kind"]) for row in found["slot"])
    own, couples = Counter[UUID](), Counter[UUID]()
    spaces = {row["id"]: row for row in found["space"]}
    members = Counter(row["space_id"] for row in found["member"])
    for row in found["member"]:
        space = spaces[row["space_id"]]
        own[row["person_id"]] += space["kind"] == "own"
        couples[row["person_id"]] += (space["kind"], space["state"]) == ("couple", "open")
    for person in (row["id"] for row in found["person"]):
        assert slots[person, 1] == 1, "one passphrase slot"
        assert slots[person, 2] == 1, "one recovery slot"
        assert own[person] == 1, "one own space"
        assert couples[person] <= 1, "in one open couple at most"
    invited = {row["space_id"]: 1 + bool(row["accepter_id"]) for row in found["invite"]}
    for space in spaces.values():
        wanted = 1 if space["kind"] == "own" else invited.get(space["id"], 2)
        assert members[space["id"]] == wanted, f"the members of {space['kind']} {space['state']}"
        assert (space["state"] == "pending") == (space["id"] in invited), "pending with its invite"

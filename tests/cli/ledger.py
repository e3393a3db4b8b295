"""Pairs of rows that belong together, written beside Nearer's own tables.

Each pair is one transaction, so a copy that holds one half only was not made at one moment.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
from tests.program import Program


def ask(nearer: Program, *statements: str) -> list[Any]:
    """Run statements in one transaction, past Django; returns the rows of the last one."""
    url = nearer.environ.get("DATABASE_URL")
    rows: list[Any] = []
    with closing(_connect(nearer, url)) as connection, connection:
        for statement in statements:
            cursor = connection.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
    return rows


def _connect(nearer: Program, url: str | None) -> Any:
    if url:
        return psycopg.connect(url)
    return sqlite3.connect(nearer.data / "nearer.sqlite3", timeout=30)


def open_ledger(nearer: Program) -> None:
    ask(nearer, "CREATE TABLE django_ledger (pair integer, half text)")


def write_pair(nearer: Program, pair: int) -> None:
    rows = (f"INSERT INTO django_ledger VALUES ({pair}, '{half}')" for half in ("left", "right"))  # noqa: S608  numbers
    ask(nearer, *rows)


def pairs(nearer: Program) -> list[int]:
    """The numbers of all pairs; fails if one is torn."""
    counted = ask(nearer, "SELECT pair, count(*) FROM django_ledger GROUP BY pair ORDER BY pair")
    assert all(halves == 2 for _, halves in counted)
    return [pair for pair, _ in counted]


@contextmanager
def writer(nearer: Program) -> Iterator[None]:
    """Somebody who goes on writing pairs until the end of the block."""
    stop = threading.Event()

    def write() -> None:
        number = 1000
        while not stop.is_set():
            write_pair(nearer, number)
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()

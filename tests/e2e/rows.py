"""What lies in the database of a running house: read it, or let time pass over it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from tests.e2e.house import House

PATIENCE = 30.0  # seconds that a writer waits for another


def ask(house: House, sql: str) -> list[tuple[Any, ...]]:
    """Rows that a query gives, on whichever database the house stands."""
    if house.database_url:
        with psycopg.connect(house.database_url) as connection:
            return connection.execute(sql.encode()).fetchall()
    with closing(sqlite3.connect(house.data / "nearer.sqlite3", timeout=PATIENCE)) as connection:
        return connection.execute(sql).fetchall()


def tell(house: House, sql: str) -> None:
    """Change rows, as time or a fault would."""
    if house.database_url:
        with psycopg.connect(house.database_url) as connection:
            connection.execute(sql.encode())
        return
    with closing(sqlite3.connect(house.data / "nearer.sqlite3", timeout=PATIENCE)) as connection:
        connection.execute(sql)
        connection.commit()


def let_a_minute_pass(house: House) -> None:
    """Tries that were made count as made long ago: nobody is asked to wait before the next one."""
    tell(house, "DELETE FROM store_allowance")


def count(house: House, table: str) -> int:
    """How many rows a table of the store has."""
    [(number,)] = ask(house, f"SELECT count(*) FROM store_{table}")  # noqa: S608 - our own names
    return int(number)

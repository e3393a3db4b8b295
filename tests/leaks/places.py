"""Every place in which words could lie in the clear, and a search of them."""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import psycopg
from psycopg.sql import SQL, Identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page, Request
    from tests.e2e.house import House

Places = Iterable[tuple[str, bytes]]
"""The name of each place, and all that lies there."""

WHAT_A_BROWSER_KEEPS = """async () => {
  const found = { url: location.href, title: document.title, history: JSON.stringify(history.state),
    local: JSON.stringify({ ...localStorage }), session: JSON.stringify({ ...sessionStorage }) };
  const text = (value) => JSON.stringify(value, (_, one) => {
    const bytes = one instanceof ArrayBuffer ? new Uint8Array(one) : one;
    return ArrayBuffer.isView(bytes) ? String.fromCharCode(...bytes) : one;
  });
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    for (const store of db.objectStoreNames) {
      for (const what of ["getAll", "getAllKeys"]) {
        found[`${name} ${store} ${what}`] = await new Promise((done) => {
          const asked = db.transaction(store).objectStore(store)[what]();
          asked.onsuccess = () => done(text(asked.result));
        });
      }
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const asked of await cache.keys()) {
      found[`${name} ${asked.url}`] = await (await cache.match(asked)).text();
    }
  }
  return found;
}"""


class Wire:
    """Notes all that a browser sends: addresses, headers, bodies."""

    def __init__(self, context: BrowserContext) -> None:
        self.sent: list[bytes] = []
        context.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.sent.append(request.url.encode() + b" " + str(request.headers).encode())
        self.sent.append(request.post_data_buffer or b"")

    def places(self) -> Iterator[tuple[str, bytes]]:
        """All of it, as one place."""
        yield "what was sent", b"\n".join(self.sent)


def of_browser(page: Page) -> Iterator[tuple[str, bytes]]:
    """What a page and its origin keep: storage, databases, caches, cookies, address, title."""
    for name, text in page.evaluate(WHAT_A_BROWSER_KEEPS).items():
        yield f"the browser's {name}", (text or "").encode()
    yield "the browser's cookies", json.dumps(page.context.cookies()).encode()


def of_folder(folder: Path, *, but: frozenset[str] = frozenset()) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, read as it is."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not but & set(file.relative_to(folder).parts):
            yield str(file), file.read_bytes()


def of_house(house: House) -> Iterator[tuple[str, bytes]]:
    """Database with its journal, log, secret and temporary files; PostgreSQL's rows and files."""
    yield from of_folder(house.data, but=frozenset({"static"}))  # our own files, as published
    if not house.database_url:
        return
    with psycopg.connect(house.database_url) as connection:
        connection.execute("CHECKPOINT")
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in tables.fetchall():
            every = SQL("SELECT one::text FROM {} one").format(Identifier(table))
            rows = connection.execute(every).fetchall()
            yield f"table {table}", "\n".join(row for (row,) in rows).encode()
        [(cluster, base)] = connection.execute(
            "SELECT current_setting('data_directory'), pg_relation_filepath('store_record')"
        ).fetchall()
    yield from of_folder(Path(cluster) / "pg_wal")
    yield from of_folder((Path(cluster) / base).parent)


def spellings(phrase: str) -> dict[str, bytes]:
    """A phrase as it would look in the encodings that things are stored and sent in."""
    plain = phrase.encode()
    ways = {
        "as it is": plain,
        "in JSON": json.dumps(phrase)[1:-1].encode(),
        "in UTF-16": phrase.encode("utf-16-le"),
        "in hex": plain.hex().encode(),
        "in a form": quote_plus(phrase).encode(),
        "in an address": quote(phrase).encode(),
    }
    for at in range(3):  # base64 looks different at each of three places
        for name, encode in (("base64", b64encode), ("base64url", urlsafe_b64encode)):
            inside = encode(b"\0" * at + plain).decode().rstrip("=")
            ways[f"in {name}, {at}"] = inside[(0, 2, 3)[at] : -2].encode()
    return ways


def find(places: Places, phrases: Iterable[str]) -> list[str]:
    """Where any of the phrases lies, in words."""
    wanted = [(phrase, spellings(phrase)) for phrase in phrases]
    return [
        f"{phrase[:20]!r} {way}: {place}"
        for place, content in places
        for phrase, ways in wanted
        for way, spelled in ways.items()
        if spelled in content
    ]

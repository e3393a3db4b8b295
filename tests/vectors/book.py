"""What the vector maker works with: chance that repeats, a cast with ids, and the list of cases."""

import hashlib
import json
from collections.abc import Iterable
from itertools import count
from typing import Any
from uuid import UUID

from tests.vectors.acts import run
from tests.vectors.given import Json

SEED = b"nearer vault v1 vectors"


def chance(name: str, length: int = 32) -> bytes:
    """Give bytes that look random and are the same each time: SHA-256 of seed, name, counter."""
    blocks = (hashlib.sha256(SEED + name.encode() + bytes((0, i))).digest() for i in count())
    stream = b""
    while len(stream) < length:
        stream += next(blocks)
    return stream[:length]


def an_id(name: str) -> UUID:
    """Give an id by name."""
    return UUID(bytes=chance("id of " + name, 16))


def bent(data: bytes, at: int) -> bytes:
    """Flip the lowest bit of one byte."""
    at %= len(data)
    return data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :]


def changes(named: dict[str, Json]) -> Iterable[tuple[str, Json]]:
    """Name what is changed in one case after another."""
    return named.items()


def plain_json(value: object) -> object:
    """Bytes as hex, ids as text, the rest as it is."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, UUID) else value


class Book:
    """The cases, in the order in which they were written."""

    def __init__(self) -> None:
        self.cases: list[Json] = []

    def gives(self, act: str, name: str, /, **given: Any) -> Json:
        """Add a case that comes out well, and hand back what comes out."""
        return self._add(act, name, given, failure=None)

    def fails(self, act: str, failure: str, name: str, /, **given: Any) -> None:
        """Add a case that must fail in this way and no other."""
        self._add(act, name, given, failure=failure)

    def _add(self, act: str, name: str, given: Json, failure: str | None) -> Json:
        fields = {field: plain_json(value) for field, value in given.items()}
        expect = run(act, fields)
        if expect.get("error") != failure:
            raise AssertionError(f"{act}: {name}: {expect} instead of {failure}")
        self.cases.append({"name": name, "act": act, "given": fields, "expect": expect})
        return expect

    def written(self) -> str:
        """Give the whole file: a JSON list with one case a line, all in ASCII."""
        return "[\n" + ",\n".join(json.dumps(case) for case in self.cases) + "\n]\n"

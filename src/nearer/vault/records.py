"""Section 7: records, and the keyed names under which they are found.

Opening a marks box is the hot path of every page: one HKDF and one AES-GCM each.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from nearer.vault.derive import (
    RECORD_ID,
    RECORD_MARKS,
    RECORD_WORDS,
    SHELF,
    THREAD,
    VERSION,
    kdf,
    mac,
)
from nearer.vault.errors import Malformed
from nearer.vault.padding import looks_like_box, open_padded, seal_padded
from nearer.vault.secret import Secret
from nearer.vault.spaces import Purpose

__all__ = (
    "Address",
    "looks_like_box",
    "only_id",
    "open_box",
    "plain_to_words",
    "seal",
    "shelf",
    "thread",
    "threads",
    "words_to_plain",
)

_INFO = {Purpose.MARKS: RECORD_MARKS, Purpose.WORDS: RECORD_WORDS}
_NAME_LENGTH = 16  # bytes of a shelf, a thread and an id
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a record belongs. A box opens at its own address only."""

    space: UUID
    record: UUID
    author: UUID


def _aad(purpose: Purpose, at: Address) -> bytes:
    return VERSION + bytes((purpose,)) + at.space.bytes + at.record.bytes + at.author.bytes


def seal(
    key: Secret, purpose: Purpose, address: Address, plain: bytes, *, nonce: bytes | None = None
) -> bytes:
    """Seal one box of a record under its space's key of this purpose."""
    record_key = kdf(key, _INFO[purpose], salt=address.record.bytes)
    return seal_padded(record_key, _aad(purpose, address), plain, nonce=nonce)


def open_box(key: Secret, purpose: Purpose, address: Address, box: bytes) -> bytes:
    """Open one box of a record.

    Raises:
        Malformed: no box of version 1, or filled in a way no writer fills.
        Tampered: edited, moved from another address, or sealed under another key.
    """
    record_key = kdf(key, _INFO[purpose], salt=address.record.bytes)
    return open_padded(record_key, _aad(purpose, address), box)


def shelf(marks_key: Secret, kind: str) -> bytes:
    """Name the shelf of a kind: the same 16 bytes within a space, unlike in any other."""
    return mac(kdf(marks_key, SHELF), kind.encode())[:_NAME_LENGTH]


def thread(marks_key: Secret, record: UUID) -> bytes:
    """Name the thread of all records about one record."""
    return threads(marks_key, [record])[0]


def threads(marks_key: Secret, records: Iterable[UUID]) -> list[bytes]:
    """Name the threads of several records, deriving the key once: a page asks for dozens."""
    key = kdf(marks_key, THREAD)
    return [mac(key, record.bytes)[:_NAME_LENGTH] for record in records]


def only_id(marks_key: Secret, kind: str, about: UUID, author: UUID) -> UUID:
    """Give the one id that a record of this kind about another can have, in every tab."""
    named = kind.encode() + b"\x00" + about.bytes + author.bytes
    return UUID(bytes=mac(kdf(marks_key, RECORD_ID), named)[:_NAME_LENGTH])


def words_to_plain(words: Mapping[str, str]) -> bytes:
    """Write words as the browser does: JSON, UTF-8, half surrogate pairs as U+FFFD."""
    text = json.dumps(dict(words), ensure_ascii=False, separators=(",", ":"))
    return _HALF_PAIRS.sub("\ufffd", text).encode()


def plain_to_words(plain: bytes) -> dict[str, str]:
    """Read words back.

    Raises:
        Malformed: not UTF-8, not JSON, or not an object from names to texts.
    """
    try:
        words = json.loads(plain.decode())
    except (ValueError, RecursionError):
        words = None
    if not isinstance(words, dict) or not all(isinstance(text, str) for text in words.values()):
        raise Malformed("words that are no object from names to texts")
    return {name: _HALF_PAIRS.sub("\ufffd", text) for name, text in words.items()}

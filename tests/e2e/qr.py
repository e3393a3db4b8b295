"""Reads a QR code that is drawn cleanly, from its modules (ISO/IEC 18004).

Only what a link needs: bytes, the lowest level of error correction, versions 1 to 9. Nothing is
corrected: a module that is wrong must show.
"""

from __future__ import annotations

import re
from itertools import chain, product

Modules = frozenset[tuple[int, int]]
"""The dark ones, as (row, column)."""

FORMAT_MASK = 0b101010000010010
LOW = 0b01
ALIGNMENT = {2: 18, 3: 22, 4: 26, 5: 30, 6: 34, 7: 22, 8: 24, 9: 26}
BLOCKS = {6: (68, 68), 7: (78, 78), 8: (97, 97), 9: (116, 116)}
DATA = {1: 19, 2: 34, 3: 55, 4: 80, 5: 108}
MASKS = (
    lambda r, c: (r + c) % 2,
    lambda r, _: r % 2,
    lambda _, c: c % 3,
    lambda r, c: (r + c) % 3,
    lambda r, c: (r // 2 + c // 3) % 2,
    lambda r, c: r * c % 2 + r * c % 3,
    lambda r, c: (r * c % 2 + r * c % 3) % 2,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2,
)


def modules(path: str, border: int = 4) -> Modules:
    """The dark modules of an SVG path made of `Mx yh1v1h-1z` squares."""
    squares = re.findall(r"M(\d+) (\d+)h1v1h-1z", path)
    return frozenset((int(y) - border, int(x) - border) for x, y in squares)


def read(dark: Modules) -> str:
    """The text of a code. Raises AssertionError for what it cannot read."""
    size = 1 + max(chain.from_iterable(dark))
    version, rest = divmod(size - 17, 4)
    assert rest == 0, f"{size} modules are no version"
    level, mask = _format(dark)
    assert level == LOW, "another level of error correction"
    bits = [
        ((row, column) in dark) ^ (MASKS[mask](row, column) == 0)
        for row, column in _way(size)
        if not _is_pattern(version, size, row, column)
    ]
    words = [_number(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]
    return _text(_in_order(words, BLOCKS.get(version) or (DATA[version],)), version)


def _number(bits: list[bool]) -> int:
    return int("".join("01"[bit] for bit in bits), 2)


def _format(dark: Modules) -> tuple[int, int]:
    """Level and mask, from the copy beside the upper left finder."""
    columns = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)]
    rows = [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    found = _number([place in dark for place in columns + rows]) ^ FORMAT_MASK
    return found >> 13, found >> 10 & 0b111


def _way(size: int) -> list[tuple[int, int]]:
    """Upwards and downwards in pairs of columns from the right, past the timing column."""
    way = []
    pairs = [right if right > 6 else right - 1 for right in range(size - 1, 0, -2)]
    for turn, right in enumerate(pairs):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        way += [(row, column) for row in rows for column in (right, right - 1)]
    return way


def _is_pattern(version: int, size: int, row: int, column: int) -> bool:
    """Whether a module is for finding and not for reading."""
    if row == 6 or column == 6:
        return True
    finders = [(0, 0), (0, size - 8), (size - 8, 0)]
    near = {(0, 0): (9, 9), (0, size - 8): (9, 8), (size - 8, 0): (8, 9)}
    if any(y <= row < y + near[y, x][0] and x <= column < x + near[y, x][1] for y, x in finders):
        return True
    if version >= 7 and any(
        b < 6 and size - 11 <= a < size - 8 for a, b in ((row, column), (column, row))
    ):
        return True
    return any(abs(row - y) <= 2 and abs(column - x) <= 2 for y, x in _alignment(version, size))


def _alignment(version: int, size: int) -> list[tuple[int, int]]:
    if version == 1:
        return []
    lines = sorted({6, ALIGNMENT[version], size - 7})
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    return [place for place in product(lines, lines) if place not in corners]


def _in_order(words: list[int], lengths: tuple[int, ...]) -> bytes:
    """The data words of each block, block after block: they come one of each in turn."""
    blocks = [words[start : sum(lengths) : len(lengths)] for start in range(len(lengths))]
    return bytes(chain.from_iterable(blocks))


def _text(data: bytes, version: int) -> str:
    bits = "".join(f"{byte:08b}" for byte in data)
    assert bits[:4] == "0100", "it holds something else than bytes"
    assert version <= 9
    length = int(bits[4:12], 2)
    return int(bits[12 : 12 + 8 * length], 2).to_bytes(length, "big").decode()

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.vault.laws import PLAIN

from nearer.vault import Malformed
from nearer.vault.padding import (
    MAX_PADDED,
    MAX_PLAIN,
    is_padded_length,
    looks_like_box,
    pad,
    padded_length,
    unpad,
)


@given(plain=PLAIN)
def test_it_takes_off_what_it_put_on(plain: bytes) -> None:
    padded = pad(plain)
    assert len(padded) == padded_length(len(plain))
    assert unpad(padded) == plain


@given(data=st.one_of(st.binary(max_size=600), st.integers(0, 600).map(bytes)))
@example(data=b"\x80".ljust(256, b"\0"))
def test_it_takes_off_only_what_it_would_have_put_on(data: bytes) -> None:
    try:
        plain = unpad(data)
    except Malformed:
        return
    assert pad(plain) == data


def test_it_tells_little_of_a_length() -> None:
    lengths = [padded_length(length) for length in range(MAX_PLAIN + 1)]
    assert all(shorter <= longer for shorter, longer in pairwise(lengths))
    assert lengths[0] == lengths[255] == 256
    # 262 145 lengths come out as 194: under 8 bits of the 18 are told, at 12 % more at most.
    assert len(set(lengths)) == 194
    assert all(padded <= 1.12 * (plain + 1) for plain, padded in enumerate(lengths) if plain > 255)
    assert {length for length in range(MAX_PADDED + 2) if is_padded_length(length)} == set(lengths)


def test_it_takes_no_more_than_the_longest() -> None:
    assert unpad(pad(b"a" * MAX_PLAIN)) == b"a" * MAX_PLAIN
    with pytest.raises(Malformed):
        pad(b"a" * (MAX_PLAIN + 1))
    too_long = (b"a" * (MAX_PLAIN + 1) + b"\x80").ljust(MAX_PADDED, b"\0")
    with pytest.raises(Malformed):
        unpad(too_long)
    with pytest.raises(Malformed):
        padded_length(-1)


@given(data=st.binary(max_size=700))
def test_it_knows_a_box_by_its_version_and_length(data: bytes) -> None:
    fits = data[:1] == b"\x01" and len(data) - 29 in {256, 272, 288, 304, 320, 336, 352, 368, 384,
        400, 416, 432, 448, 464, 480, 496, 512, 544, 576, 608, 640}  # fmt: skip
    assert looks_like_box(data) == fits

import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.laws import BITS, KEYS, flipped

from nearer.vault import Malformed, Secret, Tampered
from nearer.vault.derive import box, digest, kdf, mac, unbox

# RFC 5869, appendix A, the three cases with SHA-256; the first 32 bytes of each output.
RFC_5869 = [
    (
        b"\x0b" * 22,
        bytes(range(13)),
        bytes(range(0xF0, 0xFA)),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
    ),
    (
        bytes(range(0x50)),
        bytes(range(0x60, 0xB0)),
        bytes(range(0xB0, 0x100)),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c",
    ),
    (
        b"\x0b" * 22,
        b"",
        b"",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
    ),
]


@pytest.mark.parametrize(("secret", "salt", "info", "expected"), RFC_5869)
def test_it_is_hkdf_as_the_rfc_has_it(
    secret: bytes, salt: bytes, info: bytes, expected: str
) -> None:
    assert kdf(secret, info, salt=salt).reveal().hex() == expected


@given(
    secret=st.binary(max_size=100),
    info=st.binary(max_size=100),
    salt=st.binary(max_size=100),
    length=st.integers(min_value=1, max_value=32),
)
def test_it_is_hkdf_as_the_library_has_it(
    secret: bytes, info: bytes, salt: bytes, length: int
) -> None:
    theirs = HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)
    assert kdf(secret, info, salt=salt, length=length) == Secret(theirs)
    assert kdf(Secret(secret), info, salt=salt, length=length) == Secret(theirs)


@pytest.mark.parametrize("length", [0, -1, 33])
def test_it_gives_no_more_than_the_one_block_it_was_written_for(length: int) -> None:
    with pytest.raises(ValueError, match="1 to 32 bytes"):
        kdf(b"secret", b"info", length=length)


def test_it_hashes_and_authenticates_with_sha_256() -> None:
    assert digest(b"words") == hashlib.sha256(b"words").digest()
    expected = hmac.new(b"key", b"words", "sha256").digest()
    assert mac(b"key", b"words") == mac(Secret(b"key"), b"words") == expected


@given(key=KEYS, aad=st.binary(max_size=60), plain=st.binary(max_size=600))
def test_it_opens_what_it_sealed(key: Secret, aad: bytes, plain: bytes) -> None:
    assert unbox(key, aad, box(key, aad, plain)) == plain


@given(key=KEYS, plain=st.binary(max_size=60), bit=BITS)
def test_it_opens_nothing_with_a_flipped_bit(key: Secret, plain: bytes, bit: int) -> None:
    with pytest.raises((Malformed, Tampered)):
        unbox(key, b"here", flipped(box(key, b"here", plain), bit))


@given(key=KEYS, short=st.binary(max_size=28))
def test_it_refuses_what_is_too_short_to_be_a_box(key: Secret, short: bytes) -> None:
    with pytest.raises(Malformed):
        unbox(key, b"", b"\x01" + short[1:])


def test_it_never_seals_twice_alike() -> None:
    key = Secret.fresh()
    assert box(key, b"", b"same") != box(key, b"", b"same")
    with pytest.raises(Malformed, match="12 bytes"):
        box(key, b"", b"", nonce=bytes(11))

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.laws import BITS, KEYS, flipped

from nearer.vault import Malformed, Secret, Tampered
from nearer.vault.derive import box, digest, kdf, mac, unbox

# RFC 5869, appendix A, the three cases with SHA-256.
RFC_5869 = [
    (
        b"\x0b" * 22,
        bytes(range(13)),
        bytes(range(0xF0, 0xFA)),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        bytes(range(0x50)),
        bytes(range(0x60, 0xB0)),
        bytes(range(0xB0, 0x100)),
        (
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
            "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
            "cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
    ),
    (
        b"\x0b" * 22,
        b"",
        b"",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]


@pytest.mark.parametrize(("secret", "salt", "info", "expected"), RFC_5869)
def test_it_is_hkdf_as_the_rfc_has_it(
    secret: bytes, salt: bytes, info: bytes, expected: str
) -> None:
    out = kdf(secret, info, salt=salt, length=len(expected) // 2)
    assert out.reveal().hex() == expected


@given(secret=st.binary(max_size=100), info=st.binary(max_size=100), salt=st.binary(max_size=100))
def test_it_is_two_hmacs_whoever_computes_them(secret: bytes, info: bytes, salt: bytes) -> None:
    extracted = hmac.digest(salt, secret, "sha256")
    expanded = Secret(hmac.digest(extracted, info + b"\x01", "sha256"))
    assert kdf(secret, info, salt=salt) == kdf(Secret(secret), info, salt=salt) == expanded
    assert kdf(secret, info, salt=salt, length=6) == Secret(expanded.reveal()[:6])


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

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.laws import BITS, KEYS, flipped
from tests.vectors import hpke

from nearer.vault import Malformed, PersonKeys, Secret, Tampered
from nearer.vault.people import open_with, public_of, seal_to

ADA, BEN = PersonKeys.from_root(Secret(b"a" * 32)), PersonKeys.from_root(Secret(b"b" * 32))
# Points of small order on the curve (RFC 7748, section 6.1): every shared secret would be zero.
NO_SECRET = (bytes(32), b"\x01" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f")


@given(root=KEYS)
def test_it_gives_each_root_key_two_pairs_that_fit(root: Secret) -> None:
    keys = PersonKeys.from_root(root)
    assert keys.public == (public_of(keys.marks.private), public_of(keys.words.private))
    assert keys.marks != keys.words
    assert PersonKeys.from_root(root) == keys


@given(plain=st.binary(max_size=600), info=st.binary(max_size=60))
def test_it_seals_to_ada_what_ada_opens_and_ben_does_not(plain: bytes, info: bytes) -> None:
    sealed = seal_to(ADA.words.public, info, plain)
    assert open_with(ADA.words.private, info, sealed) == plain
    for key, about in (
        (BEN.words.private, info),
        (ADA.marks.private, info),
        (ADA.words.private, info + b"x"),
    ):
        with pytest.raises(Tampered):
            open_with(key, about, sealed)


@given(sender=KEYS, plain=st.binary(max_size=600), info=st.binary(max_size=60))
def test_it_opens_what_was_sealed_by_the_rfc_alone(
    sender: Secret, plain: bytes, info: bytes
) -> None:
    sealed = b"\x01" + hpke.seal(sender.reveal(), ADA.words.public, info, plain)
    assert open_with(ADA.words.private, info, sealed) == plain


@given(bit=BITS)
def test_it_opens_nothing_with_a_flipped_bit(bit: int) -> None:
    sealed = flipped(seal_to(ADA.words.public, b"here", b"a key"), bit)
    # The highest bit of a public key on this curve says nothing (RFC 7748, section 5); it is
    # bound all the same, since HPKE mixes the key as it was sent into what it derives.
    with pytest.raises((Malformed, Tampered)):
        open_with(ADA.words.private, b"here", sealed)


@pytest.mark.parametrize("public", [*NO_SECRET, b"", bytes(31), bytes(33)])
def test_it_seals_to_no_key_that_is_none(public: bytes) -> None:
    with pytest.raises(Malformed):
        seal_to(public, b"", b"a key")


@pytest.mark.parametrize("sender", NO_SECRET)
def test_it_opens_nothing_from_a_sender_without_a_secret(sender: bytes) -> None:
    with pytest.raises(Tampered):
        open_with(ADA.words.private, b"", b"\x01" + sender + bytes(48))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_it_refuses_a_private_key_of_another_length(length: int) -> None:
    with pytest.raises(Malformed):
        public_of(Secret(bytes(length)))

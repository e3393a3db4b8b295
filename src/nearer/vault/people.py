"""Section 5: a person's two key pairs, and sealing to a person (HPKE, RFC 9180)."""

from dataclasses import dataclass
from typing import NamedTuple, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from nearer.vault.derive import PERSON_MARKS, PERSON_WORDS, VERSION, kdf
from nearer.vault.errors import Malformed, Tampered
from nearer.vault.secret import Secret

KEY_LENGTH = 32
HPKE_OVERHEAD = 1 + 32 + 16  # version, the sender's passing public key, tag: in bytes
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class PublicKeys(NamedTuple):
    """The two public halves of a person, as the server keeps them."""

    marks: bytes
    words: bytes


@dataclass(frozen=True, slots=True)
class KeyPair:
    """One X25519 key pair."""

    private: Secret
    public: bytes


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """The pair that opens marks (lent to the server) and the pair that opens words (never)."""

    marks: KeyPair
    words: KeyPair

    @classmethod
    def from_root(cls, root: Secret) -> Self:
        """Derive both pairs. Neither private key tells anything about the other or the root."""
        Malformed.unless(len(root) == KEY_LENGTH, "a root key is 32 bytes")
        marks, words = kdf(root, PERSON_MARKS), kdf(root, PERSON_WORDS)
        return cls(KeyPair(marks, public_of(marks)), KeyPair(words, public_of(words)))

    @property
    def public(self) -> PublicKeys:
        """Both public halves."""
        return PublicKeys(self.marks.public, self.words.public)


def _private(private: Secret) -> X25519PrivateKey:
    Malformed.unless(len(private) == KEY_LENGTH, "a private key is 32 bytes")
    return X25519PrivateKey.from_private_bytes(private.reveal())


def public_of(private: Secret) -> bytes:
    """Compute the public half, to check that a private key belongs to a person."""
    return _private(private).public_key().public_bytes_raw()


def seal_to(public: bytes, info: bytes, plain: bytes) -> bytes:
    """Seal to one person: version byte, then single-shot HPKE in base mode.

    Base mode says nothing about who sealed. What is sealed so is either secret itself (keys,
    whose wrong value opens nothing) or for its own writer (drafts).

    Raises:
        Malformed: not a public key, or one of the few for which X25519 has no secret.
    """
    try:
        return VERSION + _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public), info)
    except ValueError:
        raise Malformed("not a public key") from None


def open_with(private: Secret, info: bytes, sealed: bytes) -> bytes:
    """Open what `seal_to` made.

    Raises:
        Malformed: too short, or not version 1.
        Tampered: it does not open with this key for this purpose.
    """
    whole = len(sealed) >= HPKE_OVERHEAD and sealed[:1] == VERSION
    Malformed.unless(whole, "not sealed to a person in version 1")
    try:
        return _SUITE.decrypt(sealed[1:], _private(private), info)
    except InvalidTag:
        raise Tampered("this does not open with this person's key, here") from None

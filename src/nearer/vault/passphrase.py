"""Section 2: from a passphrase to a login proof and a slot key. Python is the reference.

In use the browser does this; the server sees the proof and keeps its verifier.
"""

import hmac
import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from nearer.vault.derive import LOGIN, SALT, SLOT, VERIFIER, digest, kdf, mac
from nearer.vault.errors import Malformed
from nearer.vault.secret import Secret

SALT_LENGTH = 16
MAX_PASSPHRASE = 1024  # bytes of UTF-8 after normalising

# Unicode's White_Space. Python's \s and the browser's differ from it and from each other.
WHITE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a guess at a passphrase costs (Argon2id, RFC 9106). Only the name travels."""

    name: str
    memory_kib: int
    passes: int
    lanes: int
    tests_only: bool = False


_ALL = (Profile("standard", 65_536, 3, 1), Profile("cheapest", 64, 1, 1, tests_only=True))
PROFILES = MappingProxyType({profile.name: profile for profile in _ALL})


@dataclass(frozen=True, slots=True)
class Stretched:
    """The two halves of a stretched secret: one for the server, one that never leaves."""

    login_proof: Secret
    slot_key: Secret

    @classmethod
    def split(cls, stretched: Secret) -> Self:
        """Derive both halves; neither tells anything about the other."""
        return cls(kdf(stretched, LOGIN), kdf(stretched, SLOT))


def utf8(text: str) -> bytes:
    """Encode, and refuse (`Malformed`) half a surrogate pair instead of replacing it."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Malformed("the text is not well-formed Unicode") from None


def _one_spaced(text: str) -> str:
    return WHITE.sub(" ", unicodedata.normalize("NFKC", text)).strip(" ")


def normalise(text: str) -> bytes:
    """Make one passphrase of all the ways to type it: NFKC, single spaces, trimmed, UTF-8.

    Raises:
        Malformed: empty, over 1024 bytes, or not well-formed.
    """
    normal = utf8(_one_spaced(text))
    Malformed.unless(1 <= len(normal) <= MAX_PASSPHRASE, "a passphrase is 1 to 1024 bytes")
    return normal


def fold_name(name: str) -> str:
    """Give the form in which names are compared. NFKC again: folding can undo it."""
    folded = _one_spaced(unicodedata.normalize("NFKC", name).casefold())
    utf8(folded)
    return folded


def stretch(passphrase: str, salt: bytes, profile_name: str) -> Stretched:
    """Run Argon2id (version 1.3) at the named cost: 64 MiB and some 0.2 s for `standard`.

    Raises:
        Malformed: an unknown profile, a salt that is not 16 bytes, or see `normalise`.
    """
    Malformed.unless(profile_name in PROFILES, "there is no profile of this name")
    Malformed.unless(len(salt) == SALT_LENGTH, "a salt is 16 bytes")
    cost = PROFILES[profile_name]
    argon2id = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return Stretched.split(Secret(argon2id.derive(normalise(passphrase))))


def verifier(proof: bytes) -> bytes:
    """What the server keeps of a proof. One hash is enough: a proof has 256 bits."""
    return digest(VERIFIER + proof)


def proof_matches(proof: bytes, expected: bytes) -> bool:
    """Whether a proof belongs to the verifier kept, in constant time."""
    return hmac.compare_digest(verifier(proof), expected)


def fake_salt(server_secret: Secret, name: str) -> bytes:
    """Give the salt for a name nobody has: always the same one, so that asking tells nothing."""
    return mac(server_secret, SALT + utf8(fold_name(name)))[:SALT_LENGTH]

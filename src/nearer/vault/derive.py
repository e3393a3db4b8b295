"""Section 1 of the specification: derivation, and the one symmetric box.

The labels keep every use of a key apart from every other. They are all here, so that two can
never be the same by accident.
"""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nearer.vault.errors import Malformed, Tampered
from nearer.vault.secret import Secret

VERSION = b"\x01"
NONCE_LENGTH = 12
BOX_OVERHEAD = 1 + NONCE_LENGTH + 16  # version, nonce, tag: in bytes

LOGIN = b"nearer/v1/login"
VERIFIER = b"nearer/v1/verifier"
SALT = b"nearer/v1/salt"
RECOVERY = b"nearer/v1/recovery"
RECOVERY_CHECK = b"nearer/v1/recovery/check"
SLOT = b"nearer/v1/slot"
SLOT_COMMIT = b"nearer/v1/slot/commit"
SLOT_KEY = b"nearer/v1/slot/key"
PASSKEY = b"nearer/v1/passkey"
PRF = b"nearer/v1/prf"
PERSON_MARKS = b"nearer/v1/person/marks"
PERSON_WORDS = b"nearer/v1/person/words"
SPACE_MARKS = b"nearer/v1/space/marks"
SPACE_WORDS = b"nearer/v1/space/words"
RECORD_MARKS = b"nearer/v1/record/marks"
RECORD_WORDS = b"nearer/v1/record/words"
RECORD_ID = b"nearer/v1/record/id"
SHELF = b"nearer/v1/shelf"
THREAD = b"nearer/v1/thread"
SESSION = b"nearer/v1/session"
INVITE = b"nearer/v1/invite"
INVITE_CHECK = b"nearer/v1/invite/check"
INVITE_PROOF = b"nearer/v1/invite/proof"
COMPARE = b"nearer/v1/compare"
DRAFT = b"nearer/v1/draft"
LETTER = b"nearer/v1/letter"
LETTER_PROOF = b"nearer/v1/letter/proof"
LETTER_ANSWER = b"nearer/v1/letter/answer"


def _bytes(value: bytes | Secret) -> bytes:
    return value.reveal() if isinstance(value, Secret) else value


def digest(message: bytes) -> bytes:
    """H of the specification: SHA-256, 32 bytes."""
    return hashlib.sha256(message).digest()


def mac(key: bytes | Secret, message: bytes) -> bytes:
    """MAC of the specification: HMAC-SHA256, 32 bytes."""
    return hmac.digest(_bytes(key), message, "sha256")


def kdf(secret: bytes | Secret, info: bytes, *, salt: bytes = b"", length: int = 32) -> Secret:
    """KDF of the specification: HKDF-SHA256 (RFC 5869), extract and expand, `length` in bytes."""
    return Secret(HKDF(SHA256(), length, salt, info).derive(_bytes(secret)))


def box(key: Secret, aad: bytes, plain: bytes, *, nonce: bytes | None = None) -> bytes:
    """BOX of the specification. Only the shared vectors hand in a nonce."""
    nonce = secrets.token_bytes(NONCE_LENGTH) if nonce is None else nonce
    Malformed.unless(len(nonce) == NONCE_LENGTH, "a nonce is 12 bytes")
    return VERSION + nonce + AESGCM(key.reveal()).encrypt(nonce, plain, aad)


def unbox(key: Secret, aad: bytes, data: bytes) -> bytes:
    """Open what `box` made.

    Raises:
        Malformed: too short, or not version 1.
        Tampered: the tag does not verify.
    """
    Malformed.unless(len(data) >= BOX_OVERHEAD and data[:1] == VERSION, "not a box of version 1")
    try:
        return AESGCM(key.reveal()).decrypt(data[1:13], data[13:], aad)
    except InvalidTag:
        raise Tampered("a box does not open under this key, here") from None

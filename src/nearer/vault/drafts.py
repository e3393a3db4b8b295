"""Section 11: what was still in a field when a page locked. Python is the reference."""

from uuid import UUID

from nearer.vault.derive import DRAFT
from nearer.vault.errors import Malformed
from nearer.vault.padding import is_padded_length, pad, unpad
from nearer.vault.people import HPKE_OVERHEAD, open_with, seal_to
from nearer.vault.secret import Secret


def seal_draft(words_public: bytes, person: UUID, plain: bytes) -> bytes:
    """Seal what was typed to its own writer: a locked page needs no key to do this."""
    return seal_to(words_public, DRAFT + person.bytes, pad(plain))


def open_draft(words_private: Secret, person: UUID, sealed: bytes) -> bytes:
    """Give back what was typed.

    Raises:
        Malformed: no draft of version 1.
        Tampered: edited, or another person's.
    """
    Malformed.unless(is_padded_length(len(sealed) - HPKE_OVERHEAD), "a draft of a wrong length")
    return unpad(open_with(words_private, DRAFT + person.bytes, sealed))

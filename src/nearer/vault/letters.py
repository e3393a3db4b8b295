"""Section 14: a letter by link, and the answer to it. Python is the reference."""

from uuid import UUID

from nearer.vault.derive import BOX_OVERHEAD, LETTER, LETTER_ANSWER, LETTER_PROOF, VERSION, kdf
from nearer.vault.errors import Malformed
from nearer.vault.padding import is_padded_length, open_padded, seal_padded
from nearer.vault.pairing import InviteSecret
from nearer.vault.people import HPKE_OVERHEAD, open_with, seal_to
from nearer.vault.secret import Secret

ANSWER_OVERHEAD = HPKE_OVERHEAD + BOX_OVERHEAD  # 78 bytes


def seal_letter(
    secret: InviteSecret, letter: UUID, plain: bytes, *, nonce: bytes | None = None
) -> bytes:
    """Seal a letter under the secret of its link."""
    return seal_padded(kdf(secret, LETTER), LETTER + letter.bytes, plain, nonce=nonce)


def open_letter(secret: InviteSecret, letter: UUID, box: bytes) -> bytes:
    """Open it, as whoever holds the link does.

    Raises:
        Malformed: no box of version 1, or filled in a way no writer fills.
        Tampered: edited, or another link's.
    """
    return open_padded(kdf(secret, LETTER), LETTER + letter.bytes, box)


def letter_proof(secret: InviteSecret) -> Secret:
    """Derive what a reader shows; the server keeps its `passphrase.verifier`."""
    return kdf(secret, LETTER_PROOF)


def seal_answer(secret: InviteSecret, letter: UUID, words_public: bytes, plain: bytes) -> bytes:
    """Seal an answer to the writer of the letter, inside with the link that only a reader has.

    HPKE does not say who sealed; the inner box says that it was somebody who held the link.
    """
    about = LETTER_ANSWER + letter.bytes
    return seal_to(words_public, about, seal_padded(kdf(secret, LETTER_ANSWER), about, plain))


def open_answer(secret: InviteSecret, letter: UUID, words_private: Secret, sealed: bytes) -> bytes:
    """Open an answer, as the writer of the letter, who kept the link.

    Raises:
        Malformed: no answer of version 1.
        Tampered: edited, of another letter, or made by somebody without the link.
    """
    Malformed.unless(looks_like_answer(sealed), "an answer of a wrong length or version")
    about = LETTER_ANSWER + letter.bytes
    answer = open_with(words_private, about, sealed)
    return open_padded(kdf(secret, LETTER_ANSWER), about, answer)


def looks_like_answer(data: bytes) -> bool:
    """Whether this may be an answer box: its version byte, and a length that padding gives."""
    return data[:1] == VERSION and is_padded_length(len(data) - ANSWER_OVERHEAD)

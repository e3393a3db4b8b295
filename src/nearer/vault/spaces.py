"""Section 6: a space's two keys, sealed to each of its members."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Self
from uuid import UUID

from nearer.vault.derive import SPACE_MARKS, SPACE_WORDS
from nearer.vault.errors import Malformed
from nearer.vault.people import HPKE_OVERHEAD, KEY_LENGTH, open_with, seal_to
from nearer.vault.secret import Secret

SEALED_KEY_LENGTH = HPKE_OVERHEAD + KEY_LENGTH  # 81 bytes


class Purpose(IntEnum):
    """Which of the two: marks, which the server can open while unlocked, or words, never."""

    MARKS = 1
    WORDS = 2


_INFO = {Purpose.MARKS: SPACE_MARKS, Purpose.WORDS: SPACE_WORDS}


@dataclass(frozen=True, slots=True)
class SpaceKeys:
    """The two random keys of one space."""

    marks: Secret
    words: Secret

    @classmethod
    def fresh(cls) -> Self:
        """Make the keys of a new space."""
        return cls(Secret.fresh(KEY_LENGTH), Secret.fresh(KEY_LENGTH))


def seal_space_key(
    public: bytes, purpose: Purpose, space: UUID, person: UUID, key: Secret
) -> bytes:
    """Seal one key of a space to the member's public key of the same purpose: 81 bytes."""
    Malformed.unless(len(key) == KEY_LENGTH, "a space's key is 32 bytes")
    return seal_to(public, _INFO[purpose] + space.bytes + person.bytes, key.reveal())


def open_space_key(
    private: Secret, purpose: Purpose, space: UUID, person: UUID, sealed: bytes
) -> Secret:
    """Open one key of a space.

    Raises:
        Malformed: not 81 bytes of version 1.
        Tampered: edited, another space's, another member's, or of the other purpose.
    """
    Malformed.unless(len(sealed) == SEALED_KEY_LENGTH, "a sealed key is 81 bytes")
    return Secret(open_with(private, _INFO[purpose] + space.bytes + person.bytes, sealed))

"""Section 10: an invitation by a link, and the words both compare. Python is the reference."""

from typing import Self
from uuid import UUID

from nearer.vault.derive import (
    BOX_OVERHEAD,
    COMPARE,
    INVITE,
    INVITE_CHECK,
    INVITE_PROOF,
    box,
    digest,
    kdf,
    unbox,
)
from nearer.vault.errors import Malformed, Mistyped
from nearer.vault.people import KEY_LENGTH, PublicKeys
from nearer.vault.secret import Secret
from nearer.vault.spaces import SpaceKeys
from nearer.vault.wire import to_bytes, to_text

SECRET_LENGTH = 16
INVITE_LENGTH = BOX_OVERHEAD + 2 * KEY_LENGTH  # 93 bytes
WORD_BITS = 11  # of each of the four comparison words
FRAGMENT_LENGTH = 24  # letters of base64url: 16 bytes of secret and 2 of check


class InviteSecret(Secret):
    """The secret part of a link. It stays behind the `#`, which no server ever sees."""

    __slots__ = ()

    def __init__(self, value: bytes) -> None:
        Malformed.unless(len(value) == SECRET_LENGTH, "an invite's secret is 16 bytes")
        super().__init__(value)

    @classmethod
    def make(cls) -> Self:
        """Make a new one."""
        return cls.fresh(SECRET_LENGTH)

    @classmethod
    def read_fragment(cls, text: str) -> Self:
        """Read the part of a link after `#`.

        Raises:
            Malformed: not 24 letters of base64url: a link torn in half.
            Mistyped: the check letters do not match.
        """
        Malformed.unless(len(text) == FRAGMENT_LENGTH, "a fragment has 24 letters")
        whole = to_bytes(text)
        secret = cls(whole[:SECRET_LENGTH])
        if whole[SECRET_LENGTH:] != secret._check():
            raise Mistyped("a link with a slip in it")
        return secret

    def write_fragment(self) -> str:
        """Write the part of a link after `#`: 24 letters, the last ones a check."""
        return to_text(self.reveal() + self._check())

    def _check(self) -> bytes:
        return digest(INVITE_CHECK + self.reveal())[:2]


def _aad(invite: UUID, space: UUID, inviter: UUID) -> bytes:
    return INVITE + invite.bytes + space.bytes + inviter.bytes


def seal_invite(
    secret: InviteSecret,
    invite: UUID,
    space: UUID,
    inviter: UUID,
    keys: SpaceKeys,
    *,
    nonce: bytes | None = None,
) -> bytes:
    """Seal the keys of the couple's space under the secret of the link: 93 bytes."""
    whole = len(keys.marks) == len(keys.words) == KEY_LENGTH
    Malformed.unless(whole, "a space's keys are 32 bytes each")
    both = keys.marks.reveal() + keys.words.reveal()
    return box(kdf(secret, INVITE), _aad(invite, space, inviter), both, nonce=nonce)


def open_invite(
    secret: InviteSecret, invite: UUID, space: UUID, inviter: UUID, sealed: bytes
) -> SpaceKeys:
    """Open the keys of the couple's space.

    Raises:
        Malformed: not 93 bytes of version 1.
        Tampered: edited, or of another invite, space or inviter.
    """
    Malformed.unless(len(sealed) == INVITE_LENGTH, "an invite box is 93 bytes")
    both = unbox(kdf(secret, INVITE), _aad(invite, space, inviter), sealed)
    return SpaceKeys(Secret(both[:KEY_LENGTH]), Secret(both[KEY_LENGTH:]))


def invite_proof(secret: InviteSecret) -> Secret:
    """Derive what the one who accepts shows; the server keeps its `passphrase.verifier`."""
    return kdf(secret, INVITE_PROOF)


def comparison(
    words_key: Secret, space: UUID, inviter: PublicKeys, accepter: PublicKeys
) -> tuple[int, int, int, int]:
    """Number the four words (0 to 2047 each) that both read to each other.

    They differ (but for one chance in 2^44) if a key or a person on the way was exchanged.
    """
    keys = (*inviter, *accepter)
    Malformed.unless(all(len(key) == KEY_LENGTH for key in keys), "a public key is 32 bytes")
    seen = kdf(words_key, COMPARE + space.bytes + b"".join(keys), length=6).reveal()
    bits, mask = int.from_bytes(seen) >> 4, (1 << WORD_BITS) - 1
    return (bits >> 33 & mask, bits >> 22 & mask, bits >> 11 & mask, bits & mask)

"""Section 4: slots, each an independent way to a person's root key.

Changing one touches no other and no record: they all wrap the same 32 bytes.
"""

import hmac
from enum import IntEnum
from uuid import UUID

from nearer.vault.derive import (
    BOX_OVERHEAD,
    PASSKEY,
    PRF,
    SLOT,
    SLOT_COMMIT,
    SLOT_KEY,
    VERSION,
    box,
    digest,
    kdf,
    unbox,
)
from nearer.vault.errors import Malformed, WrongKey
from nearer.vault.secret import Secret

ROOT_LENGTH = 32
_BODY = 1 + 32  # after the version byte and the commitment
SLOT_LENGTH = 32 + BOX_OVERHEAD + ROOT_LENGTH  # 93 bytes


class SlotKind(IntEnum):
    """What opens a slot. The number is in the sealed bytes: it never changes."""

    PASSPHRASE = 1
    RECOVERY = 2
    PASSKEY = 3


def passkey_input(salt: bytes) -> bytes:
    """Give the input for which a passkey's PRF is asked, from the slot's random salt."""
    return digest(PRF + salt)


def passkey_slot_key(prf: Secret) -> Secret:
    """Derive the slot key from the 32 bytes that a passkey's PRF gave."""
    Malformed.unless(len(prf) == 32, "a passkey gives 32 bytes")  # noqa: PLR2004 - WebAuthn's
    return kdf(kdf(prf, PASSKEY), SLOT)


def _aad(kind: SlotKind, person: UUID) -> bytes:
    return SLOT + bytes((kind,)) + person.bytes


def seal_slot(
    slot_key: Secret, kind: SlotKind, person: UUID, root: Secret, *, nonce: bytes | None = None
) -> bytes:
    """Wrap a root key: 93 bytes. AES-GCM does not commit to its key, so the slot does."""
    Malformed.unless(len(root) == ROOT_LENGTH, "a root key is 32 bytes")
    inner = box(kdf(slot_key, SLOT_KEY), _aad(kind, person), root.reveal(), nonce=nonce)
    return VERSION + kdf(slot_key, SLOT_COMMIT).reveal() + inner[1:]


def open_slot(slot_key: Secret, kind: SlotKind, person: UUID, sealed: bytes) -> Secret:
    """Unwrap a root key.

    Raises:
        Malformed: not 93 bytes of version 1.
        WrongKey: the slot was made with another key (another passphrase, code or passkey).
        Tampered: the right key, but edited bytes or another kind's or person's slot.
    """
    whole = len(sealed) == SLOT_LENGTH and sealed[:1] == VERSION
    Malformed.unless(whole, "not a slot of version 1")
    if not hmac.compare_digest(kdf(slot_key, SLOT_COMMIT).reveal(), bytes(sealed[1:_BODY])):
        raise WrongKey("this key does not belong to this slot")
    return Secret(unbox(kdf(slot_key, SLOT_KEY), _aad(kind, person), VERSION + sealed[_BODY:]))

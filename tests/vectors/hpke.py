"""HPKE sealing with a chosen sender key, so that the vectors come out the same each time.

RFC 9180, base mode, single shot: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, written
out from sections 4.1 and 5.1. It is also a second opinion on the library that the vault uses.
Never for real use: a sender key may be used once only.
"""

import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEM_SUITE = b"KEM" + bytes((0x00, 0x20))
SUITE = b"HPKE" + bytes((0x00, 0x20, 0x00, 0x01, 0x00, 0x02))


def extract(suite: bytes, salt: bytes, label: bytes, secret: bytes) -> bytes:
    """LabeledExtract of RFC 9180, section 4."""
    return hmac.digest(salt, b"HPKE-v1" + suite + label + secret, "sha256")


def expand(suite: bytes, secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    """LabeledExpand of RFC 9180, section 4, for one block of output."""
    whole = length.to_bytes(2) + b"HPKE-v1" + suite + label + info + b"\x01"
    return hmac.digest(secret, whole, "sha256")[:length]


def seal(sender_private: bytes, public: bytes, info: bytes, plain: bytes) -> bytes:
    """Seal `plain`: the sender's public key, then the ciphertext with its tag."""
    sender = X25519PrivateKey.from_private_bytes(sender_private)
    enc = sender.public_key().public_bytes_raw()
    shared = sender.exchange(X25519PublicKey.from_public_bytes(public))
    mixed = extract(KEM_SUITE, b"", b"eae_prk", shared)
    shared_secret = expand(KEM_SUITE, mixed, b"shared_secret", enc + public, 32)
    context = (
        b"\x00" + extract(SUITE, b"", b"psk_id_hash", b"") + extract(SUITE, b"", b"info_hash", info)
    )
    secret = extract(SUITE, shared_secret, b"secret", b"")
    key = expand(SUITE, secret, b"key", context, 32)
    nonce = expand(SUITE, secret, b"base_nonce", context, 12)
    return enc + AESGCM(key).encrypt(nonce, plain, b"")

"""Section 9: what the server keeps of an unlocked person, opened by their cookie alone."""

from uuid import UUID

from nearer.vault.derive import SESSION, kdf
from nearer.vault.padding import open_padded, seal_padded
from nearer.vault.secret import Secret


def seal_session(
    secret: Secret, session: UUID, plain: bytes, *, nonce: bytes | None = None
) -> bytes:
    """Seal a session's content under the secret that lives in the person's cookie only."""
    return seal_padded(kdf(secret, SESSION), SESSION + session.bytes, plain, nonce=nonce)


def open_session(secret: Secret, session: UUID, sealed: bytes) -> bytes:
    """Open a session's content.

    Raises:
        Malformed: no box of version 1: a locked session, most often.
        Tampered: another cookie, another session, or edited.
    """
    return open_padded(kdf(secret, SESSION), SESSION + session.bytes, sealed)

"""Bytes as text: base64url without padding, on the wire and in pages (specification, section 1)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from nearer.vault.errors import Malformed


def to_text(data: bytes) -> str:
    """Bytes as they stand in a page or a form."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def to_bytes(text: str) -> bytes:
    """The way back. Raises Malformed for anything that `to_text` would not have written."""
    try:
        data = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except ValueError:
        raise Malformed("not base64url") from None
    Malformed.unless(to_text(data) == text, "not base64url as it is written here")
    return data

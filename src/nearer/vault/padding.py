"""Section 8: padding, so that a box tells little of the length of what is in it.

Padmé (Nikitin et al., "Reducing metadata leakage from encrypted files and communication with
PURBs", PETS 2019) tells O(log log n) bits of a length n, for at most 12 % more bytes; here
with a floor of 256 bytes, under which all lengths look alike.
"""

from nearer.vault.derive import BOX_OVERHEAD, VERSION, box, unbox
from nearer.vault.errors import Malformed
from nearer.vault.secret import Secret

MAX_PLAIN = 262_144  # bytes
FLOOR = 256  # bytes
_END = b"\x80"


def _rounded(n: int) -> int:
    """T of the specification: the length to which `n` bytes (end mark included) are filled."""
    if n <= FLOOR:
        return FLOOR
    exponent = n.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-n // step) * step


MAX_PADDED = _rounded(MAX_PLAIN + 1)


def padded_length(length: int) -> int:
    """How long a plain text of `length` bytes is once padded.

    Raises:
        Malformed: longer than a plain text may be.
    """
    Malformed.unless(0 <= length <= MAX_PLAIN, "a plain text is at most 262144 bytes")
    return _rounded(length + 1)


def is_padded_length(length: int) -> bool:
    """Whether some plain text is `length` bytes long once padded."""
    return FLOOR <= length <= MAX_PADDED and _rounded(length) == length


def pad(plain: bytes) -> bytes:
    """Fill up: an end mark, then zeros."""
    return (plain + _END).ljust(padded_length(len(plain)), b"\x00")


def unpad(padded: bytes) -> bytes:
    """Take the filling away.

    Raises:
        Malformed: a length or filling that `pad` never makes.
    """
    body = padded.rstrip(b"\x00")
    Malformed.unless(body[-1:] == _END, "padding without its end mark")
    Malformed.unless(padded_length(len(body) - 1) == len(padded), "padding of a wrong length")
    return body[:-1]


def looks_like_box(data: bytes) -> bool:
    """Whether these may be a padded box: its version byte, and a length that padding gives."""
    return data[:1] == VERSION and is_padded_length(len(data) - BOX_OVERHEAD)


def seal_padded(key: Secret, aad: bytes, plain: bytes, *, nonce: bytes | None = None) -> bytes:
    """BOX over PAD."""
    return box(key, aad, pad(plain), nonce=nonce)


def open_padded(key: Secret, aad: bytes, data: bytes) -> bytes:
    """Open what `seal_padded` made; the failures of `unbox` and `unpad`, the cheap ones first."""
    Malformed.unless(looks_like_box(data), "not a padded box of version 1")
    return unpad(unbox(key, aad, data))

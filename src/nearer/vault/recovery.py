"""Section 3: the recovery code, shown once and kept on paper."""

import re

from nearer.vault.derive import RECOVERY, RECOVERY_CHECK, digest, kdf
from nearer.vault.errors import Malformed, Mistyped
from nearer.vault.passphrase import WHITE, Stretched
from nearer.vault.secret import Secret

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
CODE_LENGTH = 16  # bytes of chance
LETTERS = 28  # of five bits: 128 bits of chance and 12 of check
CHECK_BITS = 12

_DASHES = re.compile("[-\u2010-\u2015\u2212]")
# Only ASCII has cases here: str.upper would also turn a dotless i into a letter of the code.
_READ = {ord(letter): value for value, letter in enumerate(ALPHABET)}
_READ |= {ord(letter.lower()): value for value, letter in enumerate(ALPHABET)}
_READ |= {ord(letter): 1 for letter in "ILil"} | {ord(letter): 0 for letter in "Oo"}


def _check(code: bytes) -> int:
    return int.from_bytes(digest(RECOVERY_CHECK + code)[:2]) >> (16 - CHECK_BITS)


def new_code() -> Secret:
    """Make the 16 random bytes of a code."""
    return Secret.fresh(CODE_LENGTH)


def write_code(code: Secret) -> str:
    """Write a code as seven groups of four letters, for a person to copy by hand."""
    Malformed.unless(len(code) == CODE_LENGTH, "a recovery code is 16 bytes")
    number = int.from_bytes(code.reveal()) << CHECK_BITS | _check(code.reveal())
    letters = [ALPHABET[number >> shift & 31] for shift in range(5 * (LETTERS - 1), -1, -5)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, LETTERS, 4))


def read_code(text: str) -> Secret:
    """Read what a person typed: any case, spaces and dashes; I and L as 1, O as 0.

    Raises:
        Malformed: another number of letters, or one that no code has.
        Mistyped: a slip that the check letters show.
    """
    typed = _DASHES.sub("", WHITE.sub("", text))
    Malformed.unless(len(typed) == LETTERS, "a recovery code has 28 letters")
    Malformed.unless(all(ord(letter) in _READ for letter in typed), "no code has this letter")
    number = 0
    for letter in typed:
        number = number << 5 | _READ[ord(letter)]
    code = (number >> CHECK_BITS).to_bytes(CODE_LENGTH)
    if _check(code) != number & (1 << CHECK_BITS) - 1:
        raise Mistyped("a recovery code with a slip in it")
    return Secret(code)


def stretch_code(code: Secret) -> Stretched:
    """Split a code into proof and slot key. 128 random bits need no slow function."""
    return Stretched.split(kdf(code, RECOVERY))

"""The four ways in which opening fails. Nothing else may come out of opening.

A message names the thing and never its content: it may reach a log.
"""


class VaultError(Exception):
    """Something sealed could not be opened, or could not be sealed as asked."""


class Malformed(VaultError):
    """Wrong length or letter, unknown version or profile, padding or text that does not parse."""

    @classmethod
    def unless(cls, holds: bool, message: str) -> None:  # noqa: FBT001 - it reads as a sentence
        """Raise with `message` if the condition does not hold."""
        if not holds:
            raise cls(message)


class WrongKey(VaultError):
    """A slot's commitment does not match the key offered: another passphrase, most often."""


class Tampered(VaultError):
    """The tag does not verify: edited, swapped, moved, or sealed under another key."""


class Mistyped(VaultError):
    """The check characters of a code or a link do not match: a person can put that right."""

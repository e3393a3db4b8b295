"""Bytes that never print themselves."""

import hmac
import secrets
from typing import NoReturn, Self


class Secret:
    """Key material. It shows nothing in a log, a traceback or a template.

    It is compared in constant time, has no hash (so that it cannot become a key of a dict that
    lives on), and refuses to be copied or pickled (so no session, cache or task can take it).
    Python cannot wipe memory: what this type guards against is words that leave by accident.
    """

    __slots__ = ("__value",)
    __hash__ = None  # type: ignore[assignment]  # Python's own way to say "not hashable"

    def __init__(self, value: bytes) -> None:
        self.__value = bytes(value)

    @classmethod
    def fresh(cls, n: int = 32) -> Self:
        """Make `n` random bytes from the operating system."""
        return cls(secrets.token_bytes(n))

    def reveal(self) -> bytes:
        """Hand out the bytes. The caller keeps them out of names that live long."""
        return self.__value

    def __len__(self) -> int:
        return len(self.__value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self.__value, other.__value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret is neither copied nor pickled")

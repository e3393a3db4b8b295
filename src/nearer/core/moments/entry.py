"""A moment together with who wrote it and when."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from nearer.core.moments.marks import Moment


class Entry(Protocol):
    """What core needs to know of a kept moment. What the store gives may have more.

    `at` is aware of its time zone. The author is the one whose seal the record carries.
    """

    @property
    def id(self) -> UUID:
        """The record's id."""

    @property
    def author(self) -> UUID:
        """Who wrote it."""

    @property
    def at(self) -> datetime:
        """When it was kept."""

    @property
    def moment(self) -> Moment:
        """Its marks."""

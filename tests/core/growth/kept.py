"""Moments as the store would give them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from nearer.core.moments import Moment

ADA, BEN = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)  # a Sunday
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """One moment, some time ago."""

    moment: Moment
    ago: timedelta = timedelta(0)
    author: UUID = ADA
    id: UUID = field(default_factory=uuid4)

    @property
    def at(self) -> datetime:
        """When it was kept."""
        return NOW - self.ago

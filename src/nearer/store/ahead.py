"""Rows that are looked up at once, for a page that reads one thing after the other."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from uuid import UUID

from nearer.store import rows
from nearer.store.rows import Row


class Ahead:
    """The newest rows of some shelves, until something is written or removed.

    A query costs more than the few rows it brings: Today asks ten times for something of which
    there is nearly always none. Rows are kept, not entries, so that only what is read is opened.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[UUID, bytes], tuple[int, list[Row]]] = {}

    def look(self, space: UUID, shelves: Mapping[bytes, int]) -> None:
        """Find the newest rows of some shelves, of each so many, in one query."""
        found = rows.newest_of_each(space, shelves)
        for shelf, most in shelves.items():
            self._known[space, shelf] = (most, [row for row in found if row.shelf == shelf])

    def newest(
        self,
        space: UUID,
        shelves: Sequence[bytes],
        *,
        limit: int,
        before: datetime | None,
        since: datetime | None,
    ) -> list[Row]:
        """As `rows.newest`, and without asking where as many are known of each shelf."""
        known = [self._known.get((space, shelf), (0, [])) for shelf in shelves]
        if before or since or any(most < limit for most, _ in known):
            return rows.newest(space, shelves, limit=limit, before=before, since=since)
        return rows.newest_first(chain.from_iterable(found for _, found in known))[:limit]

    def forget(self) -> None:
        """What is known may no longer be so."""
        self._known.clear()

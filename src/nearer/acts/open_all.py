"""Open all that the other has added to something of both: noted for oneself, all or nothing."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction

from nearer.core.moments import Opened
from nearer.store.log import AlreadyKept, Draft, Log


def open_all(log: Log, ids: Iterable[UUID], *, now: datetime) -> None:
    """Note in one's own space alone that these were opened. Twice is once."""
    with transaction.atomic():
        for about in ids:
            only = log.only_id(log.own, Opened, about)
            with suppress(AlreadyKept):
                log.write(log.own, Draft(only, Opened(about=about), now, about=about))

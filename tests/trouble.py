"""What goes wrong in the middle of an act: the power fails, or another one acts as well."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.db import connection

from nearer.store.models import (
    Allowance,
    Invite,
    LinkedLetter,
    Member,
    Person,
    Record,
    Session,
    Slot,
    Space,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = (Allowance, Invite, LinkedLetter, Member, Person, Record, Session, Slot, Space)
CHANGES = {"INSERT", "UPDATE", "DELETE"}


def everything(*but: type) -> dict[str, list[tuple[str, ...]]]:
    """Every row of every table but these, to compare before with after."""
    return {
        kind.__name__: sorted(_plain(row) for row in kind.objects.values_list())
        for kind in TABLES
        if kind not in but
    }


def _plain(row: tuple[Any, ...]) -> tuple[str, ...]:
    views = (bytes, memoryview)
    return tuple(bytes(one).hex() if isinstance(one, views) else str(one) for one in row)


class PowerCut(Exception):
    """The machine went dark in the middle of an act."""


class Cut:
    """Fails at one of the statements that change something."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.happened = False

    def __call__(self, execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        if sql.split(maxsplit=1)[0] in CHANGES:
            if not self.left:
                self.happened = True
                raise PowerCut
            self.left -= 1
        return execute(sql, params, many, context)


def cut_at_every_step(act: Callable[[], object], *, at_least: int) -> None:
    """Wherever the power fails in an act of so many changes, the old state is whole.

    The last round is one without a cut, so that the act is done afterwards.
    """
    before = everything()
    for step in range(100):
        cut = Cut(step)
        with connection.execute_wrapper(cut), suppress(PowerCut):
            act()
        if not cut.happened:
            assert step >= at_least, f"only {step} changes were cut"
            return
        assert everything() == before, f"cut at change {step + 1}"
    raise AssertionError("it never came to an end")


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each of several acts gave, or raised, when all began at the same moment."""
    start = threading.Barrier(len(acts))
    said: dict[int, object] = {}

    def run(number: int) -> None:
        try:
            start.wait(timeout=10)
            said[number] = acts[number]()
        except Exception as error:  # noqa: BLE001 - what was raised is what is asked for
            said[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return [said[number] for number in range(len(acts))]

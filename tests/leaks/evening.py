"""One evening of two people: one does things in private, the other looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from tests import deeds
from tests.cast import Album, Cast
from tests.leaks.private_acts import Act, Doer
from tests.leaks.two_worlds import Eyes, Seen, differences, same_chance
from tests.web.paths import nobodys, undone, what_is_of
from tests.web.sendings import SENDINGS

from nearer.core.moments import ListeningRound
from nearer.store.log import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_django import DjangoDbBlocker

ROLES = ["what Ada did", "what Ben did"]
"""The one who does something in private; the other looks."""

SAY_SO = "What is for the other to see is named in SHOWN of tests/leaks/private_acts.py."

NOT_MINE = {"_invite", "_begin", "_unlock", "_ask_to_listen", "_move", "_written", "_keep"}
"""Forms that the one who looks does not send: others do, or a locked browser, or two in a round."""


@dataclass
class Evening:
    """One does things, the other looks. `mine` are the looker's own forms, ready to be sent."""

    doer: Doer
    eyes: Eyes
    mine: list[tuple[str, dict[str, Any]]]

    @classmethod
    def begin(cls, cast: Cast) -> Evening:
        """What has happened before, in both worlds. Ada of this cast does, Ben looks."""
        other = Cast(cast.ben, cast.ada, cast.cleo, cast.dan, cast.eve)
        doer, ids = Doer.among(cast), nobodys() | what_is_of(cast.ben, cast.ada)
        ids["good"] = doer.good
        letters = (ids["letter"], doer.letter, doer.answered, deeds.letter(cast.ada))
        makes = [make for _, make in SENDINGS if make.__name__ not in NOT_MINE]
        sendings = [make(one) for one in (cast, other) for make in makes]
        mine = [(one.url, one.data) for one in sendings if one.who.id == cast.ben.id]
        return cls(doer, Eyes(cast.ben, cast.ada, ids, letters), mine)

    def world(self, look: Callable[[], list[Seen]], *acts: Act) -> list[Seen]:
        """What the other sees in the world in which all this was done."""
        with undone():
            for act in acts:
                act.do()
            return look()

    def sends(self) -> list[Seen]:
        """The looker sends each of their own forms."""
        with same_chance():
            return [seen for url, data in self.mine for seen in self.eyes.sends(url, data)]

    def learns(self, look: Callable[[], list[Seen]], *acts: Act) -> list[str]:
        """Where the world with these acts differs from the one without."""
        return differences(self.world(look), self.world(look, *acts))

    def told(self, found: list[str], more: str = "") -> str:
        """What a test says that has found something."""
        first = f"{self.eyes.who.name} could learn what {self.doer.who.name} did: {more}"
        return "\n".join([first, *found, SAY_SO])


def _left_lying(cast: Cast) -> None:
    """A round that was begun the day before yesterday: whoever looks must not stir it."""
    begun = timezone.now() - timedelta(days=2)
    asked = ListeningRound(way="say", minutes=3, phones="two")
    cast.ada.log.write(deeds.couple_of(cast.ada), Draft(uuid4(), asked, begun))


@pytest.fixture(scope="module")
def evenings(album: Album, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Evening]]:
    """One evening on which the clock stands still, from either side; nothing of it stays."""
    with (
        django_db_blocker.unblock(),
        time_machine.travel(timezone.now(), tick=False),
        transaction.atomic(),
    ):
        cast = album.lay_down()
        other = Cast(cast.ben, cast.ada, cast.cleo, cast.dan, cast.eve)
        found = dict(zip(ROLES, map(Evening.begin, (cast, other)), strict=True))
        _left_lying(cast)
        for evening in found.values():
            evening.eyes.draws()
        yield found
        transaction.set_rollback(True)


@pytest.fixture(params=ROLES)
def evening(request: pytest.FixtureRequest, evenings: dict[str, Evening]) -> Evening:
    """The evening, for each of the two."""
    return evenings[request.param]


@pytest.fixture
def adas(evenings: dict[str, Evening]) -> Evening:
    """Ada does things, and Ben looks."""
    return evenings[ROLES[0]]

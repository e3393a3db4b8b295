"""What each of two could learn of the other: byte for byte, and by how long it takes.

Two worlds, the same but for what one did in private; the other looks at everything in both. Not
by a clock: what is compared is which queries were asked and which boxes were opened.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from tests import deeds
from tests.cast import Album, Cast
from tests.leaks.private_acts import Act, Doer, private_kinds
from tests.leaks.test_every_kind import ONE_OF_EACH
from tests.leaks.two_worlds import HEARD, Eyes, Seen, differences, everything_kept, same_chance
from tests.web.paths import nobodys, undone, what_is_of
from tests.web.sendings import SENDINGS

from nearer.acts.take_back import take_back
from nearer.core.moments import kind_of
from nearer.store.log import Draft, Log, OpenSpace
from nearer.store.models import Person, Record, Space
from nearer.vault import records
from nearer.vault.errors import VaultError
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.spaces import Purpose
from nearer.web.middleware.headers import Headers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db

ROLES = ["what Ada did", "what Ben did"]
"""The one who does something in private; the other looks."""


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
        letters = (ids["letter"], doer.letter, doer.answered, deeds.letter(cast.ada))
        sendings = [make(other) for _, make in SENDINGS if make.__name__ not in NOT_MINE]
        mine = [(one.url, one.data) for one in sendings]
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


NOT_MINE = {"_invite", "_begin", "_unlock"}
"""Forms that the one who looks does not send: others do, or a locked browser."""

NO_PAGE = {"invitation": "only somebody who is alone makes a link"}
"""Private kinds that one of a couple has no page to keep."""


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


def _both(evening: Evening) -> str:
    return f"{evening.eyes.who.name} could learn what {evening.doer.who.name} did:"


def test_it_shows_every_page_the_same_and_answers_every_form_the_same(evening: Evening) -> None:
    def look() -> list[Seen]:
        return [*evening.eyes.looks(), *evening.sends()]

    found = evening.learns(look, *evening.doer.acts())
    assert not found, "\n".join([_both(evening), *found])


def test_it_answers_ben_s_taps_the_same(adas: Evening) -> None:
    found = adas.learns(adas.eyes.taps, *adas.doer.acts())
    assert not found, "\n".join([_both(adas), *found])


def test_it_knows_nothing_under_the_ids_of_what_the_other_kept(evening: Evening) -> None:
    before, strange = everything_kept(), []

    def look() -> list[Seen]:
        strange.extend(sorted(everything_kept() - before))
        return evening.eyes.tries(strange)

    there = evening.world(look, *evening.doer.acts())
    assert len(strange) > len(private_kinds())
    found = differences(evening.world(lambda: evening.eyes.tries(strange)), there)
    assert not found, "\n".join([_both(evening), *found])


def test_it_names_the_act_that_leaks(adas: Evening) -> None:
    """Each of Ada's acts by itself, on the pages that change most."""
    before = adas.world(adas.eyes.glances)
    for act in adas.doer.acts():
        found = differences(before, adas.world(adas.eyes.glances, act))
        assert not found, "\n".join([f"{_both(adas)} {act.name}", *found])


def test_it_meets_a_letter_taken_back_unopened_like_one_that_never_was(adas: Evening) -> None:
    """Byte for byte, by its old address too. By the bell and by timing it can be told, by design:

    an open page was told that something came, and told again when it went.
    """
    letter, ada = uuid4(), adas.doer.who

    def changes_her_mind() -> None:
        deeds.send(ada, deeds.draft(ada, letter))
        take_back(ada.log, deeds.couple_of(ada), letter, now=timezone.now())

    def look() -> list[Seen]:
        seen = adas.eyes.glances()[:-1] + adas.eyes.at_letter(letter)
        return [replace(one, body=HEARD.sub(b"", one.body), queries=(), boxes=()) for one in seen]

    assert not adas.learns(look, Act("changes her mind", changes_her_mind))


# It can fail


def _seen_mark(response: Any) -> None:
    if not response.streaming:
        response.content += b"<p>Seen</p>"


def _one_more_box(_: Any) -> None:
    nowhere = Address(uuid4(), uuid4(), uuid4())
    with suppress(VaultError):
        records.open_box(Secret.fresh(), Purpose.MARKS, nowhere, bytes(256))


SPILLS: dict[str, Callable[[Any], object]] = {
    "status": lambda response: setattr(response, "status_code", 299),
    "headers": lambda response: response.headers.setdefault("Nearer-Seen", "1"),
    "cookies": lambda response: response.set_cookie("seen", "1"),
    "body": _seen_mark,
    "queries": lambda _: Person.objects.count(),
    "boxes": _one_more_box,
}


def test_it_would_notice_in_every_part_of_an_answer() -> None:
    assert {"asked", *SPILLS} == {part.name for part in fields(Seen)}


@pytest.mark.parametrize("part", SPILLS)
def test_it_would_notice(adas: Evening, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that tells Ben, in one part of its answers, that Ada has opened his letter."""
    own, real = adas.doer.who.side.own, Headers.__call__
    kept = Record.objects.filter(space_id=own)
    before = kept.count()

    def leaky(self: Headers, request: Any) -> Any:
        response = real(self, request)
        sees = request.here is not None and request.here.person.id == adas.eyes.who.id
        if kept.count() > before and sees:
            SPILLS[part](response)
        return response

    monkeypatch.setattr(Headers, "__call__", leaky)
    found = adas.learns(adas.eyes.glances, adas.doer.act("opens"))
    assert any(f": {part}: " in one for one in found)


def test_it_would_notice_a_bell_that_rings(adas: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Log.write

    def leaky(self: Log, space: OpenSpace, draft: Draft) -> Any:
        Space.objects.filter(kind=Space.Kind.COUPLE).update(version=F("version") + 1)
        return real(self, space, draft)

    monkeypatch.setattr(Log, "write", leaky)
    found = adas.learns(adas.eyes.glances, adas.doer.act("opens"))
    assert any("GET /live/: body: " in one for one in found)


def test_it_would_notice_a_note_in_the_space_of_two(
    adas: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page of Ben's shows it; but one more box was opened on the way."""
    real = Log.write

    def leaky(self: Log, space: OpenSpace, draft: Draft) -> Any:
        return real(self, (self.couple or space) if draft.about else space, draft)

    monkeypatch.setattr(Log, "write", leaky)
    found = adas.learns(adas.eyes.glances, adas.doer.act("opens"))
    assert any(": boxes: " in one for one in found)


def test_it_would_notice_a_kind_that_has_no_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(ONE_OF_EACH, "waiting")
    with pytest.raises(AssertionError, match="waiting"):
        private_kinds()


def test_it_keeps_each_private_kind_by_its_own_page(
    adas: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, real = set(), Log.write

    def noted(self: Log, space: OpenSpace, draft: Draft) -> Any:
        kept.add(kind_of(draft.moment))
        return real(self, space, draft)

    monkeypatch.setattr(Log, "write", noted)
    adas.world(list, *(act for act in adas.doer.acts() if not act.name.startswith("keeps_")))
    missing = private_kinds() - kept - set(NO_PAGE)
    assert not missing, f"send {missing} by a form in tests/web/sendings.py, or in private_acts.py"

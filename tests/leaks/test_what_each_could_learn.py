"""What each of two could learn of the other: byte for byte, and by how long it takes.

Two worlds, the same but for what one did in private; the other looks at everything in both. Not
by a clock: what is compared is which queries were asked and which boxes were opened.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db.models import F
from django.utils import timezone
from tests import deeds
from tests.leaks.private_acts import Act, private_kinds
from tests.leaks.test_every_kind import ONE_OF_EACH
from tests.leaks.two_worlds import HEARD, Seen, differences, everything_kept

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
    from collections.abc import Callable

    from tests.leaks.evening import Evening

pytestmark = pytest.mark.django_db

NO_PAGE = {"invitation": "only somebody who is alone makes a link"}
"""Private kinds that one of a couple has no page to keep."""


def test_it_shows_every_page_the_same(evening: Evening) -> None:
    found = evening.learns(evening.eyes.looks, *evening.doer.acts())
    assert not found, evening.told(found)


def test_it_answers_every_tap_and_every_form_the_same(adas: Evening) -> None:
    def look() -> list[Seen]:
        return [*adas.eyes.taps(), *adas.sends()]

    found = adas.learns(look, *adas.doer.acts())
    assert not found, adas.told(found)


def test_it_knows_nothing_under_the_ids_of_what_the_other_kept(evening: Evening) -> None:
    before, strange = everything_kept(), []

    def look() -> list[Seen]:
        strange.extend(sorted(everything_kept() - before))
        return evening.eyes.tries(strange)

    there = evening.world(look, *evening.doer.acts())
    assert len(strange) > len(private_kinds())
    found = differences(evening.world(lambda: evening.eyes.tries(strange)), there)
    assert not found, evening.told(found)


def test_it_names_the_act_that_leaks(adas: Evening) -> None:
    """Each of Ada's acts by itself, on the pages that change most."""
    before = adas.world(adas.eyes.glances)
    for act in adas.doer.acts():
        found = differences(before, adas.world(adas.eyes.glances, act))
        assert not found, adas.told(found, act.name)


def test_it_meets_a_letter_taken_back_unopened_like_one_that_never_was(adas: Evening) -> None:
    """Byte for byte, by its old address too. By the bell and by timing it can be told, by design:

    an open page was told that something came, and told again when it went.
    """
    letter, ada = uuid4(), adas.doer.who

    def changes_her_mind() -> None:
        deeds.send(ada, deeds.draft(ada, letter))
        take_back(ada.log, deeds.couple_of(ada), letter, now=timezone.now())

    def look() -> list[Seen]:
        seen = adas.eyes.glances()[1:] + adas.eyes.at_letter(letter)
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

    def leaky(self: Log, space: OpenSpace, draft: Draft, **how: Any) -> Any:
        Space.objects.filter(kind=Space.Kind.COUPLE).update(version=F("version") + 1)
        return real(self, space, draft, **how)

    monkeypatch.setattr(Log, "write", leaky)
    found = adas.learns(adas.eyes.glances, adas.doer.act("opens"))
    assert any("GET /live/: body: " in one for one in found)


def test_it_would_notice_a_note_in_the_space_of_two(
    adas: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page of Ben's shows it; but one more box was opened on the way."""
    real = Log.write

    def leaky(self: Log, space: OpenSpace, draft: Draft, **how: Any) -> Any:
        return real(self, (self.couple or space) if draft.about else space, draft, **how)

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

    def noted(self: Log, space: OpenSpace, draft: Draft, **how: Any) -> Any:
        kept.add(kind_of(draft.moment))
        return real(self, space, draft, **how)

    monkeypatch.setattr(Log, "write", noted)
    adas.world(list, *(act for act in adas.doer.acts() if not act.name.startswith("keeps_")))
    missing = private_kinds() - kept - set(NO_PAGE)
    assert not missing, f"send {missing} by a form in tests/web/sendings.py, or in private_acts.py"

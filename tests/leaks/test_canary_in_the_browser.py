"""A phrase in every field that takes words; then nothing of it lies anywhere in the clear.

Searched: the database with its journals, log and temporary files, all that the browsers sent, all
that their pages keep, and every file of their profiles on the disk.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import expect
from tests.e2e.somebody import Somebody, pair
from tests.leaks.alone_typed import keeps_plans_and_reasons, says_it, takes_a_step, waits
from tests.leaks.by_link_typed import writes_by_link
from tests.leaks.fields import Field, fields
from tests.leaks.ours import tells_the_cycle
from tests.leaks.places import Wire, find, of_browser, of_folder, of_house
from tests.leaks.rounds import listens
from tests.leaks.week_typed import writes_for_the_week

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserType
    from tests.e2e.house import House

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.long]

TYPED = "input[type=text]:visible, input[type=password]:visible, textarea:visible"


def phrase(field: Field) -> str:
    """What is typed into this field and nowhere else."""
    room, name = field
    return f"quagga {room} zeppelin {name.removeprefix('id_')} marzipan"


@dataclass
class Canary:
    """Types, remembers where, and looks around on the way."""

    typed: set[Field] = field(default_factory=set)
    kept: list[tuple[str, bytes]] = field(default_factory=list)

    def types(self, one: Somebody) -> None:
        """Fill each field that is to be seen, and look at what the browser keeps meanwhile."""
        room = resolve(urlsplit(one.page.url).path).func.__module__.split(".")[3]
        for place in one.page.locator(TYPED).all():
            here = (room, place.get_attribute("id") or "")
            if here in fields():
                place.fill(phrase(here)[: int(place.get_attribute("maxlength") or 999)])
                self.typed.add(here)
        self.looks(one)

    def looks(self, one: Somebody) -> None:
        """Note all that the page's browser keeps now."""
        self.kept += of_browser(one.page)


@contextmanager
def at_home(
    kind: BrowserType, name: str, house: House, profile: Path, launch: dict[str, Any]
) -> Iterator[tuple[Somebody, Wire]]:
    """Somebody whose browser writes its profile to the disk, as everybody's does."""
    context = kind.launch_persistent_context(profile / name, viewport=None, **launch)
    try:
        wire = Wire(context)
        yield Somebody(name, context, house.address), wire
    finally:
        context.close()


def test_no_phrase_lies_in_the_clear_anywhere(
    house: House,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
) -> None:
    canary, launch = Canary(), browser_type_launch_args
    with (
        at_home(browser_type, "Ada", house, tmp_path, launch) as (ada, hers),
        at_home(browser_type, "Ben", house, tmp_path, launch) as (ben, his),
    ):
        begins_with_her_own(ada, canary)
        ben.begin()
        forgets(ben, canary)
        writes_by_link(ada, ben, canary)
        pair(ada, ben)
        checks_in(ada, canary)
        says_it(ada, canary)
        keeps_plans_and_reasons(ada, canary)
        waits(ada, canary)
        takes_a_step(ada, canary)
        writes(ada, canary)
        answers(ben, ada.page.url, canary)
        shows_something_good(ada, ben, canary)
        listens(ada, canary)
        tells_the_cycle(ada, canary)
        writes_for_the_week(ada, canary)
        changes_her_mind(ada, canary)
        says_how_the_pauses_feel(house, ben, canary)
        sent = [*hers.places(), *his.places()]
        secrets = [ada.recovery_code, ben.recovery_code, ben.passphrase]
    assert fields() - canary.typed == set()
    phrases = [phrase(each)[:40] for each in canary.typed] + secrets
    assert find(of_house(house), [ada.name]) != []  # a name is no secret, and shows that we look
    assert find(of_folder(tmp_path), [house.address]) != []
    places = chain(sent, canary.kept, of_house(house), of_folder(tmp_path))
    assert find(places, phrases) == []


def begins_with_her_own(ada: Somebody, canary: Canary) -> None:
    """An account whose passphrase is one of the phrases."""
    ada.go("/begin/")
    ada.page.get_by_label("What would you like to be called here?").fill(ada.name)
    ada.press("Go on")
    ada.press("I have my own")
    canary.types(ada)
    ada.passphrase = phrase(("account", "id_new_passphrase"))
    ada.page.get_by_label("Type it once").fill(ada.passphrase)
    ada.press("Go on")
    expect(ada.page.locator("[data-recovery]")).to_have_text(re.compile("-"))
    canary.looks(ada)
    ada.copy_code()
    canary.looks(ada)
    right = [one.input_value() for one in ada.page.locator("[data-group]").all()]
    canary.types(ada)
    ada.press("Done. Open my space")
    ada.sees("That does not match")
    for group, text in zip(ada.page.locator("[data-group]").all(), right, strict=True):
        group.fill(text)
    ada.press("Done. Open my space")
    ada.is_at("/welcome/")


def forgets(ben: Somebody, canary: Canary) -> None:
    """Wrong words at the doors, then the right ones."""
    ben.go("/me/")
    ben.press("Sign out here")
    ben.sees("When one of you goes quiet")
    ben.go("/recover/")
    canary.types(ben)
    ben.press("Go on")
    ben.go("/sign-in/")
    ben.page.get_by_label("Your name here").fill(ben.name)
    canary.types(ben)
    ben.page.get_by_role("button", name="Open", exact=True).click()
    ben.sees("fit together.")
    ben.unlock()


def checks_in(ada: Somebody, canary: Canary) -> None:
    """Every part of a check-in; a lock in the middle of it."""
    ada.go("/check-in/")
    ada.pick("Tight chest")
    while True:
        canary.types(ada)
        on = ada.page.get_by_role("button", name="Go on").locator("visible=true")
        if on.count() == 0:
            break
        on.click()
    ada.expect_draft_kept()
    canary.looks(ada)
    ada.press("Keep it for me")
    ada.sees("Kept for you.")


def writes(ada: Somebody, canary: Canary) -> None:
    """A letter, typed, locked away half-way, looked at and sent."""
    ada.go("/letters/new/")
    canary.types(ada)
    ada.expect_draft_kept()
    ada.go("/me/")
    ada.press("Lock now")
    ada.is_at("/unlock/")
    canary.looks(ada)
    ada.unlock()
    ada.go("/letters/new/")
    canary.types(ada)
    ada.unfold()
    ada.pick("a word about that is welcome")
    ada.look_at_letter()
    ada.send()
    canary.looks(ada)


def answers(ben: Somebody, letter: str, canary: Canary) -> None:
    """An answer in all its parts."""
    ben.page.goto(letter)
    ben.press("Open it")
    ben.press("A word about that")
    canary.types(ben)
    ben.press("See what Ada will see")
    canary.looks(ben)
    ben.press("Send it to Ada")
    ben.page.get_by_role("link", name="Answer", exact=True).click()
    ben.press("Go on")
    canary.types(ben)
    ben.press("Look at it with me")
    canary.looks(ben)
    ben.press("See what Ada will see")
    canary.looks(ben)
    ben.press("Send it to Ada")
    ben.sees("Your answer")
    canary.looks(ben)


def shows_something_good(ada: Somebody, ben: Somebody, canary: Canary) -> None:
    """Good news of hers, and his question."""
    ada.go("/good/new/")
    canary.types(ada)
    ada.pick("Something good that happened")
    ada.press("Keep it for me")
    ada.press("See what Ben would see")
    canary.looks(ada)
    ada.press("Show it to Ben")
    expect(ada.page).to_have_url(re.compile("/good/[^/]+/$"))
    ben.page.goto(ada.page.url)
    ben.press("Read it")
    canary.types(ben)
    ben.press("See what Ada will see")
    ben.press("Send it to Ada")
    ben.sees("Take it back")
    canary.looks(ben)


def says_how_the_pauses_feel(house: House, ben: Somebody, canary: Canary) -> None:
    """What he adds for himself when he is asked, after the third missed return."""
    ben.never_lock()
    for nth in range(3):
        ben.go("/pulling-back/")
        if nth:
            ben.press("I’m back")
            ben.sees("You are back")
            ben.go("/pulling-back/")
        ben.pick("20 minutes")
        ben.press("Begin the pause")
        ben.sees("You said you will be back at")
        house.later_by(40)
    ben.go("/today/")
    ben.page.locator("summary", has_text="They help me").click()
    ben.press("Keep this answer for me")
    ben.sees("Kept for you.")
    canary.types(ben)
    with ben.page.expect_navigation():
        ben.press("Keep the words")
    canary.looks(ben)


def changes_her_mind(ada: Somebody, canary: Canary) -> None:
    """The pages that ask for the passphrase once more, with a wrong one."""
    for path in ("/account/passphrase/", "/me/erase/", "/me/"):
        ada.go(path)
        ada.unfold()
        canary.types(ada)

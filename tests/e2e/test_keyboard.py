"""The main job, with the keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]

LINK = re.compile("^http")


def begins(one: AtTheKeys, path: str = "/begin/") -> None:
    """An account, without a mouse."""
    if path:
        one.go(path)
    one.type("What would you like to be called here?", one.name)
    one.enter()
    offered = one.page.locator("[data-offered]")
    expect(offered).to_have_text(re.compile(r"^(\w+ ){6}\w+$"))
    one.passphrase = offered.inner_text()
    one.type("Type it once", one.passphrase)
    one.enter()
    code = one.page.locator("[data-recovery]")
    expect(code).to_have_text(re.compile(r"^(\w{4}-){6}\w{4}$"))
    groups = code.inner_text().split("-")
    one.press("I wrote it down")
    for place in one.page.locator("[data-group]").all():
        expect(place).to_have_attribute("data-group", re.compile(r"^\d$"))
        number = int(place.get_attribute("data-group") or "0")
        one.type(f"Group {number}", groups[number - 1])
    one.enter()


def test_a_letter_is_written_and_answered_without_a_mouse(
    arrives: Callable[..., Somebody],
) -> None:
    ada, ben = (
        AtTheKeys(one.name, one.context, one.address)
        for one in (arrives("Ada"), arrives("Ben", width=1280, height=800))
    )
    begins(ada)
    ada.is_at("/welcome/")
    are_linked(ada, ben)
    ada.go("/today/")
    ada.press("Check in")
    notices(ada)
    ada.press("Make it a letter")
    ada.type("Because", " I sat with the tea.")
    ada.pick_with_arrows("Just listen", "A hug")
    ada.press("See what Ben will see")
    ada.sees("What Ben will see")
    ada.press("Send it to Ben")
    ada.sees("Your letter")

    ben.go("/today/")
    ben.press("Go to it")
    ben.press("Open it")
    ben.sees("I sat with the tea.")
    ben.press("Answer")
    ben.press("Go on")
    ben.type("I heard", "You sat there alone.")
    ben.press("See what Ada will see")
    ben.sees("What Ada will see")
    ben.press("Send it to Ada")
    ben.sees("Your answer")

    ada.go("/today/")
    ada.press("Go to it")
    ada.press("Read it")
    ada.sees("You sat there alone.")
    says_how_it_felt(ada)


def are_linked(ada: AtTheKeys, ben: AtTheKeys) -> None:
    """By a link that Ben opens before he has an account."""
    ada.go("/us/")
    ada.press("Make a link")
    link = ada.page.locator("[data-link] sealed-words")
    expect(link).to_have_text(LINK)
    ben.follow(link.inner_text())
    ben.press("Begin")
    begins(ben, "")
    ben.press("Yes, link us")
    for one in (ada, ben):
        one.sees("Four words")
        expect(one.page.locator("[data-comparison]")).to_have_text(re.compile(r"\w+ \w+"))
        one.press("They are the same")
    ada.sees("You and Ben")


def notices(ada: AtTheKeys) -> None:
    """A check-in, part after part."""
    ada.pick("Tight chest")
    ada.tab_to("Energy in you")
    for _ in "12":
        ada.page.keyboard.press("ArrowLeft")
    expect(ada.page.get_by_label("Energy in you")).to_have_value("3")
    ada.press("Go on")
    expect(ada.page.locator("#offer .chip").first).to_be_visible()
    expect(ada.page.get_by_role("heading", name="What could it be?")).to_be_focused()
    ada.pick("not sure yet")
    ada.press("Go on")
    ada.type("In your own words", "You went upstairs.")
    ada.press("Keep it for me")
    ada.sees("Kept for you.")


def says_how_it_felt(ada: AtTheKeys) -> None:
    """Three scales, each with the arrows."""
    for name in ("understood", "valued", "cared"):
        first = ada.page.locator(f"input[name={name}]").first
        for _ in range(60):
            if first.evaluate("one => one === document.activeElement"):
                break
            ada.page.keyboard.press("Tab")
        for _ in "123":
            ada.page.keyboard.press("ArrowRight")
        expect(ada.page.locator(f"input[name={name}][value='3']")).to_be_checked()
    ada.press("Keep it")
    ada.sees("Only you see this.")

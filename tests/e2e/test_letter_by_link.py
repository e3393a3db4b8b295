"""A letter by link, from Ada alone to Ben, who has no account; and from there the two of them."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.e2e import qr
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.examiner import examiner  # noqa: F401 - a fixture
from tests.leaks.places import find, of_browser, of_house

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route
    from tests.e2e.examiner import Examiner
    from tests.e2e.house import House

pytestmark = [pytest.mark.browser, pytest.mark.server]

REASON = "the evenings are quiet, narwhal, and I miss you"
ANSWER = "Sunday was too much for me, narwhal"
JOINS_IN = 120
"""Seconds in which somebody who has read a letter is to be able to join."""


@pytest.fixture
def two(browser: Browser, house: House) -> Any:
    """Ada on a phone, Ben at a desk, both with a keyboard alone."""
    sizes = {"Ada": (360, 740), "Ben": (1280, 800)}
    people = [
        AtTheKeys(name, browser.new_context(viewport={"width": w, "height": h}), house.address)
        for name, (w, h) in sizes.items()
    ]
    yield people
    for one in people:
        one.context.close()


def test_ada_alone_writes_and_ben_with_no_account_answers_and_joins(
    two: list[AtTheKeys],
    house: House,
    examiner: Examiner,  # noqa: F811 - a fixture
) -> None:
    ada, ben = two
    ada.begin()
    link = writes(ada, examiner)
    reads_and_answers(ben, link, examiner)
    opens_the_answer(ada, examiner)
    began = time.monotonic()
    joins(ben, ada, examiner)
    assert time.monotonic() - began < JOINS_IN
    kept = [*of_browser(ada.page), *of_browser(ben.page)]
    assert find([*kept, *of_house(house)], [REASON, ANSWER]) == []


def writes(ada: AtTheKeys, examiner: Examiner) -> str:  # noqa: F811 - a fixture
    """Composed with what is lent, seen as Ben will see it; the connection tears once. The link."""
    ada.go("/us/")
    ada.press("Write a letter by link")
    ada.is_at("/by-link/new/")
    ada.press("Borrow one")
    ada.press("This is about me, not against you.")
    ada.press("lonely")
    ada.type("because", REASON)
    ada.press("See what they will see")
    expect(ada.page.get_by_role("heading", name="What they will see")).to_be_focused()
    examiner.look(ada.page, "looked over")
    ada.page.route("**/by-link/new/", lambda route: route.abort())
    ada.press("Make the link")
    ada.sees("What you wrote is still here.")
    ada.page.unroute("**/by-link/new/")
    ada.press("Make the link")
    shown = ada.page.locator("[data-link] sealed-words")
    expect(shown).to_have_text(re.compile("/letter/.+#"))
    drawn = ada.page.locator("[data-qr] svg path").get_attribute("d")
    assert qr.read(qr.modules(drawn or "")) == shown.inner_text()
    examiner.look(ada.page, "with its link")
    return shown.inner_text()


def reads_and_answers(ben: AtTheKeys, link: str, examiner: Examiner) -> None:  # noqa: F811
    """A torn link, then the whole one, on a slow line; an answer, sent twice for a torn line."""
    ben.follow(link[:-4])
    ben.sees("Part of the link is missing.")
    held: list[Route] = []
    ben.page.route("**/open/", lambda route: held.append(route))  # noqa: PLW0108 - it marks what it is given
    ben.follow(link)
    ben.sees("One moment")
    expect(ben.page.get_by_text("An answer, if you like")).to_be_hidden()
    held[0].continue_()
    ben.sees(REASON)
    ben.page.unroute("**/open/")
    ben.sees("You can leave this.")
    ben.press("Send the answer")
    ben.sees("Pick a sign, a feeling")
    ben.pick_with_arrows("I have read it. I need time.", "It means something to me.")
    ben.type("A few words", ANSWER)
    examiner.look(ben.page, "opened")
    ben.page.route("**/answer/", torn_after)
    ben.press("Send the answer")
    ben.sees("What you wrote is still here.")
    ben.page.unroute("**/answer/")
    ben.press("Send the answer")
    expect(ben.page.get_by_role("heading", name="Your answer is on its way")).to_be_focused()
    other = ben.context.new_page()
    other.goto(link)
    expect(other.get_by_text("This link leads to no letter.")).to_be_visible()
    other.close()


def torn_after(route: Route) -> None:
    """It arrives, and the answer is lost on the way back."""
    route.fetch()
    route.abort()


def opens_the_answer(ada: AtTheKeys, examiner: Examiner) -> None:  # noqa: F811 - a fixture
    """It waits on Today, is opened by an act, and stays."""
    ada.go("/today/")
    ada.sees("Your letter by link was answered")
    ada.press("Go to it")
    ada.press("Open it")
    ada.sees(ANSWER)
    ada.sees("It means something to me.")
    ada.opened()
    examiner.look(ada.page, "with its answer")
    ada.page.reload()
    ada.sees(ANSWER)


def joins(ben: AtTheKeys, ada: AtTheKeys, examiner: Examiner) -> None:  # noqa: F811
    """From the page of the letter, which comes along; then the four words on both."""
    ben.press("A place of my own, linked with theirs")
    ben.begin("")
    ben.sees("Ada asks to be linked with you")
    ben.press("Yes, link us")
    ben.sees("Four words")
    ada.go("/us/")
    ada.press("They are the same")
    ada.sees("It is with Ben now.")
    ben.page.get_by_role("button", name="They are the same").click()  # the page renews itself
    ben.sees("You and Ada")
    ben.press("Letters by link")
    ben.is_at("/by-link/")
    ben.opened()
    examiner.look(ben.page, "with one that was kept")
    ben.page.get_by_role("link", name="A letter you were sent").press("Enter")
    ben.sees(REASON)
    ben.sees(ANSWER)

"""Becoming two, by a link that works once; and being one again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from playwright.sync_api import expect
from tests.e2e import qr
from tests.e2e.rows import count, let_a_minute_pass, tell
from tests.e2e.somebody import pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.house import House
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]

WORDS = "I would like to sit with you tonight."


@pytest.fixture(autouse=True)
def unhurried(house: House) -> None:
    """These people would begin on different evenings."""
    let_a_minute_pass(house)


@pytest.fixture
def couple_to_be(arrives: Callable[..., Somebody]) -> tuple[Somebody, Somebody, str]:
    """Eve, who has made a link; Dan, who has it; and the link."""
    [eve, dan] = [arrives(f"{name} {uuid4()}") for name in ("Eve", "Dan")]
    eve.begin()
    dan.begin()
    return eve, dan, eve.make_link()


def test_ben_comes_by_the_link_begins_and_is_linked(arrives: Callable[..., Somebody]) -> None:
    ada, ben = arrives("Ada"), arrives("Ben")
    ada.begin()
    link = ada.make_link()
    drawn = ada.page.locator("[data-qr] svg path").get_attribute("d")
    assert qr.read(qr.modules(drawn or "")) == link

    ada.follow(link)
    ada.sees("This is your own link.")

    ben.follow(link)
    ben.sees("Someone would like to be linked with you here")
    expect(ben.page.locator("main")).not_to_contain_text("Ada")
    ben.press("Begin")
    ben.begin("")
    ben.sees("Ada asks to be linked with you")
    ben.press("Yes, link us")
    ben.sees("Four words")
    assert "#" not in ben.page.url

    ada.go("/today/")
    ada.sees("Four words to compare")
    ada.press("Compare them")
    ada.press("They are the same")
    ada.sees("It is with Ben now.")
    ben.press("They are the same")
    ben.sees("You and Ada")
    ada.sees("You and Ben")


def test_a_link_works_once_and_for_those_who_are_not_linked(
    arrives: Callable[..., Somebody], couple_to_be: tuple[Somebody, Somebody, str]
) -> None:
    eve, dan, link = couple_to_be
    cleo = arrives(f"Cleo {uuid4()}")
    cleo.begin()
    dan.follow(link)
    dan.press("Yes, link us")
    dan.sees("Four words")
    cleo.follow(link)
    cleo.sees("This link was used already. Each link works once.")
    for one in (eve, dan):
        one.go("/us/")
        one.press("They are the same")
    eve.sees("You and Dan")
    cleo.follow(link)
    cleo.sees("This link doesn’t lead anywhere now.")
    eve.follow(cleo.make_link())
    eve.sees("You are linked with someone already.")


def test_ben_is_signed_in_and_locked_and_still_comes_back_to_the_link(
    arrives: Callable[..., Somebody],
) -> None:
    ada, ben = arrives("Ada two"), arrives("Ben two")
    ada.begin()
    ben.begin()
    link = ada.make_link()
    ben.go("/me/")
    ben.press("Lock now")
    ben.is_at("/unlock/")
    ben.follow(link)
    ben.is_at("/unlock/")
    ben.unlock()
    ben.press("Yes, link us")
    ben.sees("Four words")

    new_phone = arrives("Ben two")
    new_phone.passphrase = ben.passphrase
    new_phone.follow(link)
    new_phone.press("I have a name here")
    new_phone.page.get_by_label("Your name here").fill(ben.name)
    new_phone.unlock()
    new_phone.sees("Four words")


def test_a_torn_link_links_nobody(couple_to_be: tuple[Somebody, Somebody, str]) -> None:
    _, dan, link = couple_to_be
    page, _, secret = link.partition("#")
    another = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    for torn in ("", "#", "#torn", f"#{secret[:12]}", f"#{another}", f"#{'A' * 24}"):
        dan.follow(page + torn)
        dan.sees("Part of the link is missing.")
        dan.press("Yes, link us")
        dan.sees("Part of the link is missing.")
        dan.is_at(page.removeprefix(dan.address))


def test_the_words_stand_still_while_the_page_around_them_moves(
    couple_to_be: tuple[Somebody, Somebody, str],
) -> None:
    eve, dan, link = couple_to_be
    watch = """(selector) => {
      globalThis.blinked = 0;
      const empty = () => !document.querySelector(selector)?.textContent.trim();
      const count = () => (globalThis.blinked += empty() ? 1 : 0);
      new MutationObserver(count).observe(document.body, { childList: true, subtree: true });
    }"""
    move = "htmx.trigger(document.body, 'nearer:changed')"
    eve.page.evaluate(watch, "[data-link]")
    with eve.page.expect_response("**/us/"):
        eve.page.evaluate(move)
    expect(eve.page.locator("[data-link] sealed-words")).to_have_text(link)
    expect(eve.page.locator("[data-qr] svg")).to_be_visible()
    assert eve.page.evaluate("globalThis.blinked") == 0
    dan.follow(link)
    dan.press("Yes, link us")
    words = dan.four_words()
    dan.page.evaluate(watch, "[data-comparison]")
    with dan.page.expect_response("**/us/"):
        dan.page.evaluate(move)
    expect(dan.page.locator("[data-comparison]")).to_have_text(words)
    assert dan.page.evaluate("globalThis.blinked") == 0
    assert eve.four_words() == words


def test_a_link_of_last_week_says_so(
    house: House, couple_to_be: tuple[Somebody, Somebody, str]
) -> None:
    eve, dan, link = couple_to_be
    tell(house, "UPDATE store_invite SET made = '2026-01-02 03:04:05+00:00'")
    dan.follow(link)
    dan.sees("This link is more than seven days old. Ask for a new one.")
    eve.go("/us/")
    eve.sees("Make a link")


def test_nothing_comes_of_words_that_differ(house: House, arrives: Callable[..., Somebody]) -> None:
    before = count(house, "space")
    ada, ben = arrives("Ada three"), arrives("Ben three")
    ada.begin()
    ben.begin()
    ben.follow(ada.make_link())
    ben.press("Yes, link us")
    ada.sees("Four words")
    ben.press("They are the same")
    ada.press("They differ, or I changed my mind")
    ada.sees("Make a link")
    ben.sees("Make a link")
    assert count(house, "space") == before + 2
    ben.go("/letters/new/")
    ben.sees("you are not linked with anyone")


def test_ada_leaves_and_ben_is_told_no_time(arrives: Callable[..., Somebody]) -> None:
    ada, ben = arrives("Ada four"), arrives("Ben four")
    ada.begin()
    ben.begin()
    pair(ada, ben)
    ada.send_letter(WORDS, wish="A hug")
    letter = ada.page.url
    ben.go("/today/")
    ben.press("Go to it")
    ben.press("Open it")
    ben.sees(WORDS)
    ada.go("/us/")
    ada.press("End the link")
    ada.press("End the link now")
    ada.is_at("/today/")
    ada.sees("Nothing waits for you.")
    ada.page.goto(letter)
    ada.sees("There is nothing here")
    ben.go("/us/")
    ben.sees("No longer linked")
    assert not re.search(r"\d|today|yesterday|ago", ben.page.locator("main").inner_text())
    ben.press("Read it")
    ben.page.goto(letter)
    ben.sees(WORDS)
    expect(ben.page.get_by_role("link", name="Answer", exact=True)).to_have_count(0)
    ben.go("/us/")
    ben.press("Put it away for good")
    ben.press("End the link now")
    ben.go("/us/")
    expect(ben.page.get_by_text("No longer linked")).to_have_count(0)

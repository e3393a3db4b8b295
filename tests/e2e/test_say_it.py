"""From no word to a word; in a hurry from a word to a sentence, of which only a part is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.somebody import Somebody, pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from tests.e2e.house import House

pytestmark = [pytest.mark.browser, pytest.mark.server]

PHONE = {"width": 360, "height": 740}
LOUD = "the day was too loud"
SENTENCE = f"I feel hurt because {LOUD} Would you give me a hug?"


@dataclass
class WithAFinger(Somebody):
    """The same person; every act is a tap."""

    def type(self, label: str, text: str) -> None:
        """Tap a field and type."""
        self.page.get_by_label(label).fill(text)

    def unfold_one(self, name: str) -> None:
        """Tap what is folded away."""
        self.page.locator("summary", has_text=name).click()

    def pick_of(self, first: str, word: str) -> None:
        """Tap one of several, of which this is the first."""
        del first
        self.page.get_by_role("radio", name=word, exact=True).locator("..").click()

    def place(self) -> None:
        """Touch the pad, and draw to where there is little energy and it is hard."""
        pad = self.page.locator("feeling-pad")
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box
        at = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in POINTS]
        self.page.mouse.move(*at[0])
        self.page.mouse.down()
        for point in at[1:]:
            self.page.mouse.move(*point)
        self.page.mouse.up()


POINTS = ((0.5, 0.5), (0.31, 0.6), (0.31, 0.79), (0.3, 0.8))


@dataclass
class WithKeys(AtTheKeys):
    """The same person; every act is a key."""

    def unfold_one(self, name: str) -> None:
        """Open what is folded away."""
        self.press(name)

    def pick_of(self, first: str, word: str) -> None:
        """Go to the first of several, and on with the arrows."""
        self.pick_with_arrows(first, word)

    def place(self) -> None:
        """Move the two sliders, which say the same."""
        for slider, presses in (("Energy in you", 3), ("How it is to feel this", 2)):
            self.tab_to(slider)
            for _ in range(presses):
                self.page.keyboard.press("ArrowLeft")


Hands = type[WithAFinger] | type[WithKeys]


@pytest.fixture(scope="module")
def couple(browser: Browser, house: House) -> Iterator[tuple[Somebody, Somebody]]:
    """Ada and Ben, linked; Ben has felt hurt before."""
    contexts = [browser.new_context(viewport=PHONE) for _ in "12"]  # type: ignore[arg-type]
    ada, ben = (
        Somebody(name, context, house.address)
        for name, context in zip(("Ada", "Ben"), contexts, strict=True)
    )
    for one in (ada, ben):
        one.begin()
        one.never_lock()
    pair(ada, ben)
    ben.check_in(body="Tight chest", feeling="hurt", what="A word at the door.")
    yield ada, ben
    for context in contexts:
        context.close()


@pytest.mark.parametrize("hands", [WithAFinger, WithKeys])
def test_it_lets_a_word_come_to_ben_who_knew_none(
    couple: tuple[Somebody, Somebody], hands: Hands
) -> None:
    _, known = couple
    ben = hands(known.name, known.context, known.address)
    page = ben.page
    ben.go("/check-in/")
    ben.pick("Heavy arms and legs")
    dot = "getComputedStyle(document.querySelector('feeling-pad'), '::after').display"
    assert page.evaluate(dot) == "none", "nothing is said yet"
    ben.place()
    expect(page.get_by_label("Energy in you")).to_have_value("2")
    expect(page.get_by_label("How it is to feel this")).to_have_value("3")
    assert page.evaluate(dot) == "block"
    ben.press("Go on")
    expect(page.locator("#offer .chip").first).to_be_visible()
    ben.pick("not sure yet")
    ben.press("Go on")
    ben.type("In your own words", "It was too much.")
    ben.press("Keep it for me")
    ben.sees("Kept for you.")
    ben.sees("Not sure yet")
    assert page.evaluate("scrollX + document.scrollingElement.scrollWidth") == PHONE["width"]

    _finds_a_word(ben)
    ben.go("/check-in/")
    ben.press("Go on")
    ben.press("like glass")
    expect(page.get_by_label("My own word")).to_have_value("like glass")
    ben.press("Keep it for me")
    ben.sees("A word of your own")


def _finds_a_word(ben: WithAFinger | WithKeys) -> None:
    """Later, from the timeline."""
    ben.go("/timeline/?show=mine")
    ben.page.goto(_newest(ben))
    ben.press("Has a word come?")
    ben.type("My own word", "like glass")
    ben.press("That’s it, keep it")
    ben.sees("A word of your own")
    for words in ("like glass", "It was too much."):
        ben.sees(words)


def _newest(one: Somebody) -> str:
    """Where the newest entry of the timeline leads."""
    href = one.page.locator("ol.timeline a").first.get_attribute("href")
    return f"{one.address}{href}"


@pytest.mark.parametrize("hands", [WithAFinger, WithKeys])
def test_it_lets_ben_say_it_in_a_hurry_and_send_a_part_of_it(
    couple: tuple[Somebody, Somebody], hands: Hands
) -> None:
    ada, known = couple
    ben = hands(known.name, known.context, known.address)
    page = ben.page
    ben.go("/check-in/")
    ben.pick("hurt")
    ben.press("That’s it, keep it")
    ben.sees("Kept for you.")
    _says_it(ben)
    mine = page.url
    _sends_two_parts(ben)
    letter = page.url
    ada.page.goto(letter)
    ada.press("Open it")
    gist = "Feeling hurt Ben would like a hug, without many words Ben"
    expect(ada.page.locator(".letter")).to_have_text(gist, use_inner_text=True)
    expect(ada.page.get_by_text(LOUD)).to_have_count(0)

    page.goto(mine)
    expect(page.locator(".sheet .sentence")).to_have_text(SENTENCE, use_inner_text=True)
    ben.press("I said it")
    ben.sees("you said it.")
    page.goto(letter)
    ben.press("Take this letter back")  # one request waits at a time, and the next one asks as well


def _says_it(ben: WithAFinger | WithKeys) -> None:
    """A sentence, read back twice, and how sure he is of it."""
    ben.press("Say it in one sentence")
    ben.type("because …", LOUD)
    ben.pick_of("just listen", "give me a hug")
    ben.press("Read it back")
    expect(ben.page.locator("[data-preview] .sentence")).to_have_text(SENTENCE, use_inner_text=True)
    ben.press("Change it")
    ben.press("Read it back")
    ben.pick_of("0", "3")
    ben.press("Keep it for me")
    ben.sees("you said 3 of 10.")
    expect(ben.page.locator(".sheet .sentence")).to_have_text(SENTENCE, use_inner_text=True)


def _sends_two_parts(ben: WithAFinger | WithKeys) -> None:
    """The feeling and the request, without the reason."""
    ben.unfold_one("Only a part of it")
    ben.pick("the feeling")
    ben.pick("the request")
    ben.press("Begin the letter with this")
    expect(ben.page.get_by_label("Because")).to_have_value("")
    ben.press("See what Ada will see")
    ben.sees("What Ada will see")
    ben.press("Send it to Ada")
    ben.sees("Your letter")

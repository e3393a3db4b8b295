"""Ben pauses, misses the return and comes back, three times; then each is asked how that feels.

On two phones, with the keyboard alone. The server starts anew whenever time passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.examiner import Examiner, examiner
from tests.e2e.somebody import pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.house import House
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]
__all__ = ["examiner"]

ASKED = "How do the pauses feel for you?"
LATE = 40
"""Minutes after the beginning of a pause of twenty: no longer a little late."""


def test_it_meets_ben_with_a_way_back_and_asks_each_alone_after_three_missed_returns(
    house: House, arrives: Callable[..., Somebody], examiner: Examiner
) -> None:
    ada, ben = linked(arrives("Ada"), arrives("Ben"))
    pauses(ben)
    ada_sees_the_time_and_cannot_send(ada)
    house.later_by(LATE)
    ada.go("/today/")
    ada.sees("Ben meant to be back at")
    ada.sees("A little later is not never.")
    comes_back(ben, examiner)
    sends_the_first_sentence(ben)
    ada.go("/today/")
    ada.sees("Ben wrote to you")
    for _ in "23":
        expect(ada.page.get_by_text(ASKED)).to_have_count(0)
        pauses(ben)
        house.later_by(LATE)
        ada.go("/today/")
    ada_is_afraid_and_leaves_no_trace(ada)
    examiner.look(ada.page, "asked how the pauses feel")
    puts_it_away(ada)
    ben_says_it_for_himself(ben)
    examiner.look(ben.page)
    for one in (ada, ben):
        one.go("/today/")
        expect(one.page.get_by_text(ASKED)).to_have_count(0)
    ben.go("/patterns/")
    ben.sees("How the pauses felt")
    ada.go("/patterns/")
    expect(ada.page.get_by_text("How the pauses felt")).to_have_count(0)


def linked(*both: Somebody) -> tuple[AtTheKeys, AtTheKeys]:
    """Two who are linked, and use keys from now on."""
    for one in both:
        one.begin()
        one.never_lock()
    pair(*both)
    ada, ben = (AtTheKeys(one.name, one.context, one.address) for one in both)
    return ada, ben


def pauses(ben: AtTheKeys) -> None:
    """Twenty minutes; where the last pause stands open, back from that one first."""
    ben.go("/pulling-back/")
    if ben.page.get_by_role("button", name="I’m back").count():
        ben.press("I’m back")
        ben.sees("You are back")
    ben.go("/today/")
    ben.press("I’m pulling back")
    ben.pick("20 minutes")
    ben.press("Begin the pause")
    ben.sees("You said you will be back at")
    ben.sees("Nothing can reach you here until then.")


def ada_sees_the_time_and_cannot_send(ada: AtTheKeys) -> None:
    """What she wrote is still there, for later."""
    ada.go("/today/")
    ada.sees("Ben needs a pause, and will be back at")
    ada.sees("“I need a pause. I do care.”")
    ada.go("/letters/new/")
    ada.type("Because", "I miss you.")
    ada.press("See what Ben will see")
    ada.press("Send it to Ben")
    ada.sees("Ben is in a pause until")
    ada.sees("I miss you.")


def comes_back(ben: AtTheKeys, examiner: Examiner) -> None:
    """From Today, by the way back."""
    ben.go("/today/")
    ben.sees("Coming back a little late is coming back.")
    ben.press("Go to it")
    ben.sees("The time has come")
    examiner.look(ben.page, "the time has come")
    ben.tab_to("I need a little longer")
    ben.press("I’m back")
    ben.sees("You are back")
    ben.sees("A small plan: If … then I will …")


def sends_the_first_sentence(ben: AtTheKeys) -> None:
    """A borrowed one leads into a letter."""
    ben.press("I’m back. I’d like to try again, slowly.")
    ben.press("See what Ada will see")
    ben.sees("I’m back. I’d like to try again, slowly.")
    ben.press("Send it to Ada")
    ben.sees("Your letter")


def ada_is_afraid_and_leaves_no_trace(ada: AtTheKeys) -> None:
    """She opens that answer, and reads."""
    ada.sees(ASKED)
    asked = list[str]()
    ada.page.on("request", lambda request: asked.append(request.url))
    ada.press("They are too long for me")
    ada.sees("How long is something to agree on")
    ada.press("I’m a bit afraid of them")
    ada.sees("That counts, and you did nothing wrong.")
    expect(ada.page.get_by_text("How long is something to agree on")).to_be_hidden()
    ada.page.evaluate("htmx.trigger(document.body, 'nearer:changed')")
    ada.sees("That counts, and you did nothing wrong.")
    ada.is_at("/today/")
    ada.expect_nothing_kept("drafts")
    anyway = ("/active/", "/live/", "/static/", "/today/")
    assert [url for url in asked if not any(part in url for part in anyway)] == []


def puts_it_away(ada: AtTheKeys) -> None:
    """One tap, and no more is said of it."""
    with ada.page.expect_navigation():
        ada.press("Rather not say")
    expect(ada.page.get_by_text(ASKED)).to_have_count(0)


def ben_says_it_for_himself(ben: AtTheKeys) -> None:
    """And adds a few words that nobody else reads."""
    ben.go("/today/")
    ben.sees(ASKED)
    ben.press("They help me")
    ben.press("Keep this answer for me")
    ben.sees("Kept for you. Nobody else sees it.")
    ben.type("In your own words", "I can breathe again.")
    with ben.page.expect_navigation():
        ben.press("Keep the words")
    expect(ben.page.get_by_label("In your own words")).to_have_value("I can breathe again.")

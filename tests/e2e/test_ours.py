"""Two halves put together, and an agreement in both hands; Ben has no browser here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.examiner import examiner  # noqa: F401 - a fixture
from tests.faults.conftest import arrives, couple  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from tests.e2e.examiner import Examiner
    from tests.e2e.somebody import Somebody
    from tests.faults.conftest import Arrives, Couple
    from tests.faults.phone import Answer, Phone

pytestmark = [pytest.mark.browser, pytest.mark.server]

PICTURE = (
    "Ada feels lonely asks again Ben may then see “my face at the door”",
    "Ben feels overwhelmed goes quiet Ada may then see “my back”",
)
FIRST, SECOND = "We stop at ten.", "We stop at ten.\nWhoever stops comes back."


def _shows_his_half(ben: Phone) -> None:
    """Ben tells his half and shows it, on his phone."""
    words = {"see": "my back", "then": "ask louder"}
    marks = {"feelings": ["overwhelmed"], "move": "go_quiet"}
    page = ben.get("/cycle/half/")
    assert ben.send("/cycle/half/", ben.sealed(page, words, **marks)).status == 204
    page = ben.get("/cycle/half/show/")
    draft = _hidden(page, "draft")
    assert ben.send("/cycle/half/show/", ben.sealed(page, words, draft=draft)).status == 204


def _hidden(page: Answer, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*?value="([^"]*)"', page.body)
    assert found, name
    return found[1]


def _proposes(ben: Phone, text: str) -> None:
    page = ben.get("/agreement/new/")
    form = ben.sealed(page, {"text": text}, after=_hidden(page, "after"))
    assert ben.send("/agreement/new/", form).status == 204


def test_it_puts_two_halves_together_and_an_agreement_into_both_hands(
    arrives: Arrives,  # noqa: F811 - the fixture
    couple: Couple,  # noqa: F811 - the fixture
    examiner: Examiner,  # noqa: F811 - the fixture
) -> None:
    ada, ben = arrives(couple.ada), couple.ben
    _tells_her_half(ada, examiner)
    _shows_his_half(ben)
    ben.post("/cycle/open/")
    ada.go("/cycle/")
    ada.press("Open it")
    ada.opened()
    _names_it(ada, examiner)
    for half in PICTURE:
        expect(ada.page.locator(".loop ol")).to_contain_text(half, use_inner_text=True)
    expect(ada.page.locator("figcaption")).to_contain_text("the fog", use_inner_text=True)
    ada.unfold()
    examiner.look(ada.page, "as a picture")
    _agrees(ada, ben, examiner)


def _tells_her_half(ada: Somebody, look: Examiner) -> None:
    ada.go("/cycle/half/")
    look.look(ada.page)
    ada.pick("lonely")
    ada.press("Go on")
    ada.pick("ask again")
    ada.press("Go on")
    ada.page.get_by_label("You may then see …").fill("my face at the door")
    ada.press("Keep it for me")
    ada.sees("Only you see this.")
    ada.press("See what Ben would see")
    ada.opened()
    look.look(ada.page)
    ada.press("Show it to Ben")
    ada.sees("Ben can see it.")


def _names_it(ada: Somebody, look: Examiner) -> None:
    ada.press("Give it a name")
    ada.page.get_by_label("The line, or the name").fill("the fog")
    look.look(ada.page)
    ada.press("See what Ben will see")
    ada.press("Add it")
    ada.sees("goes round. It is neither of you.")
    ada.opened()


def _agrees(ada: Somebody, ben: Phone, look: Examiner) -> None:
    """While Ada writes, Ben proposes something else: neither is lost."""
    ada.go("/agreement/new/")
    ada.page.get_by_label("We agree").fill(SECOND)
    _proposes(ben, FIRST)
    ada.press("See what Ben will see")
    expect(ada.page.locator("[data-preview] .words")).to_have_text(SECOND, use_inner_text=True)
    look.look(ada.page)
    ada.press("Propose it")
    ada.sees("Ben has proposed a version while you were writing.")
    ada.press("Propose it")
    ada.sees("Proposed. Nobody has signed it.")
    ada.press("Open it")
    ada.opened()
    ada.go("/agreement/")
    for text in (FIRST, SECOND.partition("\n")[2]):
        ada.sees(text)
    look.look(ada.page)
    ada.page.locator("ul.plain a").first.click()
    ada.sees("Two versions, side by side")
    ada.opened()
    look.look(ada.page)
    ada.press("Sign it")
    ada.sees("Proposed. You have signed it.")

"""Ben answers with help, at the keys of a narrow phone, and nobody learns that he looked."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.faults.conftest import arrives, couple  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from playwright.sync_api import Locator
    from tests.faults.conftest import Arrives, Couple

pytestmark = [pytest.mark.browser, pytest.mark.server]

STINGS = "You're too sensitive. At least it was only a dinner."
KIND = "You were there, and nobody asked you anything."


class Ben(AtTheKeys):
    """Ben, at his keys, with a draft of his answer."""

    @property
    def looked(self) -> Locator:
        """What a look has found."""
        return self.page.locator("[data-looked]")

    def drafts(self, label: str, words: str) -> None:
        """Put these words into a part, instead of what is there."""
        self.tab_to(label)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)


@pytest.fixture
def ben(arrives: Arrives, couple: Couple) -> Ben:  # noqa: F811 - fixtures
    one = arrives(couple.ben)
    at_the_keys = Ben(one.name, one.context, one.address, one.passphrase)
    one.page.close()
    return at_the_keys


def test_he_hears_drafts_looks_changes_and_sends(
    ben: Ben,
    couple: Couple,  # noqa: F811 - a fixture
) -> None:
    letter = couple.letter_to_ben("I sat there the whole evening.")
    ben.go(f"/letters/{letter}/reply/")
    ben.sees("I sat there the whole evening.")
    ben.pick("left out")
    ben.press("Go on")
    expect(ben.page.get_by_role("heading", name="Answer Ada")).to_be_focused()
    ben.type("I heard", STINGS)
    ben.expect_draft_kept()
    asked: list[str] = []
    ben.page.on("request", lambda request: asked.append(request.url))
    looks_and_goes_to_the_first(ben)
    ben.drafts("I heard", KIND)
    looks_and_puts_it_away(ben)
    ben.press("See what Ada will see")
    ben.sees("What I hear:")
    assert asked == [], "the draft stays here, and so does that he looked"
    ben.press("Send it to Ada")
    ben.sees("Your answer")
    assert "left out" not in couple.ada.get(f"/letters/{letter}/").body
    assert couple.ada.post(f"/letters/{letter}/open/").status == 302
    assert "left out" in couple.ada.get(f"/letters/{letter}/").body


def looks_and_goes_to_the_first(ben: Ben) -> None:
    """Two remarks; from the first he comes to the words it is about."""
    ben.press("Look at it with me")
    expect(ben.looked.locator(".remark")).to_have_count(2)
    expect(ben.looked.locator("mark")).to_have_text(
        ["You're too sensitive", re.compile("At least it")]
    )
    assert ben.looked.get_attribute("role") == "status"
    ben.press("Go there")
    field = ben.page.get_by_label("I heard")
    expect(field).to_be_focused()
    marked = "one => one.value.slice(one.selectionStart, one.selectionEnd)"
    assert field.evaluate(marked) == "You're too sensitive"


def looks_and_puts_it_away(ben: Ben) -> None:
    """What works, and nothing else; and then it is gone."""
    ben.press("Look at it with me")
    ben.sees("You say back what you heard.")
    ben.sees("Nothing stood out.")
    ben.press("Put this away")
    expect(ben.looked).to_be_empty()
    expect(ben.page.get_by_role("button", name="Look at it with me")).to_be_focused()


def test_he_sends_what_he_wrote_all_the_same_and_nothing_of_the_look_stays(
    ben: Ben,
    couple: Couple,  # noqa: F811 - a fixture
) -> None:
    letter = couple.letter_to_ben("The lamp was on until three.")
    before = Counter(couple.all())
    ben.go(f"/letters/{letter}/reply/")
    ben.press("Go on")
    ben.type("You matter", STINGS)
    ben.expect_draft_kept()
    ben.press("Look at it with me")
    expect(ben.looked.locator(".remark")).to_have_count(2)
    ben.page.reload()
    ben.press("Go on")
    expect(ben.page.get_by_label("You matter")).to_have_value(STINGS)
    expect(ben.looked).to_be_empty()
    ben.press("Look at it with me")
    expect(ben.looked.locator(".remark")).to_have_count(2)
    ben.press("See what Ada will see")
    expect(ben.page.locator(".remark").first).to_be_hidden()
    ben.press("Send it to Ada")
    ben.sees("Your answer")
    ben.expect_nothing_kept("drafts")
    kept = Counter(couple.all())
    assert kept - before == Counter([("reply", "Ben", "couple", json.dumps({"matter": STINGS}))])

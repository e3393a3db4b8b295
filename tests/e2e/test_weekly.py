"""Ada and Ben write apart, one keeps a part back, and it opens on both phones at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.examiner import Examiner, examiner
from tests.faults.conftest import arrives, couple  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.faults.conftest import Arrives, Couple

pytestmark = [pytest.mark.browser, pytest.mark.server]
__all__ = ["examiner"]

SOON = 3_000
"""Milliseconds: live, and not at the next visit."""


def writes(who: Somebody, **words: str) -> None:
    """Fill the page of this week, and go on to look it over."""
    who.go("/weekly/")
    for name, text in words.items():
        who.page.locator(f"#id_{name}").fill(text)
    who.press("Look it over")
    who.page.wait_for_url("**/weekly/look/")


def is_ready(who: Somebody) -> None:
    """Press the one button, and come back to the week."""
    who.press("I am ready")
    who.page.wait_for_url("**/weekly/")


def test_they_read_both_at_the_same_moment_and_not_what_she_keeps_back(
    arrives: Arrives,  # noqa: F811 - a fixture
    couple: Couple,  # noqa: F811 - a fixture
    examiner: Examiner,
) -> None:
    ada, ben = arrives(couple.ada), arrives(couple.ben)
    ada.go("/weekly/plan/")
    examiner.look(ada.page, "the day")
    ada.go("/weekly/")
    examiner.look(ada.page, "to write")
    writes(ada, good="the soup on the floor", hard="the long Tuesday")
    ada.press("Keep it back: A hard thing this week")
    ada.sees("Kept back. Only you see it.")
    examiner.look(ada.page)
    is_ready(ada)
    ada.sees("You are ready")
    writes(ben, good="that you asked again")
    expect(ada.page.get_by_text("asked again")).to_have_count(0)
    is_ready(ben)
    for one in (ada, ben):
        for text in ("You are both ready", "the soup on the floor", "that you asked again"):
            expect(one.page.get_by_text(text)).to_be_visible(timeout=SOON)
        expect(one.page.get_by_text("the long Tuesday")).to_have_count(0)
        expect(one.page.get_by_role("heading", name="A hard thing")).to_have_count(0)
    ada.press("All that you wrote")
    expect(ada.page.get_by_text("the long Tuesday")).to_be_visible(timeout=SOON)
    examiner.look(ada.page)
    ada.page.go_back()
    ada.press("Take mine back")
    ada.sees("You took this back.")
    examiner.look(ada.page)
    ben.sees("This was removed by the one who wrote it.")

"""The main job: two people, two browsers, one letter answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.somebody import pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]


def test_it_carries_a_letter_from_ada_to_ben_and_his_answer_back(
    arrives: Callable[..., Somebody],
) -> None:
    ada, ben = arrives("Ada"), arrives("Ben", width=1280, height=800)
    ada.begin()
    ben.begin()
    pair(ada, ben)

    ada.check_in(body="Tight chest", feeling="lonely", what="You went upstairs without a word.")
    ada.press("Make it a letter")
    expect(ada.page.get_by_label("Because")).to_have_value("You went upstairs without a word.")
    ben.go("/today/")
    ada.write_letter("You went upstairs. I sat with the tea until it was cold.", wish="Just listen")
    ada.sees("What Ben will see")
    ada.sees("I sat with the tea until it was cold.")
    ada.send()

    ben.sees("Ada wrote to you")
    ben.press("Go to it")
    ben.press("Open it")
    ben.sees("I sat with the tea until it was cold.")
    ben.page.get_by_role("link", name="Answer", exact=True).click()
    ben.press("Go on")
    ben.page.get_by_label("I heard").fill("You sat there alone.")
    ben.page.get_by_label("You matter").fill("I missed you too.")
    ben.press("See what Ada will see")
    ben.press("Send it to Ada")
    expect(ben.page).to_have_url(re.compile(r"/letters/[^/]+/$"))
    ben.sees("Your answer")

    ada.press("Read it")
    ada.sees("You sat there alone.")
    ada.sees("I missed you too.")
    for name in ("understood", "valued", "cared"):
        ada.page.locator(f"input[name={name}][value='3']").check(force=True)
    ada.press("Keep it")
    ada.sees("Only you see this.")

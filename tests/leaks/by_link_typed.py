"""The browser canary's letter by link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.e2e.somebody import Somebody
    from tests.leaks.test_canary_in_the_browser import Canary


def writes_by_link(ada: Somebody, ben: Somebody, canary: Canary) -> None:
    """A letter to somebody with no account, his answer, and what she makes of it."""
    ada.go("/by-link/new/")
    ada.unfold()
    canary.types(ada)
    ada.press("See what they will see")
    canary.looks(ada)
    ada.press("Make the link")
    link = ada.page.locator("[data-link] sealed-words")
    expect(link).to_have_text(re.compile("#"))
    ben.follow(link.inner_text())
    ben.sees("zeppelin reason marzipan")
    canary.types(ben)
    ben.press("Send the answer")
    ben.sees("Your answer is on its way")
    canary.looks(ben)
    ada.page.reload()
    ada.press("Open it")
    ada.sees("zeppelin words marzipan")
    canary.looks(ada)
    ada.go("/us/")
    ada.press("Take the link back")
    ada.sees("Make a link")

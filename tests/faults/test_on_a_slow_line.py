"""A slow line: the page is there, and the scripts that seal are still on their way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Route
    from tests.faults.conftest import Arrives, Couple

pytestmark = [pytest.mark.browser, pytest.mark.server]

BUTTON = "form#letter button.wide"


def test_it_loses_nothing_when_a_hand_is_quicker_than_the_scripts(
    arrives: Arrives, couple: Couple
) -> None:
    """On a slow line the page is there, and what seals is still on its way."""
    ada, words = arrives(couple.ada), "I was quick, for once."
    path, on_their_way, is_slow = f"/letters/{uuid4()}/write/", list["Route"](), [True]

    def carry(script: Route) -> None:
        if any(is_slow):
            on_their_way.append(script)
        else:
            script.continue_()

    ada.page.route("**/*.js", carry)
    ada.page.goto(f"{ada.address}{path}", wait_until="commit")
    ada.page.get_by_label("Because").fill(words)
    ada.page.locator(BUTTON).click()
    ada.page.locator(BUTTON).click()
    ada.is_at(path)
    expect(ada.page.get_by_label("Because")).to_have_value(words)
    is_slow.clear()
    for script in on_their_way:
        script.continue_()
    ada.page.wait_for_load_state()
    ada.look_at_letter()
    ada.sees(words)
    told = json.dumps({"reason": words})
    assert couple.kept("letter_draft", "Ada", "own", told) == 1


def test_it_lets_nobody_press_what_does_nothing_yet(arrives: Arrives, couple: Couple) -> None:
    ada = arrives(couple.ada)
    ada.page.route("**/*.js", lambda script: script.abort())
    ada.go("/account/passphrase/")
    expect(ada.page.get_by_role("button", name="Go on").first).to_be_disabled()
    ada.page.unroute("**/*.js")
    ada.go("/account/passphrase/")
    expect(ada.page.get_by_role("button", name="Go on").first).to_be_enabled()

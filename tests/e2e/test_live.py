"""Live enough: what one sends is there for the other, and an idle page is nearly silent."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.house import House, free_port
from tests.e2e.somebody import pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Request
    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]

WATCHED = 25_000  # milliseconds
OFTEN = 10.0  # seconds: nothing asks more often than this when nobody does anything


def test_what_ada_sends_is_on_bens_page_within_three_seconds_and_idle_pages_are_silent(
    arrives: Callable[..., Somebody], house: House
) -> None:
    ada, ben = arrives("Ada"), arrives("Ben", width=1280, height=800)
    ada.begin()
    ben.begin()
    pair(ada, ben)
    ben.go("/today/")
    ben.sees("Nothing waits for you.")
    ben.page.evaluate("document.body.dataset.same = 'page'")
    ada.go("/letters/new/")
    ada.write_letter("I keep the light on for you.", wish="Just listen")
    ada.send()
    expect(ben.page.get_by_text("Ada wrote to you")).to_be_visible(timeout=3000)
    expect(ben.page.locator("body")).to_have_attribute("data-same", "page")

    asked: list[tuple[float, str]] = []

    def note(request: Request) -> None:
        asked.append((time.monotonic(), request.url.removeprefix(ben.address)))

    ada.go("/today/")
    for one in (ada, ben):
        one.page.wait_for_load_state("load")
        one.page.on("request", note)
    ben.page.wait_for_timeout(WATCHED)
    paths = [path for _, path in asked]
    between = [later - earlier for (earlier, _), (later, _) in itertools.pairwise(asked)]
    assert len(paths) <= 2 * WATCHED / 1000 / OFTEN, paths
    assert all(paths.count(path) == 1 for path in set(paths)) or min(between) >= OFTEN, asked
    if house.database_url:
        ben_s_other_phone = arrives("Ben")
        ben_s_other_phone.passphrase = ben.passphrase
        it_is_as_live_through_another_process(house, ada, ben_s_other_phone)


def it_is_as_live_through_another_process(house: House, ada: Somebody, there: Somebody) -> None:
    """Ada and Ben listen to each other, each through a server process of their own."""
    second = House(house.data, free_port(), house.database_url)
    second.start()
    try:
        there.address = second.address
        there.sign_in()
        there.go("/listening/")
        ada.go("/listening/")
        ada.press("Ask Ben")
        expect(there.page.get_by_text("Ada would like to say something")).to_be_visible(
            timeout=3000
        )
        there.press("No talk, just sit")
        expect(ada.page.get_by_text("Nothing has to be said.")).to_be_visible(timeout=3000)
    finally:
        second.kill()

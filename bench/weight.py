"""How many bytes pages weigh on the wire, as Chromium counts them: heads, bodies, everything.

First a browser that has never been here, at the home page. Then the same browser goes on to each
page for the first time, and comes back to it later, when what never changes is in its cache. The
reference is the first visit: a later page is also given as a part of it. One KB is 1000 bytes.
"""

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bench.stand.house import running
from playwright.sync_api import sync_playwright
from tests.chromium import AS_ROOT, CHROMIUM
from tests.e2e.somebody import Somebody, pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FIRST_KB = 150.0
LATER_KB = 20.0
QUIET_MS = 400  # for what a script asks for once the page is there


@dataclass
class Scales:
    """Adds up what a page's requests weigh, by the DevTools protocol."""

    page: "Page"
    total: float = 0
    heaviest: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._addresses: dict[str, str] = {}
        session = self.page.context.new_cdp_session(self.page)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _sent(self, event: Any) -> None:  # noqa: ANN401  the protocol's
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: Any) -> None:  # noqa: ANN401  the same
        weight = event["encodedDataLength"] / 1000
        self.total += weight
        name = self._addresses.get(event["requestId"], "?").rsplit("/", 1)[-1] or "the page"
        self.heaviest[name] = self.heaviest.get(name, 0) + weight

    def weigh(self, address: str) -> float:
        """Go to a page; gives the KB that came."""
        self.total, self.heaviest = 0, {}
        self.page.goto(address, wait_until="load")
        self.page.wait_for_timeout(QUIET_MS)
        return self.total


def main() -> None:
    """Print the figures."""
    with running() as house, _chromium() as browser:
        address = f"http://localhost:{house.port}"
        first = signed_out(browser, address)
        signed_in(browser, address, first)


@contextmanager
def _chromium() -> "Iterator[Browser]":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=AS_ROOT)
        yield browser
        browser.close()


def signed_out(browser: "Browser", address: str) -> float:
    """The first visit, and the way in."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    scales = Scales(context.new_page())
    first = scales.weigh(f"{address}/")
    verdict = "met" if first <= FIRST_KB else "MISSED"
    print(f"  first visit, home: {first:.1f} KB  target {FIRST_KB:g} KB: {verdict}")
    for name, weight in sorted(scales.heaviest.items(), key=lambda one: -one[1])[:4]:
        print(f"    {weight:6.1f} KB {name}")
    for path in ("/", "/begin/", "/sign-in/", "/help/"):
        _twice(scales, address, path, first)
    context.close()
    return first


def signed_in(browser: "Browser", address: str, first: float) -> None:
    """The pages of every day, for two who are linked and have written."""
    ada, ben = (
        Somebody(name, browser.new_context(viewport={"width": 360, "height": 740}), address)
        for name in ("Ada", "Ben")
    )
    ada.begin()
    ben.begin()
    pair(ada, ben)
    letter = _letter(ada)
    scales = Scales(ada.page)
    for path in ("/today/", "/check-in/", "/timeline/", "/letters/new/", letter):
        _twice(scales, address, path, first)
    ben.page.goto(f"{address}{letter}")
    ben.press("Open it")
    _twice(Scales(ben.page), address, f"{letter}reply/", first)


def _letter(ada: Somebody) -> str:
    """Let Ada check in and write; gives the path of what she sent."""
    ada.check_in(body="Tight chest", feeling="lonely", what="You went upstairs without a word.")
    ada.press("Make it a letter")
    ada.page.wait_for_url("**/write/**")
    ada.write_letter("You went upstairs. I sat with the tea.", wish="Just listen")
    ada.send()
    return ada.page.url.removeprefix(ada.address)


def _twice(scales: Scales, address: str, path: str, first: float) -> None:
    """Weigh a page that this browser may not have seen, and then again."""
    once, again = scales.weigh(f"{address}{path}"), scales.weigh(f"{address}{path}")
    verdict = "met" if again <= LATER_KB else "MISSED"
    name = re.sub("[0-9a-f-]{36}", "…", path)
    print(
        f"  {name:<16} again {again:5.1f} KB ({again / first:.2f} of the first visit)"
        f"  target {LATER_KB:g} KB: {verdict}; before that {once:.1f} KB"
    )


if __name__ == "__main__":
    main()

"""23:40, a phone, no account, "do they even care?". Fay lets it go; another time she keeps it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.examiner import examiner  # noqa: F401 - a fixture
from tests.leaks.places import Wire, find, of_browser, of_folder, of_house

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserType, Route
    from tests.e2e.examiner import Examiner
    from tests.e2e.house import House

pytestmark = [pytest.mark.browser, pytest.mark.server]

SAID = {
    "how": "like a lamp nobody switched off, walrus",
    "story": "that I am furniture to them, walrus",
    "know": "the door closed at nine, walrus",
    "not_know": "what the day was like, walrus",
    "question": "Shall we walk tomorrow? No is fine, walrus.",
}
PLANS = {
    "meanwhile": "mend the blue chair, walrus",
    "need": "sleep and one long bath, walrus",
    "limit": "no slamming of doors, walrus",
    "talk": "my sister in the hills, walrus",
}
CHIPS = ("lonely", "Tight chest", "They don’t care", "It may be a shield", "Drink a glass of water")
LAST = 5
"""The last of the parts, counted from 0."""
SLOW_READER = 150
"""Words a minute, for somebody tired: adults read some 240 (Brysbaert 2019)."""


@pytest.fixture
def fay(
    house: House,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
) -> Any:
    """Her phone, whose browser writes its profile to the disk as everybody's does."""
    context = browser_type.launch_persistent_context(
        tmp_path / "fay", viewport={"width": 360, "height": 740}, **browser_type_launch_args
    )
    yield AtTheKeys("Fay", context, house.address)
    context.close()


def goes_through(fay: AtTheKeys) -> int:
    """From the first part to the last with keys alone. Gives how many words there were to read."""
    read = 0
    labels = [("how", "In your own words")], [("story", "My story")]
    knows = [("know", "I know"), ("not_know", "I don’t know")]
    parts = [*labels, knows, [], [("question", "My question")], []]
    for nth, part in enumerate(parts):
        read += len(fay.page.locator("main").inner_text().split())
        if nth == 0:
            fay.press("And in the body")
        for chip in CHIPS:
            if fay.chip(chip).count():
                fay.pick(chip)
        for name, label in part:
            fay.type(label, SAID[name])
        if nth < len(parts) - 1:
            fay.press("Go on")
            expect(fay.page.locator("h1:visible")).to_be_focused()
    return read


def test_it_lets_fay_s_night_go_without_a_trace_and_keeps_it_when_she_wants_to(
    fay: AtTheKeys,
    house: House,
    tmp_path: Path,
    examiner: Examiner,  # noqa: F811 - a fixture
) -> None:
    wire = Wire(fay.context)
    kept = lets_it_go(fay)
    loses_it_with_the_tab(fay, examiner)
    assert find(chain(kept, of_house(house)), SAID.values()) == []
    kept += keeps_it(fay, examiner)
    kept += plans_a_wait(fay, examiner)
    fay.context.close()
    assert find(of_house(house), [fay.name]) != []  # a name is no secret, and shows that we look
    places = chain(wire.places(), kept, of_house(house), of_folder(tmp_path))
    assert find(places, (*SAID.values(), *PLANS.values())) == []


def lets_it_go(fay: AtTheKeys) -> list[tuple[str, bytes]]:
    """Through it in under three minutes, with nothing asked of the server. Gives what is kept."""
    page, asked = fay.page, list[str]()
    fay.go("/")
    fay.press("Look at it now")
    fay.is_at("/night/")
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    read = goes_through(fay)
    assert asked == []
    assert read / SLOW_READER < 3, f"{read} words"
    kept = list(of_browser(page))
    fay.press("Let it go")
    fay.sees("When one of you goes quiet")
    page.go_back()
    finds_nothing(fay)
    return kept


def finds_nothing(fay: AtTheKeys) -> None:
    """Every field is empty, and nothing is picked."""
    for name in SAID:
        expect(fay.page.locator(f"#id_{name}")).to_have_value("")
    expect(fay.page.locator("#night :checked")).to_have_count(0)


def loses_it_with_the_tab(fay: AtTheKeys, examiner: Examiner) -> None:  # noqa: F811 - a fixture
    """A second tab knows nothing of the first, and of a closed one nothing is left."""
    goes_through(fay)
    first, fay.page = fay.page, fay.context.new_page()
    fay.go("/night/")
    finds_nothing(fay)
    first.close()
    fay.page.reload()
    finds_nothing(fay)
    folds = fay.page.locator("#night details, .ways details")
    folds.evaluate_all("all => all.forEach((one) => (one.open = true))")
    for nth in range(6):
        examiner.look(fay.page, f"part {nth + 1}")
        if nth < LAST:
            fay.page.get_by_role("button", name="Go on").locator("visible=true").click()


def keeps_it(fay: AtTheKeys, examiner: Examiner) -> list[tuple[str, bytes]]:  # noqa: F811 - a fixture
    """She makes an account on the same page, and finds every word again, unchanged."""
    fay.go("/night/")
    goes_through(fay)
    fay.press("Keep what I wrote")
    expect(fay.page.locator("#id_name")).to_be_visible()
    examiner.look(fay.page, "keeping")
    fay.page.get_by_label("What would you like to be called here?").fill(fay.name)
    fay.press("Go on")
    fay.take_offered_words()
    fay.copy_code()
    for tear in (torn_before, torn_after):
        fay.page.route("**/begin/", tear)
        with fay.page.expect_event("requestfailed"):
            fay.press("Done. Open my space")
        fay.sees("What you wrote is still here.")
        fay.page.unroute("**/begin/")
    fay.press("Done. Open my space")
    fay.sees("Kept for you.")
    fay.opened()
    shown = fay.page.locator("main").inner_text()
    assert [text for text in (*SAID.values(), *CHIPS) if text not in shown] == []
    examiner.look(fay.page, "kept")
    kept = list(of_browser(fay.page))
    fay.press("Go on")
    fay.is_at("/welcome/")
    return kept


def torn_before(route: Route) -> None:
    """The connection is gone."""
    route.abort()


def torn_after(route: Route) -> None:
    """It arrives, and the answer is lost on the way back."""
    route.fetch(max_redirects=0)
    route.abort()


def plans_a_wait(fay: AtTheKeys, examiner: Examiner) -> list[tuple[str, bytes]]:  # noqa: F811 - a fixture
    """What she does meanwhile and her limits; one line of it on Today; a new version later."""
    fay.go("/support/")
    fay.press("Make a plan")
    fay.is_at("/support/waiting/")
    fay.type("Meanwhile I …", PLANS["meanwhile"])
    fay.pick_with_arrows("Once, then I wait", "Every few days")
    fay.pick_with_arrows("until the weekend", "until a day I pick")
    examiner.look(fay.page, "with a day to pick")
    fay.press("Keep it for me")
    fay.sees("Pick a day after today")
    fay.pick_with_arrows("until a day I pick", "for a week")
    fay.press("And my limits")
    for name, label in (("need", "What I need"), ("limit", "What I don’t"), ("talk", "Whom I can")):
        fay.type(label, PLANS[name])
    examiner.look(fay.page, "the limits")
    fay.press("Keep it for me")
    fay.sees("I wait until:")
    fay.opened()
    shown = fay.page.locator("main").inner_text()
    assert [text for text in (*PLANS.values(), "Every few days") if text not in shown] == []
    examiner.look(fay.page, "with a plan")
    fay.press("What if nothing changes?")
    fay.is_at("/support/further/")
    examiner.look(fay.page)
    fay.go("/today/")
    fay.opened()
    fay.sees("You meant to wait until")
    fay.sees(PLANS["meanwhile"])
    examiner.look(fay.page, "while a wait runs")
    fay.go("/support/waiting/")
    expect(fay.page.get_by_label("Meanwhile I …")).to_have_value(PLANS["meanwhile"])
    return list(of_browser(fay.page))

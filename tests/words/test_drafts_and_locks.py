"""What was typed, and the key: kept, locked and wiped, in a real browser."""

from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.words.still_page import Answer, Site
from tests.words.still_person import (
    FIXTURES,
    WORDS,
    Ada,
    everything_kept,
    unlock,
)

ada, context, site, tab = FIXTURES
pytestmark = pytest.mark.browser


def fill(tab: Page) -> None:
    tab.fill("#id_reason", WORDS)
    tab.check("text=afraid")
    tab.check("text=belly")
    tab.locator("[name=energy]").fill("4")
    tab.select_option("select", "hug")


def expect_filled(tab: Page) -> None:
    expect(tab.locator("[data-restored]")).to_be_visible()
    expect(tab.locator("#id_reason")).to_have_value(WORDS)
    expect(tab.get_by_label("afraid")).to_be_checked()
    expect(tab.get_by_label("belly")).to_be_checked()
    expect(tab.locator("[name=energy]")).to_have_value("4")
    expect(tab.locator("select")).to_have_value("hug")


def test_it_gives_back_what_was_typed_when_the_page_was_locked_meanwhile(
    tab: Page, site: Site, ada: Ada
) -> None:
    first = uuid4()
    site.answers["/new/"] = ada.page(ada.form(first))
    site.answers["/letters/"] = Answer(status=401, headers={"Nearer-Locked": "1"})
    tab.goto(f"{site.origin}/new/")
    fill(tab)
    tab.click("text=Send")
    tab.wait_for_url("**/unlock/?next=%2Fnew%2F")
    kept = everything_kept(tab)
    assert "drafts" in kept
    assert "/new/" in kept
    assert "scared" not in kept
    assert "afraid" not in kept
    unlock(tab, site, ada)
    site.answers["/new/"] = ada.page(ada.form(uuid4()))
    site.answers["/letters/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(f"{site.origin}/new/")
    expect_filled(tab)
    tab.click("text=Send")
    tab.wait_for_url("**/unlock/")
    sent = site.to("/letters/")[-1].form
    assert sent["record"] == str(first)  # what may have arrived unseen is not written twice
    assert ada.open(first, sent["words"]) == {"reason": WORDS}
    assert "/new/" not in everything_kept(tab)


def test_it_gives_back_what_was_typed_when_the_browser_died(
    tab: Page, context: BrowserContext, site: Site, ada: Ada
) -> None:
    site.answers["/new/"] = ada.page(ada.form(uuid4()))
    tab.goto(f"{site.origin}/new/")
    fill(tab)
    tab.wait_for_timeout(1500)
    assert "scared" not in everything_kept(tab)
    tab.close(run_before_unload=False)
    again = context.new_page()
    again.goto(f"{site.origin}/new/")
    expect_filled(again)


def test_a_draft_comes_back_to_its_writer_and_its_page_only(
    tab: Page, site: Site, ada: Ada
) -> None:
    site.answers["/new/"] = site.answers["/other/"] = ada.page(ada.form(uuid4()))
    tab.goto(f"{site.origin}/new/")
    fill(tab)
    tab.wait_for_timeout(1500)
    tab.goto(f"{site.origin}/other/")
    tab.wait_for_timeout(300)
    expect(tab.locator("#id_reason")).to_have_value("")
    cleo = Ada()
    unlock(tab, site, cleo)
    site.answers["/new/"] = cleo.page(cleo.form(uuid4()))
    tab.goto(f"{site.origin}/new/")
    tab.wait_for_timeout(300)
    expect(tab.locator("#id_reason")).to_have_value("")


def test_it_keeps_a_key_that_can_be_used_and_not_read(tab: Page) -> None:
    assert "key private false" in everything_kept(tab)
    assert "key private true" not in everything_kept(tab)


def test_a_lock_in_one_tab_locks_all(
    tab: Page, context: BrowserContext, site: Site, ada: Ada
) -> None:
    lock = '<form method="post" action="/lock/"><button>Lock</button></form>'
    site.answers["/"] = ada.page(lock + ada.form(uuid4()))
    tab.goto(site.origin)
    other = context.new_page()
    other.goto(site.origin)
    other.fill("#id_reason", WORDS)
    tab.click("text=Lock")
    tab.wait_for_url("**/unlock/")
    other.wait_for_url("**/unlock/?next=%2F")
    kept = everything_kept(tab)
    assert "private" not in kept
    assert "letter" in kept  # the draft of the other tab
    assert site.to("/lock/")[0].form == {"csrfmiddlewaretoken": "a-token", "next": "/"}


def test_it_locks_when_no_hand_was_here_for_the_idle_minutes(
    context: BrowserContext, site: Site, ada: Ada
) -> None:
    site.answers["/"] = ada.page(ada.form(uuid4()))
    tab = context.new_page()
    tab.clock.install()
    unlock(tab, site, ada)
    with tab.expect_request("**/live/**"):
        tab.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    for _ in range(2):
        tab.clock.run_for(4 * 60_000)
        with tab.expect_response("**/active/"):
            tab.locator("#id_reason").press("a")
        tab.wait_for_timeout(300)  # the new end of the key's time is on disk
    assert len(site.to("/active/")) == 2
    assert site.to("/lock/") == []
    tab.wait_for_timeout(100)
    tab.clock.run_for(6 * 60_000)
    tab.wait_for_url("**/unlock/")
    assert len(site.to("/lock/")) == 1
    assert "private" not in everything_kept(tab)


@pytest.mark.parametrize("way", ["the button", "shift three times"])
def test_quick_exit_leaves_nothing(
    tab: Page, context: BrowserContext, site: Site, ada: Ada, way: str
) -> None:
    site.answers["/"] = ada.page(
        '<button type="button" data-exit>Leave</button>' + ada.form(uuid4())
    )
    tab.goto(site.origin)
    other = context.new_page()
    other.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    tab.wait_for_timeout(1200)
    if way == "the button":
        tab.click("text=Leave")
    else:
        for _ in range(3):
            tab.keyboard.press("Shift")
    tab.wait_for_url("**/elsewhere/")
    other.wait_for_url("**/elsewhere/")
    kept = everything_kept(tab)
    assert "private" not in kept
    assert "letter" not in kept
    assert len(site.to("/exit/")) == 1


def test_shift_is_no_exit_while_writing(tab: Page, site: Site, ada: Ada) -> None:
    site.answers["/"] = ada.page(ada.form(uuid4()))
    tab.goto(site.origin)
    tab.focus("#id_reason")
    tab.keyboard.press("Shift")
    tab.keyboard.press("Shift+A")
    tab.keyboard.press("Shift+B")
    tab.keyboard.press("Shift")
    tab.wait_for_timeout(200)
    expect(tab.locator("#id_reason")).to_have_value("AB")
    assert site.to("/exit/") == []


def test_it_locks_a_page_whose_browser_has_no_key(
    context: BrowserContext, site: Site, ada: Ada
) -> None:
    tab = context.new_page()
    site.answers["/today/"] = ada.page("<h1>Today</h1>")
    tab.goto(f"{site.origin}/today/")
    tab.wait_for_url("**/unlock/")
    assert site.to("/lock/")[0].form["next"] == "/today/"


def test_another_persons_page_takes_the_key_away(tab: Page, site: Site) -> None:
    cleo = Ada()
    site.answers["/"] = cleo.page("<h1>Today</h1>")
    tab.goto(site.origin)
    tab.wait_for_url("**/unlock/")
    assert "private" not in everything_kept(tab)

"""What can go wrong while somebody writes: nothing typed is lost, and nothing is sent twice."""

from __future__ import annotations

import json
import os
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from playwright.sync_api import expect
from tests.faults.book import no_hand_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from playwright.sync_api import BrowserContext, BrowserType, Page, Route
    from tests.e2e.somebody import Somebody
    from tests.faults.conftest import Couple

    Arrives = Callable[..., Somebody]

pytestmark = [pytest.mark.browser, pytest.mark.server]

DRAFT_AFTER = """async (earlier) => {
  for (;;) {
    const db = await new Promise((done) => {
      const opening = indexedDB.open("nearer");
      opening.onsuccess = () => done(opening.result);
    });
    const sealed = await new Promise((done) => {
      const asked = db.transaction("drafts").objectStore("drafts").getAll();
      asked.onsuccess = () => done(asked.result.map(String).join());
    });
    db.close();
    if (sealed !== earlier) return sealed;
    await new Promise((later) => setTimeout(later, 50));
  }
}"""  # waits until another draft than that one is kept
NOT_SENT = "This did not go through. What you wrote is still here."


def writes(one: Somebody, words: str, *, asks: bool = True) -> str:
    """Begins a letter, and gives its path. One that is sent asks nothing: one request at a time."""
    path = f"/letters/{uuid4()}/write/"
    one.go(path)
    one.page.get_by_label("Because").fill(words)
    if asks:
        one.pick("Just listen")
    return path


def looks(one: Somebody) -> None:
    one.page.locator("form#letter button.wide").click()


def has_back(page: Page, words: str) -> None:
    expect(page.locator("[data-restored]")).to_be_visible()
    expect(page.get_by_label("Because")).to_have_value(words)
    expect(page.get_by_label("Just listen")).to_be_checked()


def is_at_the_preview(one: Somebody, words: str) -> None:
    expect(one.page).to_have_url(re.compile("/preview/$"))
    one.sees(words)


def said(**words: str) -> str:
    return json.dumps(words, sort_keys=True, ensure_ascii=False)


def loses_the_answer(page: Page, path: str) -> None:
    """The next time this is sent, the server gets it, and its answer is lost on the way."""

    def lose(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    page.route(path, lose, times=1)


def test_it_keeps_the_text_when_the_network_is_gone_and_sends_once_when_it_is_back(
    arrives: Arrives, couple: Couple
) -> None:
    ada, words = arrives(couple.ada), "The train went into the tunnel."
    writes(ada, words)
    ada.context.set_offline(True)
    looks(ada)
    ada.sees(NOT_SENT)
    expect(ada.page.get_by_label("Because")).to_have_value(words)
    ada.context.set_offline(False)
    looks(ada)
    is_at_the_preview(ada, words)
    assert couple.kept("letter_draft", "Ada", "own", said(reason=words)) == 1


def test_it_sends_once_when_only_the_answer_was_lost(arrives: Arrives, couple: Couple) -> None:
    ada, words = arrives(couple.ada), "You heard me, I did not hear you."
    writes(ada, "You heard me.", asks=False)
    loses_the_answer(ada.page, "**/write/")
    looks(ada)
    ada.sees(NOT_SENT)
    ada.page.get_by_label("Because").fill(words)
    looks(ada)
    is_at_the_preview(ada, words)
    assert couple.kept("letter_draft", "Ada", "own", said(reason=words)) == 1
    assert couple.kept("letter_draft", "Ada", "own", said(reason="You heard me.")) == 0
    loses_the_answer(ada.page, "**/send/")
    ada.press("Send it to Ben")
    ada.sees(NOT_SENT)
    ada.send()
    ada.sees(words)
    assert couple.kept("letter", "Ada", "couple", said(reason=words)) == 1
    assert couple.kept("letter_draft", "Ada", "own", said(reason=words)) == 0


def test_it_sends_one_letter_for_two_clicks(arrives: Arrives, couple: Couple) -> None:
    ada, words = arrives(couple.ada), "Twice is a habit of mine."
    writes(ada, words, asks=False)
    looks(ada)
    is_at_the_preview(ada, words)
    sent: list[str] = []
    ada.page.on("request", lambda request: sent.append(request.url))
    ada.page.get_by_role("button", name="Send it to Ben").dblclick()
    expect(ada.page).to_have_url(re.compile(r"/letters/[^/]+/$"))
    assert sum(url.endswith("/send/") for url in sent) == 1
    assert couple.kept("letter", "Ada", "couple", said(reason=words)) == 1


def test_it_sends_one_letter_from_two_tabs(arrives: Arrives, couple: Couple) -> None:
    ada, words = arrives(couple.ada), "Two windows, one night."
    writes(ada, words, asks=False)
    looks(ada)
    is_at_the_preview(ada, words)
    other = ada.context.new_page()
    other.goto(ada.page.url)
    expect(other.get_by_text(words)).to_be_visible()
    ada.send()
    other.get_by_role("button", name="Send it to Ben").click()
    expect(other).to_have_url(ada.page.url)
    expect(other.get_by_text(words)).to_be_visible()
    assert couple.kept("letter", "Ada", "couple", said(reason=words)) == 1


def test_it_sends_one_answer_from_two_tabs_and_says_so_in_the_other(
    arrives: Arrives, couple: Couple
) -> None:
    letter = couple.letter_to_ben("It was dark at six.")
    ben = arrives(couple.ben)
    other = ben.context.new_page()
    for page, words in [(ben.page, "You sat in the dark."), (other, "I forgot the time.")]:
        page.goto(f"{couple.house.address}/letters/{letter}/reply/")
        page.get_by_role("button", name="Go on").click()
        page.get_by_label("I heard").fill(words)
        page.get_by_role("button", name="See what Ada will see").click()
    ben.press("Send it to Ada")
    expect(ben.page).to_have_url(re.compile(f"/letters/{letter}/$"))
    other.get_by_role("button", name="Send it to Ada").click()
    expect(other.get_by_text("You have answered this letter already")).to_be_visible()
    expect(other.get_by_label("I heard")).to_have_value("I forgot the time.")
    assert couple.kept("reply", "Ben", "couple", said(heard="You sat in the dark.")) == 1
    assert couple.kept("reply", "Ben", "couple", said(heard="I forgot the time.")) == 0


def test_it_takes_an_answer_that_is_sent_again_as_the_same_answer(
    arrives: Arrives, couple: Couple
) -> None:
    letter = couple.letter_to_ben("The kettle was loud.")
    ben = arrives(couple.ben)
    ben.go(f"/letters/{letter}/reply/")
    ben.press("Go on")
    ben.page.get_by_label("I heard").fill("I heard the kettle.")
    ben.press("See what Ada will see")
    loses_the_answer(ben.page, "**/reply/")
    ben.press("Send it to Ada")
    ben.sees(NOT_SENT)
    ben.press("Send it to Ada")
    expect(ben.page).to_have_url(re.compile(f"/letters/{letter}/$"))
    assert couple.kept("reply", "Ben", "couple", said(heard="I heard the kettle.")) == 1


def test_it_gives_back_what_was_typed_when_nobody_was_there_for_a_while(
    arrives: Arrives, couple: Couple
) -> None:
    ada, words = arrives(couple.ada), "I was about to say"
    ada.page.clock.install()
    writes(ada, words)
    ada.page.clock.run_for(6 * 60_000)
    expect(ada.page).to_have_url(re.compile("/unlock/"))
    assert words not in ada.page.content()
    ada.unlock()
    has_back(ada.page, words)


def test_it_gives_back_what_was_typed_when_only_the_server_had_locked(
    arrives: Arrives, couple: Couple
) -> None:
    ada, words = arrives(couple.ada), "It took me long to find the word."
    path = writes(ada, words)
    no_hand_for(couple.house, 6)
    looks(ada)
    expect(ada.page).to_have_url(re.compile("/unlock/"))
    ada.unlock()
    ada.is_at(path)
    has_back(ada.page, words)
    looks(ada)
    is_at_the_preview(ada, words)
    couple.ada.post("/sign-in/", couple.ada.sign_in_form())
    couple.ben.post("/sign-in/", couple.ben.sign_in_form())


def test_it_goes_on_after_the_server_was_killed_and_is_back(
    arrives: Arrives, couple: Couple
) -> None:
    ada, words = arrives(couple.ada), "The light went out while I wrote."
    writes(ada, words)
    couple.house.kill()
    looks(ada)
    ada.sees(NOT_SENT)
    couple.house.start()
    expect(ada.page.get_by_label("Because")).to_have_value(words)
    looks(ada)
    is_at_the_preview(ada, words)
    assert couple.kept("letter_draft", "Ada", "own", said(reason=words)) == 1


def test_it_gives_back_what_was_typed_when_the_browser_died(
    arrives: Arrives,
    couple: Couple,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
) -> None:
    words = "The phone fell on the stone floor."

    def launch() -> BrowserContext:
        return browser_type.launch_persistent_context(tmp_path, **browser_type_launch_args)

    ada = arrives(couple.ada, launch())
    path = f"/letters/{uuid4()}/write/"
    ada.go(path)
    ada.pick("Just listen")
    ada.expect_draft_kept()
    chosen = ada.page.evaluate(DRAFT_AFTER, "")
    ada.page.get_by_label("Because").fill(words)
    ada.page.evaluate(DRAFT_AFTER, chosen)
    kill_browser(tmp_path)
    with launch() as context:
        ada.context, ada.page = context, context.new_page()
        ada.sign_in(f"/sign-in/?next={path}")
        has_back(ada.page, words)


def kill_browser(profile: Path) -> None:
    """End the browser that has this profile, at once."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in command and b"--type=" not in command:
            os.kill(int(process.name), signal.SIGKILL)


def test_a_lock_in_one_tab_locks_the_other_with_what_was_typed_there(
    arrives: Arrives, couple: Couple
) -> None:
    ada, words = arrives(couple.ada), "In the other window."
    path = writes(ada, words)
    other = ada.context.new_page()
    other.goto(f"{couple.house.address}/me/")
    other.get_by_role("button", name="Lock now").click()
    expect(other).to_have_url(re.compile("/unlock/"))
    expect(ada.page).to_have_url(re.compile("/unlock/"))
    ada.unlock()
    ada.is_at(path)
    has_back(ada.page, words)


@pytest.mark.parametrize("way", ["Lock now", "Sign out here", "Leave"])
def test_nothing_can_be_read_by_going_back(arrives: Arrives, couple: Couple, way: str) -> None:
    words = f"Read by nobody after: {way}."
    letter = couple.letter_to_ben(words)
    ada = arrives(couple.ada)
    ada.context.route("https://www.bbc.com/**", lambda route: route.fulfill(body="weather"))
    ada.go(f"/letters/{letter}/")
    ada.sees(words)
    ada.go("/me/")
    ada.press(way)
    expect(ada.page).not_to_have_url(re.compile("/me/$"))
    ada.page.wait_for_load_state()
    for _ in range(2):
        ada.page.go_back()
        ada.page.wait_for_load_state()
        expect(ada.page.locator("body")).not_to_contain_text(words)
        expect(ada.page.locator("body")).not_to_contain_text("Change the passphrase")

"""Ben looks at why he goes quiet, and Ada plans one small thing: each alone, for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.server]


def test_it_opens_not_safe_without_a_trace_and_keeps_what_ben_is_afraid_of(
    arrives: Callable[..., Somebody],
) -> None:
    ben = arrives("Ben")
    ben.begin()
    ben.go("/reasons/")
    page, asked = ben.page, list[str]()
    page.on("request", lambda request: asked.append(request.url))
    for answer in ("I don’t want to, right now", "It isn’t safe to say it"):
        page.locator("summary", has_text=answer).press("Enter")
    ben.sees("You did nothing wrong.")
    expect(page.get_by_text("That is allowed.")).to_be_hidden()
    ben.is_at("/reasons/")
    ben.expect_nothing_kept("drafts")
    # What an open page asks for anyway, whatever anybody opens on it: it listens, and has an icon.
    anyway = ("/active/", "/live/", "/static/icons/", "/static/words/live.")
    assert [url for url in asked if not any(part in url for part in anyway)] == []

    page.locator("summary", has_text="I’m afraid to say it").click()
    ben.press("Look at it")
    ben.pick("I’d be judged")
    page.get_by_label("In your own words").fill("That it comes out wrong.")
    ben.press("Go on")
    ben.pick("a bit")
    ben.press("Go on")
    ben.pick("dismissed")
    ben.press("Keep it for me")
    for said in ("That it comes out wrong.", "I protect myself:", "An old hurt: dismissed"):
        ben.sees(said)
    ben.press("Remove it")
    ben.is_at("/reasons/")
    expect(page.get_by_text("What you kept")).to_have_count(0)


def test_it_reads_ada_s_plan_back_once_and_asks_later_whether_it_came_up(
    arrives: Callable[..., Somebody],
) -> None:
    ada = arrives("Ada", width=1280, height=800)
    ada.begin()
    ada.go("/plans/new/")
    page = ada.page
    ada.press("Read it back")
    ada.sees("Name the moment.")
    ada.pick("At a place")
    page.locator("summary", has_text="Borrow one").first.click()
    expect(page.get_by_role("button", name="a voice gets louder")).to_be_hidden()
    ada.press("we are both in the kitchen")
    expect(page.get_by_label("If …")).to_have_value("we are both in the kitchen")
    page.get_by_label("then I will …").fill("ask how the day was")
    ada.press("Read it back")
    preview = page.locator("[data-preview] .plan")
    sentence = "If we are both in the kitchen, then I will ask how the day was."
    expect(preview).to_have_text(sentence)
    ada.press("Change it")
    expect(page.get_by_text("Name the moment.")).to_be_hidden()
    page.get_by_label("then I will …").press("Enter")
    expect(preview).to_be_visible()
    ada.press("Keep it for me")
    expect(page.locator("span.plan")).to_have_text(sentence)
    ada.press("Yes, but not this time")
    ada.sees("That happens.")
    ada.press("My plans")
    expect(page.locator("span.plan")).to_have_text(sentence)

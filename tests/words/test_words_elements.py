"""Sealed words on a page, in a real browser: shown, written, sent, carried on."""

from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.words.still_page import NOT_SENT, UNOPENED, Answer, Site, page
from tests.words.still_person import (
    FIXTURES,
    WORDS,
    Ada,
    prefill,
)

from nearer.vault.wire import to_bytes, to_text

ada, context, site, tab = FIXTURES
pytestmark = pytest.mark.browser


def test_it_shows_words_as_text_and_only_as_text(tab: Page, site: Site, ada: Ada) -> None:
    record = uuid4()
    box = ada.box(record, reason=WORDS, request="just listen")
    site.answers["/"] = ada.page(
        ada.shows(record, box, "reason") + ada.shows(record, box, "request")
    )
    tab.goto(site.origin)
    expect(tab.locator("sealed-words").first).to_have_text(WORDS)
    expect(tab.locator("sealed-words").last).to_have_text("just listen")
    assert tab.locator("sealed-words b").count() == 0
    assert tab.locator("[aria-busy]").count() == 0


def test_it_hides_a_part_that_has_no_words(tab: Page, site: Site, ada: Ada) -> None:
    record = uuid4()
    box = ada.box(record, reason=WORDS)
    parts = "".join(
        f'<section data-words-part id="{name}">{name} {ada.shows(record, b, name)}</section>'
        for name, b in [("reason", box), ("request", box), ("empty", "")]
    )
    site.answers["/"] = ada.page(parts)
    tab.goto(site.origin)
    expect(tab.locator("#reason")).to_be_visible()
    expect(tab.locator("#request")).to_be_hidden()
    expect(tab.locator("#empty")).to_be_hidden()


@pytest.mark.parametrize("broken", ["edited", "moved", "cut", "of another version"])
def test_it_says_calmly_that_words_do_not_open_and_tells_nobody(
    tab: Page, site: Site, ada: Ada, broken: str
) -> None:
    record, said = uuid4(), []
    tab.on("console", lambda message: said.append(message.text))
    sealed = to_bytes(ada.box(record, reason=WORDS))
    box = {
        "edited": sealed[:-1] + bytes((sealed[-1] ^ 1,)),
        "moved": to_bytes(ada.box(uuid4(), reason=WORDS)),
        "cut": sealed[:-7],
        "of another version": b"\x02" + sealed[1:],
    }[broken]
    site.answers["/"] = ada.page(ada.shows(record, to_text(box), "reason"))
    tab.goto(site.origin)
    expect(tab.locator("sealed-words")).to_have_text(UNOPENED)
    expect(tab.locator("sealed-words")).to_be_visible()
    assert (site.sent, said) == ([], [])


def test_it_opens_words_that_arrive_later(tab: Page, site: Site, ada: Ada) -> None:
    record = uuid4()
    live = '<div hx-get="/part/" hx-trigger="nearer:changed from:body"></div>'
    site.answers["/"] = ada.page(live)
    site.answers["/part/"] = Answer(ada.shows(record, ada.box(record, reason=WORDS), "reason"))
    tab.goto(site.origin)
    with tab.expect_request("**/part/") as asked:
        tab.evaluate("htmx.trigger(document.body, 'nearer:changed')")
    expect(tab.locator("sealed-words")).to_have_text(WORDS)
    assert asked.value.headers["nearer-live"] == "1"
    assert "nearer-active" not in asked.value.headers


def test_it_sends_what_python_opens_and_nothing_in_the_clear(
    tab: Page, site: Site, ada: Ada
) -> None:
    record = uuid4()
    site.answers["/"] = ada.page(ada.form(record))
    site.answers["/letters/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    tab.check("text=afraid")
    tab.click("text=Send")
    tab.wait_for_url("**/unlock/")
    (sent,) = site.to("/letters/")
    assert ada.open(record, sent.form["words"]) == {"reason": WORDS}
    assert sent.form["feeling"] == "afraid"
    assert set(sent.form) == {"record", "words", "filled", "feeling", "energy", "help"}
    assert "scared" not in sent.body
    assert sent.headers["Nearer-Active"] == "1"


def test_it_sends_an_empty_box_when_there_are_no_words(tab: Page, site: Site, ada: Ada) -> None:
    site.answers["/"] = ada.page(ada.form(uuid4()))
    site.answers["/letters/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    tab.fill("#id_reason", "  \n ")
    tab.click("text=Send")
    tab.wait_for_url("**/unlock/")
    assert site.to("/letters/")[0].form["words"] == ""


def test_it_shows_what_is_wrong_beside_the_field_and_leaves_the_form_alone(
    tab: Page, site: Site, ada: Ada
) -> None:
    site.answers["/"] = ada.page(ada.form(uuid4()))
    error = '<p id="id_feeling_error" class="error" hx-swap-oob="true">One feeling, please.</p>'
    site.answers["/letters/"] = Answer(error, status=422)
    tab.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    tab.click("text=Send")
    expect(tab.locator("#id_feeling_error")).to_have_text("One feeling, please.")
    expect(tab.locator("#id_reason")).to_have_value(WORDS)
    expect(tab.locator("#form_error")).to_have_text("")
    expect(tab.locator("button")).to_be_enabled()


@pytest.mark.parametrize("fault", [None, Answer("<h1>Oh</h1>", status=500)])
def test_it_keeps_what_was_typed_when_a_send_fails_and_sends_it_again(
    tab: Page, site: Site, ada: Ada, fault: Answer | None
) -> None:
    record = uuid4()
    site.answers["/"] = ada.page(ada.form(record))
    site.answers["/letters/"] = lambda _: fault
    tab.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    tab.click("text=Send")
    expect(tab.locator("#form_error")).to_have_text(NOT_SENT)
    expect(tab.locator("#id_reason")).to_have_value(WORDS)
    site.answers["/letters/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.click("text=Send")
    tab.wait_for_url("**/unlock/")
    assert ada.open(record, site.to("/letters/")[-1].form["words"]) == {"reason": WORDS}


def test_it_sends_once_however_often_the_button_is_pressed(tab: Page, site: Site, ada: Ada) -> None:
    site.answers["/"] = ada.page(ada.form(uuid4()))
    site.answers["/letters/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    tab.evaluate("for (const _ of '12345') document.querySelector('button').click()")
    tab.wait_for_url("**/unlock/")
    assert len(site.to("/letters/")) == 1


def test_it_carries_words_from_a_preview_on_into_another_record(
    tab: Page, site: Site, ada: Ada
) -> None:
    draft, letter = uuid4(), uuid4()
    begun = prefill(ada, draft, ada.box(draft, reason=WORDS, request="a hug"), "request")
    carry = prefill(ada, draft, ada.box(draft, reason=WORDS), "reason")
    site.answers["/"] = ada.page(
        f'<form hx-post="/letters/" {ada.seals(letter)}><words-field name="reason" carry {carry}>'
        f'</words-field><words-field name="request" {begun}><input id="id_request"></words-field>'
        '<p id="form_error"></p><button>Send</button></form>'
    )
    site.answers["/letters/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    expect(tab.locator("#id_request")).to_have_value("a hug")
    tab.click("text=Send")
    tab.wait_for_url("**/unlock/")
    words = ada.open(letter, site.to("/letters/")[0].form["words"])
    assert words == {"reason": WORDS, "request": "a hug"}


def test_it_does_not_send_on_when_what_was_there_could_not_be_opened(
    tab: Page, site: Site, ada: Ada
) -> None:
    site.answers["/"] = ada.page(ada.form(uuid4(), prefill(ada, uuid4(), "AQAB", "reason")))
    tab.goto(site.origin)
    expect(tab.locator("words-field").first).to_contain_text(UNOPENED)
    tab.click("text=Send")
    expect(tab.locator("#form_error")).not_to_have_text("")
    assert site.to("/letters/") == []


def test_it_seals_nothing_under_a_key_that_opens_none_of_the_earlier_words(
    tab: Page, site: Site, ada: Ada
) -> None:
    record, other = uuid4(), uuid4()
    box = Ada(id=ada.id, space=ada.space).box(record, reason=WORDS)  # under another key
    site.answers["/"] = ada.page(ada.shows(record, box, "reason") + ada.form(other))
    tab.goto(site.origin)
    expect(tab.locator("sealed-words")).to_have_text(UNOPENED)
    tab.fill("#id_reason", WORDS)
    tab.click("text=Send")
    expect(tab.locator("#form_error")).not_to_have_text("")
    assert site.to("/letters/") == []


def test_a_first_visit_loads_next_to_nothing(context: BrowserContext, site: Site) -> None:
    tab, loaded = context.new_page(), list[str]()
    tab.on("request", lambda request: loaded.append(request.url.rpartition("/static/")[2]))
    site.answers["/"] = page("<h1>Hello</h1>", body='data-unlocked="0"')
    tab.goto(site.origin)
    tab.wait_for_load_state("networkidle")
    scripts = sorted(name for name in loaded if name.endswith(("js", "mjs")))
    own = ["app", "elements", "exit", "forms", "keys", "page", "vault"]
    assert scripts == ["django_htmx/htmx-2.min.js", *(f"words/{name}.js" for name in own)]

"""Sealed words on a page, in a real browser: shown, written, sent, kept, locked and left."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.e2e.still_page import NOT_SENT, UNOPENED, Answer, Site, page, still_site

from nearer.vault import records
from nearer.vault.people import PersonKeys
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.spaces import Purpose, SpaceKeys, seal_space_key
from nearer.vault.wire import to_bytes, to_text

pytestmark = pytest.mark.browser
WORDS = "I went quiet because I was scared \U0001f440 <b>of you</b> leaving שלום"
FORM = """
<form id="letter" hx-post="/letters/" hx-swap="none" {seal}>
  <input type="hidden" name="record" value="{record}">
  <words-field name="reason" {reason}><textarea id="id_reason"></textarea></words-field>
  <words-field name="request"><input id="id_request" type="text"></words-field>
  <p id="id_feeling_error" class="error" role="alert"></p>
  <label><input type="radio" name="feeling" value="hurt">hurt</label>
  <label><input type="radio" name="feeling" value="afraid">afraid</label>
  <label><input type="checkbox" name="where" value="belly">belly</label>
  <input type="range" name="energy" min="0" max="4" value="2">
  <select name="help"><option value="listen">listen</option><option value="hug">hug</option></select>
  <p data-restored hidden>This is what you wrote.</p>
  <p id="form_error" role="alert"></p><button>Send</button>
</form>"""


@dataclass
class Ada:
    """A person with one space, as Python knows her."""

    id: UUID = field(default_factory=uuid4)
    space: UUID = field(default_factory=uuid4)
    root: Secret = field(default_factory=lambda: Secret.fresh(32))
    keys: SpaceKeys = field(default_factory=SpaceKeys.fresh)

    def head(self) -> str:
        """The words key of her space, sealed to her."""
        public = PersonKeys.from_root(self.root).words.public
        sealed = seal_space_key(public, Purpose.WORDS, self.space, self.id, self.keys.words)
        return f'<meta name="nearer-space" data-space="{self.space}" content="{to_text(sealed)}">'

    def body(self) -> str:
        """The facts on <body> while she is unlocked."""
        facts = f'data-person="{self.id}" data-unlocked="1" data-idle="5"'
        return f'{facts} data-exit-to="/elsewhere/"'

    def page(self, content: str) -> Answer:
        return page(content, head=self.head(), body=self.body())

    def seals(self, record: UUID) -> str:
        return f'data-seal data-space="{self.space}" data-record="{record}" data-author="{self.id}"'

    def box(self, record: UUID, **words: str) -> str:
        at, plain = Address(self.space, record, self.id), records.words_to_plain(words)
        return to_text(records.seal(self.keys.words, Purpose.WORDS, at, plain))

    def open(self, record: UUID | str, box: str) -> dict[str, str]:
        at = Address(self.space, UUID(str(record)), self.id)
        plain = records.open_box(self.keys.words, Purpose.WORDS, at, to_bytes(box))
        return records.plain_to_words(plain)

    def shows(self, record: UUID, box: str, name: str) -> str:
        where = f'data-space="{self.space}" data-record="{record}" data-author="{self.id}"'
        return f'<sealed-words {where} data-box="{box}" data-field="{name}"></sealed-words>'

    def form(self, record: UUID, reason: str = "") -> str:
        return FORM.format(seal=self.seals(record), record=record, reason=reason)


@pytest.fixture
def site() -> Iterator[Site]:
    with still_site() as site:
        site.answers["/unlock/"] = page("<h1>Unlock</h1>", body='data-unlocked="0"')
        site.answers["/elsewhere/"] = page("<h1>The weather</h1>", body='data-unlocked="0"')
        site.answers["/live/"] = Answer(status=204)
        site.answers["/active/"] = Answer(status=204)
        site.answers["/exit/"] = Answer(status=204)
        site.answers["/lock/"] = Answer(status=303, headers={"Location": "/unlock/"})
        yield site


@pytest.fixture
def ada() -> Ada:
    return Ada()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, site: Site, ada: Ada) -> Page:
    """A tab in which Ada has just unlocked. Nothing may be said on its console."""
    tab = context.new_page()
    unlock(tab, site, ada)
    return tab


def unlock(tab: Page, site: Site, who: Ada) -> None:
    tab.goto(f"{site.origin}/unlock/")
    tab.evaluate(
        """async ([person, root, idle]) => {
          const { personKeys, fromText } = await import("/static/words/vault.js");
          const { ready, remember } = await import("/static/words/keys.js");
          await ready;
          await remember(person, await personKeys(fromText(root)));
        }""",
        [str(who.id), to_text(who.root.reveal()), 5],
    )


def everything_kept(tab: Page) -> str:
    """All that the browser keeps for the site, as one text; key objects by what they tell."""
    found: Any = tab.evaluate(
        """async () => {
          const dump = (value) => value instanceof CryptoKey ? `key ${value.type} ${value.extractable}`
            : ArrayBuffer.isView(value) ? new TextDecoder("utf-16").decode(value) + new TextDecoder().decode(value)
            : value && typeof value === "object" ? Object.entries(value).map(([k, v]) => [k, dump(v)])
            : value;
          const found = [{ ...localStorage }, { ...sessionStorage }];
          for (const { name } of await indexedDB.databases()) {
            const database = await new Promise((done) => {
              const opening = indexedDB.open(name);
              opening.onsuccess = () => done(opening.result);
            });
            for (const store of database.objectStoreNames) {
              const asking = database.transaction(store).objectStore(store);
              for (const act of ["getAllKeys", "getAll"]) {
                found.push([store, act, await new Promise((done) => {
                  const request = asking[act]();
                  request.onsuccess = () => done(dump(request.result));
                })]);
              }
            }
            database.close();
          }
          return found;
        }"""
    )
    return json.dumps(found, ensure_ascii=False)


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
        f'<section data-words-part id="{name}"><h2>{name}</h2>{ada.shows(record, b, name)}</section>'
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
    assert set(sent.form) == {"record", "words", "feeling", "energy", "help"}
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


def prefill(ada: Ada, record: UUID, box: str, name: str) -> str:
    return (
        f'data-from-space="{ada.space}" data-from-record="{record}" data-from-author="{ada.id}"'
        f' data-from-box="{box}" data-from-field="{name}"'
    )


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
    with tab.expect_request("**/live/"):
        tab.goto(site.origin)
    tab.fill("#id_reason", WORDS)
    for _ in range(2):
        tab.clock.run_for(4 * 60_000)
        tab.locator("#id_reason").press("a")
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


def test_a_first_visit_loads_next_to_nothing(context: BrowserContext, site: Site) -> None:
    tab, loaded = context.new_page(), list[str]()
    tab.on("request", lambda request: loaded.append(request.url.rpartition("/static/")[2]))
    site.answers["/"] = page("<h1>Hello</h1>", body='data-unlocked="0"')
    tab.goto(site.origin)
    tab.wait_for_load_state("networkidle")
    scripts = sorted(name for name in loaded if name.endswith(("js", "mjs")))
    own = ["app", "elements", "exit", "forms", "keys", "page", "vault"]
    assert scripts == ["django_htmx/htmx-2.min.js", *(f"words/{name}.js" for name in own)]

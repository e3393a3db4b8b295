"""Ada in a still page: what she has sealed, a form she writes in, and a browser she has unlocked.

A module of tests takes the fixtures over with a line such as `ada, context, site, tab = FIXTURES`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.words.still_page import Answer, Site, page, still_site

from nearer.vault import records
from nearer.vault.people import PersonKeys
from nearer.vault.records import Address
from nearer.vault.secret import Secret
from nearer.vault.spaces import Purpose, SpaceKeys, seal_space_key
from nearer.vault.wire import to_bytes, to_text

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
  <select name="help"><option value="listen">listen</option><option value="hug">hug</option>
  </select>
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
def tab(context: BrowserContext, site: Site, ada: Ada) -> Iterator[Page]:
    """A tab in which Ada has just unlocked. The policy must have nothing to forbid in it."""
    tab, said = context.new_page(), list[str]()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(f"Content Security Policy or not: {error}"))
    unlock(tab, site, ada)
    yield tab
    assert not [text for text in said if "Content Security Policy" in text]


def unlock(tab: Page, site: Site, who: Ada) -> None:
    """Open `who`'s keys in this browser, as opening a slot does."""
    tab.goto(f"{site.origin}/unlock/")
    in_the_page(tab, "unlock", [str(who.id), to_text(who.root.reveal())])


def everything_kept(tab: Page) -> str:
    """All that the browser keeps for the site, as one text; key objects by what they tell."""
    return str(in_the_page(tab, "everythingKept"))


def in_the_page(tab: Page, name: str, given: object = None) -> object:
    """Call one of the functions of in_the_page.js."""
    script = "async ([name, given]) => (await import('/tests/in_the_page.js'))[name](given)"
    return tab.evaluate(script, [name, given])


def prefill(ada: Ada, record: UUID, box: str, name: str) -> str:
    return (
        f'data-from-space="{ada.space}" data-from-record="{record}" data-from-author="{ada.id}"'
        f' data-from-box="{box}" data-from-field="{name}"'
    )


FIXTURES = (ada, context, site, tab)

"""Account forms in a still page, and a server that knows one person and answers their scripts.

A module of tests takes the fixtures over with a line such as `ada, context, site, tab = FIXTURES`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.words.still_page import Answer, Sent, Site, page, still_site

from nearer.vault import passphrase, recovery, slots
from nearer.vault.passphrase import Stretched
from nearer.vault.secret import Secret
from nearer.vault.slots import SlotKind
from nearer.vault.wire import to_text

STRENGTH = (
    "/static/vendor/zxcvbn/core/zxcvbn-ts.js /static/vendor/zxcvbn/language-common/zxcvbn-ts.js"
)
OLD = "seven quiet words on a warm evening"
NEW_PASSPHRASE = """<section data-step="passphrase" hidden>
  <div data-offer><output data-offered></output>
    <button type="button" data-another>Another</button>
    <button type="button" data-own>Use my own</button></div>
  <div data-chosen hidden><label for="id_new_passphrase">Passphrase</label>
    <input id="id_new_passphrase" type="password"><output data-strength></output></div>
  <p class="error" id="id_new_passphrase_error" role="alert"></p>
  <label for="id_again">Once more</label><input id="id_again" data-again>
  <p class="error" id="id_again_error" role="alert"></p><button>Go on</button></section>"""
NEW_CODE = """<section data-step="recovery" hidden>
  <output data-recovery></output><button>I have it on paper</button></section>
<section data-step="prove" hidden>
  <label>Group <span data-group-number></span><input data-group id="id_group"></label>
  <label>Group <span data-group-number></span><input data-group></label>
  <p class="error" id="id_group_error" role="alert"></p>
  <button type="button" data-back>Show it again</button><button>Done</button></section>"""
PASSPHRASE = """<label for="id_passphrase">Passphrase</label>
  <input id="id_passphrase" type="password" data-passphrase>
  <p class="error" id="id_passphrase_error" role="alert"></p>"""
NAME = """<label for="id_name">Name</label><input id="id_name" name="name">
  <p class="error" id="id_name_error" role="alert"></p>"""
SENTENCES = f"""data-missing-name="A name is needed." data-missing="Type it first."
  data-weak="Easy to guess." data-not-same="Not the same." data-group-wrong="Not that group."
  data-mistyped="A slip." data-malformed="Not a code." data-wrong="It does not fit."
  data-unsupported="Not on this device." data-strength-scripts="{STRENGTH}"
  data-strength-0="very weak" data-strength-1="weak" data-strength-2="fair" data-strength-3="good"
  data-strength-4="very good" """


def form(act: str, action: str, content: str) -> Answer:
    """A form of an account page, signed out."""
    return page(
        f'<form method="post" action="{action}" data-act="{act}" {SENTENCES}>'
        '<input type="hidden" name="csrfmiddlewaretoken" value="a-token">'
        '<input type="hidden" name="next" value="/today/">'
        f'{content}<p id="form_error" class="error" role="alert"></p></form>',
        body='data-unlocked="0"',
    )


def step(content: str) -> str:
    """The first step; its button is drawn disabled, as the real ones are."""
    return f'<section data-step="first">{content}<button disabled>Go on</button></section>'


@dataclass
class Server:
    """What a server keeps of one person, and how it answers the scripts."""

    person: UUID = field(default_factory=uuid4)
    root: Secret = field(default_factory=lambda: Secret.fresh(32))
    salt: bytes = bytes(16)
    code: Secret = field(default_factory=recovery.new_code)

    def slot(self, kind: SlotKind, key: Secret) -> str:
        return to_text(slots.seal_slot(key, kind, self.person, self.root))

    def opens(self, kind: SlotKind, halves: Stretched) -> Any:
        def answer(sent: Sent) -> Answer:
            if json.loads(sent.body)["proof"] != to_text(halves.login_proof.reveal()):
                return in_json({"error": "That name and that passphrase don't fit."}, status=403)
            slot = self.slot(kind, halves.slot_key)
            return in_json({"person": str(self.person), "box": slot})

        return answer


def in_json(answer: dict[str, Any], status: int = 200) -> Answer:
    return Answer(json.dumps(answer), status=status, kind="application/json")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def site(server: Server) -> Iterator[Site]:
    with still_site() as site:
        old = passphrase.stretch(OLD, server.salt, "standard")
        salt = {"profile": "standard", "salt": to_text(server.salt)}
        site.answers |= {
            "/account/salt/": in_json(salt),
            "/account/open/": server.opens(SlotKind.PASSPHRASE, old),
            "/account/recovery/open/": server.opens(
                SlotKind.RECOVERY, recovery.stretch_code(server.code)
            ),
            "/done/": page("<h1>Done</h1>", body='data-unlocked="0"'),
        }
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    tab = context.new_page()
    tab.on("pageerror", lambda error: pytest.fail(str(error)))
    return tab


def posted(site: Site, tab: Page, path: str) -> dict[str, str]:
    site.answers[path] = Answer(status=303, headers={"Location": "/done/"})
    tab.wait_for_url("**/done/")
    (sent,) = site.to(path)
    return sent.form


FIXTURES = (context, server, site, tab)

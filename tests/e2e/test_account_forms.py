"""Beginning, signing in, coming back: what the account forms make in the browser, checked by Python."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from nearer.vault import passphrase, recovery, slots, spaces
from nearer.vault.passphrase import Stretched
from nearer.vault.people import PersonKeys
from nearer.vault.secret import Secret
from nearer.vault.slots import SlotKind
from nearer.vault.spaces import Purpose
from nearer.vault.wire import to_bytes, to_text
from tests.e2e.still_page import Answer, Sent, Site, page, still_site

pytestmark = pytest.mark.browser
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
    return f'<section data-step="first">{content}<button>Go on</button></section>'


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


def take_offered(tab: Page) -> str:
    """Go on with the passphrase that is offered."""
    expect(tab.locator("[data-offered]")).not_to_be_empty()
    offered = tab.locator("[data-offered]").inner_text()
    tab.fill("[data-again]", f" {offered.replace(' ', '  ')} ")
    tab.click("button:visible:text('Go on')")
    return offered


def prove_code(tab: Page) -> str:
    """Write the code down, and type two groups of it."""
    expect(tab.locator("[data-recovery]")).to_be_visible()
    code = tab.locator("[data-recovery]").inner_text()
    tab.click("text=I have it on paper")
    expect(tab.locator("[data-recovery]")).to_be_hidden()
    for place in tab.locator("[data-group]").all():
        number = int(place.get_attribute("data-group") or 0)
        place.fill(code.split("-")[number - 1].lower())
    tab.click("text=Done")
    return code


def posted(site: Site, tab: Page, path: str) -> dict[str, str]:
    site.answers[path] = Answer(status=303, headers={"Location": "/done/"})
    tab.wait_for_url("**/done/")
    (sent,) = site.to(path)
    return sent.form


def check_slot(sent: dict[str, str], kind: SlotKind, halves: Stretched, *names: str) -> Secret:
    proof, box = (to_bytes(sent[name]) for name in names)
    assert proof == halves.login_proof.reveal()
    return slots.open_slot(halves.slot_key, kind, UUID(sent["person"]), box)


def test_ada_begins_with_an_offered_passphrase_and_a_code_on_paper(tab: Page, site: Site) -> None:
    site.answers["/begin/"] = form("begin", "/done-begin/", step(NAME) + NEW_PASSPHRASE + NEW_CODE)
    site.answers["/done-begin/"] = Answer(status=303, headers={"Location": "/done/"})
    tab.goto(f"{site.origin}/begin/")
    tab.click("button:visible:text('Go on')")
    expect(tab.locator("#id_name_error")).to_have_text("A name is needed.")
    tab.fill("#id_name", "Ada")
    tab.keyboard.press("Enter")
    offered = take_offered(tab)
    code = prove_code(tab)
    sent = posted(site, tab, "/done-begin/")
    assert set(sent) == {
        "csrfmiddlewaretoken", "next", "name", "person", "space", "profile", "salt", "proof",
        "slot", "recovery_proof", "recovery_slot", "marks_public", "words_public", "marks_key",
        "words_key", "marks_private", "time_zone",
    }  # fmt: skip
    halves = passphrase.stretch(offered, to_bytes(sent["salt"]), sent["profile"])
    root = check_slot(sent, SlotKind.PASSPHRASE, halves, "proof", "slot")
    by_code = recovery.stretch_code(recovery.read_code(code))
    names = ("recovery_proof", "recovery_slot")
    assert check_slot(sent, SlotKind.RECOVERY, by_code, *names).reveal() == root.reveal()
    keys = PersonKeys.from_root(root)
    assert to_bytes(sent["marks_private"]) == keys.marks.private.reveal()
    assert [to_bytes(sent[f"{half}_public"]) for half in ("marks", "words")] == list(keys.public)
    for purpose, pair in [(Purpose.MARKS, keys.marks), (Purpose.WORDS, keys.words)]:
        sealed = to_bytes(sent[f"{purpose.name.lower()}_key"])
        where = (purpose, UUID(sent["space"]), UUID(sent["person"]))
        assert len(spaces.open_space_key(pair.private, *where, sealed)) == 32
    assert offered not in json.dumps(sent)


def test_a_passphrase_of_ones_own_is_judged_and_typed_twice(tab: Page, site: Site) -> None:
    site.answers["/begin/"] = form("begin", "/x/", step(NAME) + NEW_PASSPHRASE + NEW_CODE)
    tab.goto(f"{site.origin}/begin/")
    tab.fill("#id_name", "Ada")
    tab.keyboard.press("Enter")
    first = tab.locator("[data-offered]").inner_text()
    tab.click("text=Another")
    expect(tab.locator("[data-offered]")).not_to_have_text(first)
    tab.click("text=Use my own")
    tab.fill("#id_new_passphrase", "password1")
    expect(tab.locator("[data-strength]")).to_have_text("very weak")
    tab.click("button:visible:text('Go on')")
    expect(tab.locator("#id_new_passphrase_error")).to_have_text("Easy to guess.")
    tab.fill("#id_new_passphrase", "the heron stood in our kitchen")
    expect(tab.locator("[data-strength]")).to_have_text("very good")
    tab.click("button:visible:text('Go on')")
    expect(tab.locator("#id_again_error")).to_have_text("Not the same.")
    tab.fill("#id_again", "the heron stood in our kitchen")
    tab.click("button:visible:text('Go on')")
    tab.click("text=I have it on paper")
    tab.locator("[data-group]").first.fill("AAAA")
    tab.click("text=Done")
    expect(tab.locator("#id_group_error")).to_have_text("Not that group.")
    tab.click("text=Show it again")
    expect(tab.locator("[data-recovery]")).to_be_visible()
    assert site.sent == []


def test_ada_signs_in(tab: Page, site: Site, server: Server) -> None:
    site.answers["/sign-in/"] = form("sign-in", "/in/", NAME + PASSPHRASE + "<button>Open</button>")
    site.answers["/in/"] = Answer(status=303, headers={"Location": "/done/"})
    tab.goto(f"{site.origin}/sign-in/")
    tab.fill("#id_name", "Ada")
    tab.fill("#id_passphrase", "another one")
    tab.click("text=Open")
    expect(tab.locator("button")).to_be_disabled()
    expect(tab.locator("#id_passphrase_error")).to_contain_text("don't fit")
    tab.fill("#id_passphrase", f" {OLD.upper().lower()}  ")
    tab.click("text=Open")
    sent = posted(site, tab, "/in/")
    assert set(sent) == {
        "csrfmiddlewaretoken", "next", "name", "proof", "marks_private", "time_zone",
    }  # fmt: skip
    private = PersonKeys.from_root(server.root).marks.private
    assert to_bytes(sent["marks_private"]) == private.reveal()
    assert all(OLD not in each.body for each in site.sent)


def test_ada_comes_back_with_her_code(tab: Page, site: Site, server: Server) -> None:
    code = '<label for="id_code">Code</label><input id="id_code" data-code>'
    code += '<p class="error" id="id_code_error" role="alert"></p>'
    site.answers["/recover/"] = form(
        "recover", "/back/", step(NAME + code) + NEW_PASSPHRASE + NEW_CODE
    )
    site.answers["/back/"] = Answer(status=303, headers={"Location": "/done/"})
    written = recovery.write_code(server.code)
    tab.goto(f"{site.origin}/recover/")
    tab.fill("#id_name", "Ada")
    tab.fill("#id_code", ("1" if written[0] == "0" else "0") + written[1:])
    tab.click("button:visible:text('Go on')")
    expect(tab.locator("#id_code_error")).to_have_text("A slip.")
    tab.fill("#id_code", written.lower().replace("-", " "))
    tab.click("button:visible:text('Go on')")
    offered = take_offered(tab)
    new_code = prove_code(tab)
    sent = posted(site, tab, "/back/") | {"person": str(server.person)}
    halves = passphrase.stretch(offered, to_bytes(sent["salt"]), "standard")
    root = check_slot(sent, SlotKind.PASSPHRASE, halves, "proof", "slot")
    assert root.reveal() == server.root.reveal()
    by_code = recovery.stretch_code(recovery.read_code(new_code))
    check_slot(sent, SlotKind.RECOVERY, by_code, "new_recovery_proof", "new_recovery_slot")
    old = recovery.stretch_code(server.code)
    assert to_bytes(sent["recovery_proof"]) == old.login_proof.reveal()
    assert new_code != written


def test_ada_changes_her_passphrase(tab: Page, site: Site, server: Server) -> None:
    current = step(PASSPHRASE.replace("id_passphrase", "id_current"))
    current += '<input type="hidden" name="name" value="Ada">'
    site.answers["/change/"] = form("passphrase", "/changed/", current + NEW_PASSPHRASE)
    site.answers["/changed/"] = Answer(status=303, headers={"Location": "/done/"})
    tab.goto(f"{site.origin}/change/")
    tab.fill("#id_current", OLD)
    tab.click("button:visible:text('Go on')")
    offered = take_offered(tab)
    sent = posted(site, tab, "/changed/") | {"person": str(server.person)}
    halves = passphrase.stretch(offered, to_bytes(sent["salt"]), "standard")
    root = check_slot(sent, SlotKind.PASSPHRASE, halves, "proof", "slot")
    assert root.reveal() == server.root.reveal()
    assert "marks_private" not in sent


def test_a_touch_opens_and_its_secret_goes_nowhere(
    tab: Page, context: BrowserContext, site: Site, server: Server
) -> None:
    devices = context.new_cdp_session(tab)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasPrf": True,
        "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
    }  # fmt: skip
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    salt, here = to_text(bytes(range(16))), {"id": "localhost", "name": "Notes"}
    site.answers["/account/passkeys/options/"] = in_json(
        {
            "rp": here,
            "user": {"id": to_text(server.person.bytes), "name": "Ada", "displayName": "Ada"},
            "challenge": to_text(bytes(32)),
            "pubKeyCredParams": [{"type": "public-key", "alg": -7}],
            "slot_salt": salt,
        }
    )
    site.answers["/account/passkeys/"] = in_json({}, status=201)
    name = '<input type="hidden" name="name" value="Ada">'
    site.answers["/me/"] = form("passkey", "/x/", name + PASSPHRASE + "<button>Add</button>")
    tab.goto(f"{site.origin}/me/")
    tab.fill("#id_passphrase", OLD)
    with tab.expect_navigation():
        tab.click("text=Add")
    added = json.loads(site.to("/account/passkeys/")[0].body)
    assert added["salt"] == salt
    assert "prf" not in json.dumps(added["credential"]["clientExtensionResults"])
    ident = added["credential"]["id"]
    site.answers["/unlock/passkey/options/"] = in_json(
        {
            "rpId": "localhost",
            "challenge": to_text(bytes(32)),
            "allowCredentials": [{"type": "public-key", "id": ident}],
            "userVerification": "required",
            "salts": {ident: salt},
        }
    )
    answer = {"person": str(server.person), "box": added["slot"], "ticket": "a ticket"}
    site.answers["/unlock/passkey/open/"] = in_json(answer)
    touch = '<button type="button" data-passkey hidden>Touch</button>'
    site.answers["/unlock/"] = form("unlock", "/open/", name + PASSPHRASE + touch)
    site.answers["/open/"] = Answer(status=303, headers={"Location": "/done/"})
    tab.goto(f"{site.origin}/unlock/")
    tab.click("text=Touch")
    sent = posted(site, tab, "/open/")
    assert sent["ticket"] == "a ticket"
    private = PersonKeys.from_root(server.root).marks.private
    assert to_bytes(sent["marks_private"]) == private.reveal()
    (shown,) = site.to("/unlock/passkey/open/")
    assert "prf" not in json.dumps(json.loads(shown.body)["credential"]["clientExtensionResults"])

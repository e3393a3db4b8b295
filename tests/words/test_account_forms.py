"""Beginning, signing in, coming back: what the browser makes, checked by Python."""

import json
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from tests.words.still_account import (
    FIXTURES,
    NAME,
    NEW_CODE,
    NEW_PASSPHRASE,
    OLD,
    PASSPHRASE,
    Server,
    form,
    posted,
    step,
)
from tests.words.still_page import Answer, Site

from nearer.vault import passphrase, recovery, slots, spaces
from nearer.vault.passphrase import Stretched
from nearer.vault.people import PersonKeys
from nearer.vault.secret import Secret
from nearer.vault.slots import SlotKind
from nearer.vault.spaces import Purpose
from nearer.vault.wire import to_bytes

context, server, site, tab = FIXTURES
pytestmark = pytest.mark.browser


def name_herself(tab: Page) -> None:
    """Type a name and press Enter, once the form answers to it."""
    tab.fill("#id_name", "Ada")
    expect(tab.locator("button:visible:text('Go on')")).to_be_enabled()
    tab.keyboard.press("Enter")


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
    name_herself(tab)
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
    name_herself(tab)
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
    site.answers["/sign-in/"] = form(
        "sign-in", "/in/", NAME + PASSPHRASE + "<button disabled>Open</button>"
    )
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
    assert to_bytes(sent["salt"]) == server.salt, "a new one would tell of the change"
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
    assert to_bytes(sent["salt"]) == server.salt, "a new one would tell of the change"
    halves = passphrase.stretch(offered, to_bytes(sent["salt"]), "standard")
    root = check_slot(sent, SlotKind.PASSPHRASE, halves, "proof", "slot")
    assert root.reveal() == server.root.reveal()
    assert "marks_private" not in sent

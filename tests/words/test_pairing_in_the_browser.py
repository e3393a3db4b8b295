"""A link between two: made, shown, torn, taken and compared in the browser."""

import json
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect
from tests.words.still_page import UNOPENED, Answer, Site
from tests.words.still_person import FIXTURES, Ada

from nearer.vault import pairing
from nearer.vault.pairing import InviteSecret
from nearer.vault.people import PersonKeys
from nearer.vault.secret import Secret
from nearer.vault.spaces import Purpose, SpaceKeys, open_space_key
from nearer.vault.wire import to_bytes, to_text

ada, context, site, tab = FIXTURES
pytestmark = pytest.mark.browser
WORDLIST = "(await import('/static/vendor/bip39/english.js')).wordlist"


def opened_by(who: Ada, sent: dict[str, str]) -> SpaceKeys:
    """The keys of a space that a browser sealed to its own person."""
    keys, space = PersonKeys.from_root(who.root), UUID(sent["space"])
    marks, words = (
        open_space_key(
            private, purpose, space, who.id, to_bytes(sent[f"{purpose.name.lower()}_key"])
        )
        for purpose, private in [
            (Purpose.MARKS, keys.marks.private),
            (Purpose.WORDS, keys.words.private),
        ]
    )
    return SpaceKeys(marks, words)


def test_ada_makes_a_link_whose_secret_only_her_words_hold(tab: Page, site: Site, ada: Ada) -> None:
    record = uuid4()
    form = f'<form id="invite" hx-post="/invite/" data-pair="invite" {ada.seals(record)}>'
    form += '<words-field name="link" carry></words-field><p id="form_error"></p>'
    form += "<button disabled>Make</button>"
    site.answers["/"] = ada.page(f"{form}</form>")
    site.answers["/invite/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    tab.wait_for_selector("[name=words_key]", state="attached")
    tab.wait_for_timeout(100)
    tab.click("text=Make")
    tab.wait_for_url("**/unlock/")
    sent = site.to("/invite/")[0].form
    link = ada.open(record, sent["words"])["link"]
    address, _, fragment = link.partition("#")
    assert address == f"{site.origin}/pair/{sent['invite']}/"
    assert fragment not in json.dumps(sent)
    secret = InviteSecret.read_fragment(fragment)
    assert to_bytes(sent["proof"]) == pairing.invite_proof(secret).reveal()
    where = (UUID(sent["invite"]), UUID(sent["space"]), ada.id)
    keys = pairing.open_invite(secret, *where, to_bytes(sent["box"]))
    own = opened_by(ada, sent)
    assert own.words.reveal() == keys.words.reveal()
    assert own.marks.reveal() == keys.marks.reveal()


def test_the_link_is_shown_as_text_and_as_a_picture(tab: Page, site: Site, ada: Ada) -> None:
    record, link = uuid4(), "https://nearer.example/pair/1/#secret"
    shown = ada.shows(record, ada.box(record, link=link), "link")
    site.answers["/"] = ada.page(
        f"<div data-invite-link>{shown}<div data-qr></div><button data-copy>Copy</button></div>"
    )
    tab.goto(site.origin)
    expect(tab.locator("sealed-words")).to_have_text(link)
    expect(tab.locator("[data-qr] svg path")).to_be_attached()


@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [("", "There is no key."), ("#abcd", "It is torn."), (f"#{'A' * 24}", "It is torn.")],
)
def test_a_torn_link_is_met_with_a_kind_sentence(
    tab: Page, site: Site, ada: Ada, fragment: str, sentence: str
) -> None:
    site.answers["/pair/"] = accepting(ada, uuid4())
    tab.goto(f"{site.origin}/pair/{fragment}")
    expect(tab.locator("#form_error")).to_have_text(sentence)
    tab.click("text=Yes")
    tab.wait_for_timeout(100)
    assert site.sent == []


def accepting(who: Ada, invite: UUID) -> Answer:
    return who.page(
        f'<form method="post" action="/accept/" data-pair="accept" data-open="/open/"'
        f' data-invite="{invite}" data-torn="It is torn." data-missing="There is no key.">'
        '<p id="form_error" role="alert"></p><button disabled>Yes</button></form>'
    )


def test_ben_takes_the_link_and_both_see_the_same_words(tab: Page, site: Site, ada: Ada) -> None:
    inviter, invite, space, keys = uuid4(), uuid4(), uuid4(), SpaceKeys.fresh()
    secret = InviteSecret.fresh(16)
    box = pairing.seal_invite(secret, invite, space, inviter, keys)
    told = {"box": to_text(box), "space": str(space), "inviter": str(inviter)}
    site.answers |= {
        "/pair/": accepting(ada, invite),
        "/open/": Answer(json.dumps(told), kind="application/json"),
        "/accept/": Answer(status=303, headers={"Location": "/unlock/"}),
    }
    tab.goto(f"{site.origin}/pair/#{secret.write_fragment()}")
    tab.click("text=Yes")
    tab.wait_for_url("**/unlock/")
    sent = site.to("/accept/")[0].form | {"space": str(space)}
    assert to_bytes(sent["proof"]) == pairing.invite_proof(secret).reveal()
    assert opened_by(ada, sent).words.reveal() == keys.words.reveal()


@pytest.mark.parametrize("honest", [True, False])
def test_four_words_are_compared_with_the_key_that_is_here(
    tab: Page, site: Site, ada: Ada, *, honest: bool
) -> None:
    here = PersonKeys.from_root(ada.root if honest else Secret.fresh(32)).public
    other = PersonKeys.from_root(Secret.fresh(32)).public
    keys = {"inviter": other, "accepter": here}
    facts = "".join(
        f' data-{side}-marks="{to_text(of.marks)}" data-{side}-words="{to_text(of.words)}"'
        for side, of in keys.items()
    )
    site.answers["/"] = ada.page(
        f'<output data-comparison data-space="{ada.space}"{facts}></output>'
    )
    tab.goto(site.origin)
    numbers = pairing.comparison(ada.keys.words, ada.space, other, here)
    words = tab.evaluate(
        f"async (numbers) => numbers.map(((list) => (at) => list[at])({WORDLIST})).join(' ')",
        list(numbers),
    )
    expect(tab.locator("output")).to_have_text(words if honest else UNOPENED)


def test_the_secret_of_a_link_comes_along_to_signing_in(tab: Page, site: Site, ada: Ada) -> None:
    site.answers["/pair/"] = ada.page('<a href="/begin/?next=/pair/" data-carry-fragment>Begin</a>')
    tab.goto(f"{site.origin}/pair/#secret")
    expect(tab.locator("a")).to_have_attribute("href", f"{site.origin}/begin/?next=/pair/#secret")

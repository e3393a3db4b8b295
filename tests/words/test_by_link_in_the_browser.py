"""A letter by link in the browser: sealed under its link, read as text, answered for one person."""

import json
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect
from tests.words.still_page import Answer, Site, page
from tests.words.still_person import FIXTURES, Ada

from nearer.vault import letters
from nearer.vault.pairing import InviteSecret, invite_proof, open_invite
from nearer.vault.people import PersonKeys
from nearer.vault.records import plain_to_words, words_to_plain
from nearer.vault.wire import to_bytes, to_text

ada, context, site, tab = FIXTURES
pytestmark = pytest.mark.browser
PARTS = ("from_name", "start", "feeling", "reason", "request")
SAID = {
    "from_name": "Ada",
    "feeling": "lonely <img src=x onerror=alert(1)>",
    "reason": "the door\nfell shut שלום",
}
LINK = InviteSecret(bytes(range(16)))
LETTER = UUID("6b1f7a52-1111-4111-8111-111111111111")


def script(name: str) -> str:
    return f'<script type="module" src="/static/by_link/{name}.js"></script>'


def writing(who: Ada, record: UUID) -> str:
    fields = "".join(
        f'<words-field name="{part}"><textarea id="id_{part}"></textarea></words-field>'
        for part in PARTS
    )
    needed = '<p data-words-part><b data-preview-of="feeling" data-needed></b></p>'
    return (
        f'<form id="f" method="dialog" hx-post="/send/" novalidate data-preview-first'
        f' data-letter-by-link {who.seals(record)}><words-field name="link" carry></words-field>'
        f"<div data-writing>{fields}</div>"
        f"<div data-preview hidden><h2 tabindex=-1>Look</h2>{needed}"
        '<button type="button" data-change>Change</button></div><p id="form_error"></p>'
        f'<button data-look data-send="Make" disabled>Look at it</button></form>{script("write")}'
    )


def test_ada_s_letter_is_sealed_once_for_her_and_once_under_its_link(
    tab: Page, site: Site, ada: Ada
) -> None:
    record = uuid4()
    site.answers["/"] = ada.page(writing(ada, record))
    site.answers["/send/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    for name, text in SAID.items():
        tab.fill(f"#id_{name}", text)
    tab.click("text=Look at it")
    tab.click("text=Change")
    tab.fill("#id_start", "It is about me")
    tab.click("text=Look at it")
    assert site.to("/send/") == []
    tab.click("text=Make")
    tab.wait_for_url("**/unlock/")
    (sent,) = [one.form for one in site.to("/send/")]
    said = {**SAID, "start": "It is about me"}
    own = ada.open(record, sent["words"])
    address, _, fragment = own.pop("link").partition("#")
    assert own == said
    assert address == f"{site.origin}/letter/{sent['invite']}/"
    secret, invite = InviteSecret.read_fragment(fragment), UUID(sent["invite"])
    letter = plain_to_words(letters.open_letter(secret, invite, to_bytes(sent["letter_box"])))
    public = PersonKeys.from_root(ada.root).words.public
    assert letter == {**said, "answer_to": to_text(public)}
    assert to_bytes(sent["letter_proof"]) == letters.letter_proof(secret).reveal()
    assert to_bytes(sent["proof"]) == invite_proof(secret).reveal()
    space = UUID(sent["space"])
    assert len(open_invite(secret, invite, space, ada.id, to_bytes(sent["box"])).words) == 32
    assert not any(text in json.dumps(sent) for text in ("lonely", "door", fragment))


def reading() -> Answer:
    shown = "".join(f'<p data-words-part><b data-shows="{part}"></b></p>' for part in PARTS)
    carried = (*PARTS, "my_sign", "my_feeling", "my_words")
    kept = "".join(f'<words-field name="{part}" carry></words-field>' for part in carried)
    says = "".join(
        f' data-{name}="{name}."' for name in ("missing", "offline", "damaged", "nothing")
    )
    body = f"""<div data-read-by-link{says}><p data-status>One moment</p>
      <p data-again hidden><button type="button">Again</button></p>
      <section data-opened hidden>{shown}
      <form method="dialog" data-answers>
        <label><input type="radio" name="sign" id="id_a"><span>I have read it</span></label>
        <label><input type="radio" name="feeling" value="b"><span>moved</span></label>
        <words-field name="words"><textarea id="id_words"></textarea></words-field>
        <p id="id_answer_error"></p><button>Send</button></form>
      <section data-answered hidden><h2 tabindex=-1>Done</h2></section>
      <form id="keep" method="dialog">{kept}</form>
      <label><input type="checkbox" id="id_comes_along" checked>Take it along</label>
      <form id="begin"><input name="next" value="/welcome/"></form>
      <a data-to-sign-in href="/sign-in/">In</a></section></div>{script("read")}"""
    return page(body, body='data-unlocked="0"')


def letter_box(who: Ada, **words: str) -> str:
    public = to_text(PersonKeys.from_root(who.root).words.public)
    plain = words_to_plain({**SAID, "answer_to": public, **words})
    return to_text(letters.seal_letter(LINK, LETTER, plain))


def told(**data: str) -> Answer:
    return Answer(json.dumps(data), kind="application/json")


@pytest.fixture
def letter(site: Site, ada: Ada) -> str:
    """A letter that waits at its link."""
    path = f"/letter/{LETTER}/"
    site.answers[path] = reading()
    site.answers[f"{path}open/"] = told(box=letter_box(ada))
    site.answers[f"{path}answer/"] = told()
    return f"{site.origin}{path}#{LINK.write_fragment()}"


def test_ben_reads_and_answers_and_only_ada_can_open_it(
    tab: Page, site: Site, ada: Ada, letter: str
) -> None:
    tab.goto(letter)
    expect(tab.locator("[data-shows=reason]")).to_have_text(SAID["reason"])
    expect(tab.locator("[data-shows=feeling]")).to_have_text(SAID["feeling"])
    assert tab.locator("[data-read-by-link] img").count() == 0
    expect(tab.locator("[data-words-part]:has([data-shows=start])")).to_be_hidden()
    tab.click("text=Send")
    expect(tab.locator("#id_answer_error")).to_have_text("nothing.")
    tab.check("#id_a")
    tab.fill("#id_words", "Sunday was too much")
    tab.dblclick("text=Send")
    expect(tab.locator("[data-answered] h2")).to_be_focused()
    (sent,) = [json.loads(one.body) for one in site.to(f"/letter/{LETTER}/answer/")]
    assert to_bytes(sent["proof"]) == letters.letter_proof(LINK).reveal()
    private = PersonKeys.from_root(ada.root).words.private
    sealed = to_bytes(sent["answer"])
    answer = plain_to_words(letters.open_answer(LINK, LETTER, private, sealed))
    assert answer == {"sign": "I have read it", "words": "Sunday was too much"}
    assert LINK.write_fragment() not in "".join(one.body + one.path for one in site.sent)
    kept = "all => Object.fromEntries(all.map((f) => [f.getAttribute('name'), f.value]))"
    brought = tab.eval_on_selector_all("#keep words-field", kept)
    assert (brought["reason"], brought["my_sign"]) == (SAID["reason"], "I have read it")
    assert tab.input_value("[name=next]") == f"/pair/{LETTER}/"
    tab.uncheck("#id_comes_along")
    assert set(tab.eval_on_selector_all("#keep words-field", kept).values()) == {""}
    tab.check("#id_comes_along")
    assert tab.eval_on_selector_all("#keep words-field", kept) == brought


def test_an_answer_sent_again_after_a_torn_line_is_the_same_one(
    tab: Page, site: Site, letter: str
) -> None:
    path = f"/letter/{LETTER}/answer/"
    site.answers[path] = lambda _: None
    tab.goto(letter)
    tab.check("#id_a")
    tab.click("text=Send")
    expect(tab.locator("#id_answer_error")).to_contain_text("What you wrote is still here.")
    site.answers[path] = told()
    tab.click("text=Send")
    expect(tab.locator("[data-answered]")).to_be_visible()
    assert len({one.body for one in site.to(path)}) == 1


@pytest.mark.parametrize("torn", ["", "abcd", "A" * 24])
def test_a_torn_link_asks_the_server_nothing(tab: Page, site: Site, letter: str, torn: str) -> None:
    tab.goto(f"{letter.partition('#')[0]}#{torn}")
    expect(tab.locator("[data-status]")).to_have_text("missing.")
    assert site.sent == []


def test_what_cannot_be_read_is_said_kindly(tab: Page, site: Site, ada: Ada, letter: str) -> None:
    path = f"/letter/{LETTER}/open/"
    bent = letter_box(ada)[:-4] + "AAAA"
    for answer, said in (
        (Answer('{"error": "It is gone."}', 404, kind="application/json"), "It is gone."),
        (told(box=bent), "damaged."),
        (lambda _: None, "offline."),
    ):
        site.answers[path] = answer
        tab.goto("about:blank")
        tab.goto(letter)
        expect(tab.locator("[data-status]")).to_have_text(said)
        expect(tab.locator("[data-opened]")).to_be_hidden()
    site.answers[path] = told(box=letter_box(ada))
    tab.click("text=Again")
    expect(tab.locator("[data-opened]")).to_be_visible()


def opening(who: Ada, record: UUID, sealed: bytes) -> Answer:
    link = f"https://nearer.example/letter/{LETTER}/#{LINK.write_fragment()}"
    shown = who.shows(copy := uuid4(), who.box(copy, link=link), "link")
    fields = "".join(
        f'<words-field name="{name}" carry></words-field>' for name in ("sign", "feeling", "words")
    )
    return who.page(
        f"<div hidden data-link-of-letter>{shown}</div>"
        f'<form method="dialog" hx-post="/keep/" hx-swap="none" data-letter="{LETTER}"'
        f' data-opens-answer="{to_text(sealed)}" data-unopened="It did not open."'
        f' data-nothing="It is empty." {who.seals(record)}>{fields}<p id="form_error"></p>'
        f"<button disabled>Open it</button></form>{script('answer')}"
    )


@pytest.mark.parametrize(
    ("words", "kept"),
    [({"sign": "I have read it"}, {"sign": "I have read it"}), ({}, {"words": "It is empty."})],
)
def test_ada_opens_an_answer_and_seals_it_for_herself(
    tab: Page, site: Site, ada: Ada, words: dict[str, str], kept: dict[str, str]
) -> None:
    record, public = uuid4(), PersonKeys.from_root(ada.root).words.public
    sealed = letters.seal_answer(LINK, LETTER, public, words_to_plain(words))
    site.answers["/"] = opening(ada, record, sealed)
    site.answers["/keep/"] = Answer(status=204, headers={"HX-Redirect": "/unlock/"})
    tab.goto(site.origin)
    tab.click("text=Open it")
    tab.wait_for_url("**/unlock/")
    (sent,) = site.to("/keep/")
    assert ada.open(record, sent.form["words"]) == kept


def test_an_answer_that_nobody_with_the_link_made_is_not_kept(
    tab: Page, site: Site, ada: Ada
) -> None:
    public = PersonKeys.from_root(ada.root).words.public
    forged = letters.seal_answer(
        InviteSecret.make(), LETTER, public, words_to_plain({"sign": "No"})
    )
    site.answers["/"] = opening(ada, uuid4(), forged)
    tab.goto(site.origin)
    tab.click("text=Open it")
    expect(tab.locator("#form_error")).to_have_text("It did not open.")
    assert site.to("/keep/") == []

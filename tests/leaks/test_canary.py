"""A phrase goes into every field for words, and marks into every choice; then all is searched."""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.db import connection
from tests import deeds
from tests.leaks.alone import look_inside, pull_back, say_it, take_a_step, wait
from tests.leaks.by_link import write_and_read_by_link
from tests.leaks.kindness import answer_letter, say_something_good
from tests.leaks.ours import tell_the_cycle
from tests.leaks.rounds import listen, listen_on_one_phone
from tests.leaks.typist import Typist
from tests.leaks.week import meet_this_week
from tests.trouble import everything

import nearer.web
from nearer.core.moments import KINDS, Letter
from nearer.logs import Discreet
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

PHRASE = "marzipan submarine at dawn"
MARKS = (
    "lonely",
    "ashamed",
    "tight_chest",
    "just_listen",
    "Firefox",
    "Europe/Berlin",
    "ridiculed",
    "did_not",
    "emotions_word_for_now",
    "too_long",
    *("get_loud", "sore_spots"),
    *("would_say", "self_protection", "phone_away", "few_days"),
    *("imperfection", "good_news"),
)
WEB = Path(nearer.web.__file__).parent
SHORTEST = 6  # bytes: what is shorter is found anywhere by chance
FIELD = re.compile(r"<words-field|letters/_(?:begun_)?field\.html|elements/words_field\.html")


def _ways_to_write(text: str) -> list[bytes]:
    """The bytes by which a text could be found, however it was packed."""
    raw = text.encode()
    shifted = [b64encode(b" " * n + raw) for n in range(3)]
    packed = [one[4 * (n > 0) + 4 : -4].rstrip(b"=") for n, one in enumerate(shifted)]
    ways = [
        raw,
        text.upper().encode(),
        text.encode("utf-16-le"),
        raw.hex().encode(),
        quote(text).encode(),
        text.replace(" ", "+").encode(),
        *packed,
        *(one.replace(b"+", b"-").replace(b"/", b"_") for one in packed),
    ]
    return [one for one in ways if len(one) >= SHORTEST]


def _found(text: str, where: bytes) -> list[bytes]:
    return [one for one in _ways_to_write(text) if one in where]


class Ears(logging.Handler):
    """Hears every line that any logger says: as it is printed."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.printed: list[str] = []
        self.formatter = Discreet()

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("django.db"):  # switched on by nobody: see the test of it
            self.printed.append(self.format(record))


@pytest.fixture
def ears() -> Iterator[Ears]:
    listening, root = Ears(), logging.getLogger()
    before = root.level
    root.addHandler(listening)
    root.setLevel(logging.DEBUG)
    yield listening
    root.setLevel(before)
    root.removeHandler(listening)


def _live(cast: Cast) -> tuple[Typist, ...]:
    """Two weeks of a couple, with every form filled. A room that is new goes on here."""
    ada, ben, cleo = (Typist(who, PHRASE) for who in (cast.ada, cast.ben, cast.cleo))
    for one in (ada, ben, cleo):
        one.who.client.defaults["HTTP_USER_AGENT"] = "Firefox on Android"
        one.who.sign_in()
    marks: dict[str, Any] = {"feelings": ["lonely", "ashamed"], "body": ["tight_chest"]}
    kept = ada.fill("/check-in/", **marks, strength="7", trigger="")
    ada.look(kept)
    ada.look(ada.fill(f"{kept}word/", feelings=["lonely", "ashamed"]))
    letter = f"/letters/{uuid4()}/"
    asked = {"request": "just_listen", "receive": "word"}
    shown = ada.fill(f"{letter}write/?from={kept.split('/')[-2]}", **asked)
    ada.look(f"{letter}write/")
    ada.fill(shown)
    answer_letter(ada, ben, letter)
    say_something_good(ada, ben)
    meet_this_week(ada, ben)
    tell_the_cycle(ada, ben)
    listen(ada, ben)
    pull_back(ben)
    look_inside(ben)
    take_a_step(ben)
    say_it(ada, kept)
    wait(ada)
    for one in (ada, ben):
        for url in (letter, "/today/", "/timeline/", "/us/", "/me/"):
            one.look(url)
    listen_on_one_phone(cleo)
    write_and_read_by_link(cleo)
    _invite(cleo)
    _go_wrong(ada)
    return ada, ben, cleo


def _invite(cleo: Typist) -> None:
    (form,) = cleo.look("/us/")
    new, _ = cleo.who.side.invite()
    cleo.send(
        form,
        invite=str(new.id),
        space=str(new.space),
        box=to_text(new.box),
        proof=to_text(new.proof),
        marks_key=to_text(new.marks_key),
        words_key=to_text(new.words_key),
    )
    cleo.look("/us/")


def _go_wrong(ada: Typist) -> None:
    """The ways in which a program that leaks usually does: errors, unknown paths, plain words."""
    phone = ada.who.client
    phone.raise_request_exception = False
    own = ada.who.side.own
    plain = {"record": str(uuid4()), "words": PHRASE, "feelings": [PHRASE], "energy": PHRASE}
    for url in ("/check-in/", f"/letters/{uuid4()}/write/", "/us/invite/", f"/letters/{own}/felt/"):
        answer = phone.post(url, plain)
        ada.answers.append(answer)
        assert answer.status_code in {404, 422}, url
    said = quote(PHRASE)
    for url in (f"/{said}/", f"/timeline/?before={said}", f"/sign-in/?next=/{said}/"):
        phone.get(url)
    with connection.execute_wrapper(_broken):
        assert phone.post("/check-in/", plain).status_code == 500
    phone.post("/account/open/", PHRASE, "application/json")


def _broken(_execute: Any, _sql: str, params: Any, *_: Any) -> None:
    raise RuntimeError(f"{PHRASE} {params}")


def test_it_leaves_no_word_and_no_mark_where_anybody_could_read_it(
    transactional_db: None, cast: Cast, ears: Ears
) -> None:
    del transactional_db
    typists = _live(cast)
    cells = "\n".join(c for rows in everything().values() for row in rows for c in row).encode()
    plain = b"\n".join(_unhexed(cells))
    for text in (PHRASE, *MARKS, *(name for name in KINDS if "_" in name)):
        assert not _found(text, cells + plain), text
    on_disk = _disk()
    for text in (PHRASE, *MARKS):
        assert not _found(text, on_disk), text
    for typist in typists:
        for answer in typist.answers:
            assert not _found(PHRASE, answer.content), answer
            assert not _found(PHRASE, repr(sorted(answer.headers.items())).encode()), answer
    said = "\n".join(ears.printed)
    assert said.count("\n") > 5, "nothing was said, so nothing was tested"
    for text in (PHRASE, *MARKS, "Ada"):
        assert not _found(text, said.encode()), text


def _unhexed(cells: bytes) -> Iterator[bytes]:
    """Each cell that was bytes, as bytes again."""
    for cell in cells.split(b"\n"):
        if re.fullmatch(rb"(?:[0-9a-f]{2})+", cell):
            yield bytes.fromhex(cell.decode())


def _disk() -> bytes:
    """All that the database has on disk, if it is a file."""
    if connection.vendor != "sqlite":
        return b""
    file = Path(connection.settings_dict["NAME"])
    found = [one.read_bytes() for one in file.parent.glob(f"{file.name}*")]
    assert sum(map(len, found)) > 50_000
    return b"".join(found)


def test_it_would_find_what_it_looks_for(cast: Cast) -> None:
    """The search itself: a phrase that is there, in each of the ways it could be written."""
    for way in _ways_to_write(PHRASE):
        assert _found(PHRASE, b"before " + way + b" after")
    for n in range(3):
        assert _found(PHRASE, b64encode(b"x" * n + PHRASE.encode() + b" and so on"))
    cast.ada.person.slots.update(profile=PHRASE[:20])
    assert any(PHRASE[:20] in cell for row in everything()["Slot"] for cell in row)


def test_it_types_into_every_form_for_words_that_a_template_has(
    cast: Cast,
) -> None:
    """A form that is new in a template, and that the canary does not open, fails here."""
    sealing = {
        one.relative_to(next(p for p in one.parents if p.name == "templates")).as_posix()
        for one in WEB.rglob("*.html")
        if FIELD.search(text := one.read_text("utf-8")) and "{% seals" in text
    }
    assert {"checkin/check_in.html", "letters/reply.html", "together/_invite.html"} <= sealing
    typists = _live(cast)
    opened = set().union(*(one.templates for one in typists))
    assert sealing <= opened, "the canary opens none of these: see _live"


def test_it_has_no_field_for_words_outside_a_form_that_seals_them() -> None:
    """And no text field of a sealing form has a name, which would send it as it is."""
    for one in WEB.rglob("*.html"):
        text = one.read_text("utf-8")
        for block in re.findall(r"<words-field.*?</words-field>", text, re.DOTALL):
            inside = block.partition(">")[2]
            assert not re.search(r"<(?:input|textarea)[^>]*\sname=", inside), one.name
        for area in re.findall(r"<textarea[^>]*>", text):
            assert " name=" not in area, one.name


def test_it_opens_the_phrase_for_those_it_is_meant_for(cast: Cast) -> None:
    """Else an empty box would pass every search above."""
    ada, ben, _ = _live(cast)
    couple = deeds.couple_of(cast.ben)
    hers = [e for e in cast.ben.log.everything(couple) if e.author == cast.ada.id]
    (letter,) = [e for e in hers if isinstance(e.moment, Letter)]
    ben.who.learn_words_keys()
    words = ben.who.side.open_words(couple.id, letter.id, letter.author, letter.words)
    assert words == {"own_word": PHRASE, "reason": PHRASE, "request": PHRASE}
    assert {name for _, name in ada.typed | ben.typed} >= {"trigger", "heard", "sense", "matter"}

"""A server that is killed again and again under two people loses nothing and doubles nothing.

FAULTS_SEED and FAULTS_KILLS choose other moments and more of them.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from tests.e2e.house import running
from tests.faults.life import Life, Once
from tests.faults.lightning import Lightning
from tests.faults.phone import Answer, Phone

from nearer.vault.passphrase import verifier
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.book import Line

    from nearer.acts.begin import NewSlot

pytestmark = [pytest.mark.server, pytest.mark.long]

SEED = int(os.environ.get("FAULTS_SEED", "20"))
LINKS = re.compile(r'href="(/(?:letters|check-in)/[0-9a-f-]{36}/|\?[^"]*before[^"]*)"')
KILLS = int(os.environ.get("FAULTS_KILLS", "50"))


@pytest.mark.parametrize("seed", [SEED])
def test_it_keeps_two_lives_whole_however_often_the_server_is_killed(
    tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        running(tmp_path) as house,
        Phone("Ada", house.address) as ada,
        Phone("Ben", house.address) as ben,
    ):
        chance = Random(seed)  # noqa: S311  moments, not secrets
        life = Life(house, Lightning(house, chance), [ada, ben])
        for one in (ada, ben):
            begin(life, one)
        link(life, ada, ben)
        evenings = 0
        while life.lightning.strikes < KILLS:
            writer, reader = chance.sample([ada, ben], 2)
            evening(life, writer, reader, evenings)
            evenings += 1
        life.restart()
        read_it_all(life)
    with capsys.disabled():
        sys.stdout.write(
            f" seed {seed}: {life.lightning.strikes} kills, {life.lightning.torn} of them in the"
            f" middle of a request, {len(life.said)} tries in {evenings} evenings "
        )


def begin(life: Life, one: Phone) -> None:
    form = Once(one.begin_form)
    form()
    new: list[Line] = [
        ("person", one.name),
        ("space", "own", "open"),
        ("member", one.name, "own"),
        slot(one, "passphrase", one.slot),
        slot(one, "recovery", one.recovery),
    ]
    life.step("begin", lambda: one.post("/begin/", form()), new=new)
    one.is_in = True


def slot(one: Phone, kind: str, made: NewSlot) -> Line:
    return ("slot", one.name, kind, to_text(verifier(made.proof)))


def link(life: Life, ada: Phone, ben: Phone) -> None:
    """Pairing, with the server restarted between its steps on top of all else."""
    new, secret = ada.side.invite()
    link = f"/pair/{new.id}/#{secret.write_fragment()}"
    made = Once(lambda: ada.invite_form(ada.get("/us/"), new, link))
    waiting: Line = ("invite", "Ada", "nobody", "00")
    invitation: Line = ("invitation", "Ada", "own", told(link=link))
    pending: Line = ("space", "couple", "pending")
    new_lines = [pending, ("member", "Ada", "couple"), waiting, invitation]
    life.step("invite", lambda: ada.send("/us/invite/", made()), new=new_lines)
    life.restart()
    life.step("look", lambda: ben.get(f"/pair/{new.id}/"))
    asked = Once(lambda: ben.accept_form(new.id, secret))
    taken: Line = ("invite", "Ada", "Ben", "00")
    life.step(
        "accept",
        lambda: ben.post(f"/pair/{new.id}/accept/", asked()),
        gone=[waiting],
        new=[taken, ("member", "Ben", "couple")],
    )
    life.restart()
    first, second = life.lightning.chance.sample([ada, ben], 2)
    half: Line = ("invite", "Ada", "Ben", "10" if first is ada else "01")
    same = {"same": "yes", "invite": str(new.id)}
    life.step("same", lambda: first.post("/us/same/", same), gone=[taken], new=[half])
    life.restart()
    gone, now_open = [half, pending], [("space", "couple", "open")]
    life.step("same", lambda: second.post("/us/same/", same), gone=gone, new=now_open)
    life.restart()


def evening(life: Life, writer: Phone, reader: Phone, number: int) -> None:
    """A check-in, a letter written twice and sent, an answer, and how it felt."""
    check_in(life, writer, number)
    letter = uuid4()
    first = draft(life, writer, letter, f"I sat with the tea, evening {number}.")
    sent = draft(life, writer, letter, f"It was cold, evening {number} 🫖.", instead_of=first)
    send(life, writer, letter, sent)
    answer = reply(life, reader, letter, number)
    felt(life, writer, letter, answer)
    if number % 2 == 1:
        take_back(life, reader, letter, "reply", answer)
    if number % 4 == 2:
        take_back(life, writer, letter, "letter", ("letter", writer.name, "couple", sent[3]))
    if number % 2 == 0:
        change_passphrase(life, writer, number)
    else:
        recover(life, reader, number)


def told(**words: str) -> str:
    return json.dumps(words, sort_keys=True, ensure_ascii=False)


def check_in(life: Life, one: Phone, number: int) -> None:
    words = {"trigger": f"No word at the door, evening {number}."}
    marks = {"body": ["tight_chest"], "energy": "3", "feelings": ["lonely"], "strength": "6"}
    form = Once(lambda: one.sealed(one.get("/check-in/"), words, **marks))
    line: Line = ("check_in", one.name, "own", told(**words))
    answer = life.step("check-in", lambda: one.send("/check-in/", form()), new=[line])
    if number % 2:
        remove = f"{answer.goes_to}remove/"
        life.step("remove", lambda: again(one.post(remove), 404), gone=[line])


def draft(
    life: Life, one: Phone, letter: UUID, reason: str, *, instead_of: Line | None = None
) -> Line:
    path = f"/letters/{letter}/write/"
    marks = {"feelings": ["lonely"]}  # an answer is taken back, and one request waits at a time
    form = Once(lambda: one.sealed(one.get(path), {"reason": reason}, **marks))
    line: Line = ("letter_draft", one.name, "own", told(reason=reason))
    gone = [instead_of] if instead_of else []
    life.step("draft", lambda: one.send(path, form()), gone=gone, new=[line])
    return line


def send(life: Life, one: Phone, letter: UUID, line: Line) -> None:
    """From the preview, which is what the browser opened and seals again for the couple."""
    words = json.loads(line[3])
    form = Once(lambda: one.sealed(one.get(f"/letters/{letter}/preview/"), words))
    sent: Line = ("letter", one.name, "couple", line[3])
    life.step("send", lambda: one.send(f"/letters/{letter}/send/", form()), gone=[line], new=[sent])


def open_it(life: Life, one: Phone, letter: UUID) -> None:
    path = f"/letters/{letter}/open/"
    life.step("open", lambda: one.post(path), new=[("opened", one.name, "own", "")])


def reply(life: Life, one: Phone, letter: UUID, number: int) -> Line:
    open_it(life, one, letter)
    path = f"/letters/{letter}/reply/"
    words = {"heard": f"You sat there alone, evening {number}.", "matter": "I missed you."}
    form = Once(lambda: one.sealed(one.get(path), words))
    line: Line = ("reply", one.name, "couple", told(**words))
    life.step("reply", lambda: one.send(path, form()), new=[line])
    return line


def felt(life: Life, one: Phone, letter: UUID, answer: Line) -> None:
    """Said, then said again and shared with the one who answered."""
    assert answer[0] == "reply"
    open_it(life, one, letter)
    path = f"/letters/{letter}/felt/"
    mine: Line = ("felt", one.name, "own", "3")
    better: list[Line] = [("felt", one.name, "own", "4"), ("felt", one.name, "couple", "4")]
    life.step("felt", lambda: one.post(path, {"understood": "3"}), new=[mine])
    shared = {"understood": "4", "cared": "4", "shared": "on"}
    life.step("felt", lambda: one.post(path, shared), gone=[mine], new=better)


def take_back(life: Life, one: Phone, letter: UUID, what: str, line: Line) -> None:
    note: Line = ("taken_back", one.name, "couple", "")
    path = f"/letters/{letter}/take-back/"
    life.step(f"take back {what}", lambda: one.post(path), gone=[line], new=[note])


def change_passphrase(life: Life, one: Phone, number: int) -> None:
    """On the phone. The tablet, which was signed in too, is out after it; the phone is not."""
    with signed_in_elsewhere(life, one) as tablet:
        old = slot(one, "passphrase", one.slot)
        form = one.new_passphrase_form(f"{one.name} walks by the water, evening {number}")
        new = slot(one, "passphrase", one.slot)
        path = "/account/passphrase/"
        life.step("change", lambda: one.post(path, form), gone=[old], new=[new])
        assert tablet.get("/today/").goes_to.startswith("/sign-in/")
        assert one.get("/today/").status == 200


def recover(life: Life, one: Phone, number: int) -> None:
    """Everything that was signed in is out, and the one who recovered is in."""
    with signed_in_elsewhere(life, one) as tablet:
        old = [slot(one, "passphrase", one.slot), slot(one, "recovery", one.recovery)]
        passphrase = f"{one.name} found the paper, evening {number}"
        form = Once(lambda: one.recover_form(passphrase))
        one.is_in = False
        life.step("ask", lambda: one.get("/recover/" if form() else "/"))
        new = [slot(one, "passphrase", one.slot), slot(one, "recovery", one.recovery)]
        life.step("recover", lambda: one.post("/recover/", form()), gone=old, new=new)
        one.is_in = True
        life.all_are_still_in()
        assert tablet.get("/today/").goes_to.startswith("/sign-in/")


@contextmanager
def signed_in_elsewhere(life: Life, one: Phone) -> Iterator[Phone]:
    """The same person's tablet, signed in."""
    with one.another() as tablet:
        life.step("sign in", lambda: tablet.post("/sign-in/", tablet.sign_in_form()))
        assert tablet.get("/today/").status == 200
        yield tablet


def again(answer: Answer, done: int) -> Answer:
    """What a second press gets for something that is gone already: that it is not there."""
    return Answer(204, "", {}) if answer.status == done else answer


def read_it_all(life: Life) -> None:
    """Each opens every page of a letter or a check-in that the timeline leads to."""
    for one in life.people:
        paths, seen = ["/timeline/"], set[str]()
        while paths:
            page = one.get(path := paths.pop())
            assert page.status == 200, path
            seen.add(path)
            paths += [at for at in LINKS.findall(page.said) if at not in {*seen, *paths}]
        assert len(seen) > 1

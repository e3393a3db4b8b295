"""The promises: nobody learns from a page, a header or a bell what another did in private."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
import time_machine
from django.utils import timezone
from tests import deeds
from tests.web.paths import masked, undone, without_fresh_ids

from nearer.acts.leave import leave
from nearer.acts.tell_step import only_id
from nearer.vault.wire import to_text
from nearer.web.rooms.steps.ladder import Ladder

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast, Someone

Seen = list[tuple[str, int, dict[str, str], bytes]]
PAGES = ("/", "/today/", "/timeline/", "/timeline/?show=ours", "/us/", "/me/", "/check-in/")
NEW = "another seven words that nobody has heard of"


def _sees(who: Someone, *more: str) -> Seen:
    """All that somebody's pages say, with their headers."""
    found = []
    for url in (*PAGES, "/help/", "/me/export.json", *more):
        answer = who.get(url)
        page = without_fresh_ids(masked(answer)) if "check-in" in url or url == "/us/" else None
        headers = dict(answer.headers)
        found.append((url, answer.status_code, headers, page or masked(answer)))
    fragment = who.client.get("/today/", headers={"HX-Request": "true"})
    found.append(("now", fragment.status_code, dict(fragment.headers), masked(fragment)))
    return found


# What Ada does for herself


def _checks_in(ada: Someone, letter: UUID) -> None:
    del letter
    words = ada.sealed(ada.side.own, {"trigger": "the door"}, feelings=["lonely"])
    assert ada.post("/check-in/", words).status_code == 204


def _removes_a_check_in(ada: Someone, letter: UUID) -> None:
    del letter
    record = deeds.check_in(ada)
    assert ada.post(f"/check-in/{record}/remove/").status_code == 302


def _writes_a_draft(ada: Someone, letter: UUID) -> None:
    del letter
    other = uuid4()
    words = ada.sealed(ada.side.own, {"reason": "because"}, feelings=["lonely"])
    assert ada.post(f"/letters/{other}/write/", words).status_code == 204
    assert ada.get(f"/letters/{other}/preview/").status_code == 200
    assert ada.post(f"/letters/{other}/discard/").status_code == 302


def _opens(ada: Someone, letter: UUID) -> None:
    assert ada.post(f"/letters/{letter}/open/").status_code == 302
    assert ada.get(f"/letters/{letter}/").status_code == 200
    assert ada.get(f"/letters/{letter}/reply/").status_code == 200


def _chooses_when_to_lock(ada: Someone, letter: UUID) -> None:
    del letter
    assert ada.post("/me/idle/", {"idle_minutes": "17"}).status_code == 302


def _changes_her_passphrase(ada: Someone, letter: UUID) -> None:
    del letter
    slot = ada.side.passphrase_slot(NEW)
    form = {
        "old_proof": to_text(ada.proof()),
        "profile": "standard",
        "salt": to_text(slot.salt),
        "proof": to_text(slot.proof),
        "slot": to_text(slot.box),
    }
    assert ada.post("/account/passphrase/", form).status_code == 302


def _reads_where_to_turn(ada: Someone, letter: UUID) -> None:
    del letter
    assert ada.get("/help/").status_code == 200
    assert ada.get("/how-it-is-sealed/").status_code == 200


def _goes_and_comes(ada: Someone, letter: UUID) -> None:
    del letter
    for url in ("/lock/", "/sign-out/", "/exit/"):
        ada.post(url)
        ada.sign_in()
    ada.again().sign_in()
    assert ada.post("/me/sign-out-others/").status_code == 302


def _looks_at_everything(ada: Someone, letter: UUID) -> None:
    _sees(ada, f"/letters/{letter}/", "/me/take/", "/me/erase/", "/us/")


def _thinks_of_leaving(ada: Someone, letter: UUID) -> None:
    del letter
    assert ada.get(f"/us/{deeds.couple_of(ada).id}/leave/").status_code == 200


def _wonders_why_she_goes_quiet(ada: Someone, letter: UUID) -> None:
    del letter
    words = ada.sealed(ada.side.own, {"fear": "the door"}, way="afraid", hurts=["rejected"])
    there = ada.post("/reasons/", words).headers["HX-Redirect"]
    assert ada.get(there).status_code == 200
    assert ada.post(f"{there}remove/").status_code == 302


def _makes_a_plan(ada: Someone, letter: UUID) -> None:
    del letter
    words = {"cue": "the kettle boils", "act": "say one thing"}
    form = ada.sealed(ada.side.own, words, when="event", filled="cue act")
    there = ada.post("/plans/new/", form).headers["HX-Redirect"]
    said = {"record": str(uuid4()), "what": "did"}
    assert ada.post(f"{there}came-up/", said).status_code == 302
    assert ada.post(f"{there}remove/").status_code == 302


def _says_how_the_pauses_feel(ada: Someone, letter: UUID) -> None:
    del letter
    words = ada.sealed(ada.side.own, {}, how="too_long")
    there = ada.post("/pulling-back/felt/", words).headers["HX-Redirect"]
    assert ada.get(there).status_code == 200
    assert ada.post(f"{there}remove/").status_code == 302


def _takes_a_small_step(ada: Someone, letter: UUID) -> None:
    del letter
    own = ada.side.own
    skipped = {"record": str(uuid4()), "step": "emotions_word_for_now"}
    assert ada.post("/steps/skip/", skipped).status_code == 302
    words = {"fear": "that it sounds silly"}
    form = ada.sealed(own, words, size="small", likely="60")
    key = Ladder(ada.log).key("emotions_word_for_now")
    there = ada.post(f"/steps/take/{key}/", form).headers["HX-Redirect"]
    record = only_id(ada.log, UUID(there.split("/")[-2]))
    told = ada.sealed(own, {"surprise": "nobody laughed"}, record, feared="not", hard="2")
    assert ada.post(f"{there}tell/", told).status_code == 204
    for url in ("/steps/", "/steps/all/", "/steps/past/", there):
        assert ada.get(url).status_code == 200
    assert ada.post(f"{there}remove/").status_code == 302


PRIVATE: list[Callable[[Someone, UUID], None]] = [
    _checks_in,
    _removes_a_check_in,
    _writes_a_draft,
    _opens,
    _chooses_when_to_lock,
    _changes_her_passphrase,
    _reads_where_to_turn,
    _goes_and_comes,
    _looks_at_everything,
    _thinks_of_leaving,
    _wonders_why_she_goes_quiet,
    _makes_a_plan,
    _takes_a_small_step,
    _says_how_the_pauses_feel,
]
"""Each is looked at from the other's side in test_what_each_could_learn.py."""


def test_it_shows_ben_the_same_when_ada_reads_his_answer(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    deeds.reply(cast.ben, letter)
    page = f"/letters/{letter}/"
    couple = deeds.couple_of(cast.ben)
    before, version = _sees(cast.ben, page), deeds.version_of(couple)
    cast.ada.post(f"{page}open/")
    cast.ada.post(f"{page}felt/", {"understood": "0", "cared": "1"})
    cast.ada.post(f"{page}felt/", {"understood": "4"})
    assert cast.ada.get(page).context["reply"].felt is not None
    assert _sees(cast.ben, page) == before
    assert deeds.version_of(couple) == version


def _opens_and_answers(ben: Someone, letter: UUID) -> None:
    _opens(ben, letter)
    deeds.reply(ben, letter)


def test_it_shows_the_writer_the_same_before_and_after_it_was_opened(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    page = f"/letters/{letter}/"
    before = _sees(cast.ada, page)
    _opens(cast.ben, letter)
    assert _sees(cast.ada, page) == before


def _takes_back(who: Someone, letter: UUID) -> Seen:
    """What somebody sees when they take a letter or an answer back, and again when twice."""
    page = f"/letters/{letter}/"
    said = [who.post(f"{page}take-back/") for _ in range(2)]
    done = [(page, one.status_code, dict(one.headers), masked(one)) for one in said]
    return [*done, *_sees(who, page)]


@pytest.mark.parametrize("does", [_opens, _opens_and_answers], ids=["opened", "and answered"])
def test_it_shows_the_one_who_takes_back_a_letter_the_same_in_both_cases(
    cast: Cast, does: Callable[[Someone, UUID], None]
) -> None:
    """Byte for byte: a difference would be a read receipt."""
    with time_machine.travel(timezone.now(), tick=False):
        letter = deeds.letter(cast.ada)
        with undone():
            unopened = _takes_back(cast.ada, letter)
        with undone():
            does(cast.ben, letter)
            if does is _opens_and_answers:
                cast.ben.post(f"/letters/{letter}/take-back/")
            opened = _takes_back(cast.ada, letter)
    assert opened == unopened


def test_it_shows_the_one_who_takes_back_an_answer_the_same_in_both_cases(cast: Cast) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        letter = deeds.letter(cast.ada)
        _opens_and_answers(cast.ben, letter)
        with undone():
            unopened = _takes_back(cast.ben, letter)
        with undone():
            cast.ada.post(f"/letters/{letter}/open/")
            cast.ada.post(f"/letters/{letter}/felt/", {"understood": "0"})
            opened = _takes_back(cast.ben, letter)
    assert opened == unopened


def test_it_never_tells_ben_of_a_letter_that_was_taken_back_unopened(cast: Cast) -> None:
    before = _sees(cast.ben)
    letter = deeds.letter(cast.ada)
    assert _sees(cast.ben) != before
    cast.ada.post(f"/letters/{letter}/take-back/")
    assert _sees(cast.ben) == before
    for url in (f"/letters/{letter}/", f"/letters/{letter}/reply/"):
        nothing = cast.ben.get(url.replace(str(letter), str(uuid4())))
        there = cast.ben.get(url)
        assert (there.status_code, masked(there)) == (nothing.status_code, masked(nothing))


def test_it_leaves_ben_a_trace_of_what_he_had_opened(cast: Cast) -> None:
    letter = deeds.letter(cast.ada)
    _opens(cast.ben, letter)
    cast.ada.post(f"/letters/{letter}/take-back/")
    page = cast.ben.get(f"/letters/{letter}/").content
    assert b"removed by the one who wrote it" in page
    assert b"sealed-words" not in page


def test_it_shows_ben_the_same_whether_ada_left_in_the_morning_or_at_night(cast: Cast) -> None:
    """That she left is seen on the next visit; when is not."""
    couple, now = deeds.couple_of(cast.ada), timezone.now()
    seen = []
    for hours in (0, 5):
        with undone():
            with time_machine.travel(now + timedelta(hours=hours), tick=False):
                cast.ada.again().sign_in()
                leave(cast.ada.person, couple, erase_mine=False)
            with time_machine.travel(now, tick=False):
                seen.append(_sees(cast.ben))
    assert seen[0] == seen[1]
    assert b"No longer linked" in {row[0]: row[3] for row in seen[0]}["/us/"]

"""An agreement of two: proposed, read, signed or not, changed, withdrawn without a reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from unittest import mock
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone
from tests import deeds
from tests.web.paths import masked, undone

from nearer.acts import agree
from nearer.acts.leave import leave
from nearer.acts.pull_back import begin_pause
from nearer.core.moments import Agreement, AgreementSigned, Pause
from nearer.store.log import NotThere
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from tests.cast import Cast, Someone

NOT_IN_FORCE = "No agreement is in force now."


def _page(who: Someone, url: str = "/agreement/") -> str:
    answer = who.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def _form(who: Someone, after: UUID | None = None, **marks: str) -> dict[str, object]:
    known = str(after) if after else ""
    sealed = who.sealed(deeds.couple_of(who).id, {"text": "we stop at ten"}, after=known)
    return sealed | marks


def _proposes(who: Someone, after: UUID | None = None, **marks: str) -> UUID:
    data = _form(who, after, **marks)
    answer = who.post("/agreement/new/", data)
    assert answer.headers.get("HX-Redirect") == "/agreement/", answer.content
    return UUID(str(data["record"]))


def _does(who: Someone, version: UUID, *acts: str) -> None:
    for act in acts:
        assert who.post(f"/agreement/{version}/{act}/").status_code == 302


def _agreed(cast: Cast, *, again: str = "") -> UUID:
    version = _proposes(cast.ada, _newest(cast), again=again)
    _does(cast.ada, version, "sign")
    _does(cast.ben, version, "open", "sign")
    return version


def _newest(cast: Cast) -> UUID | None:
    newest = agree.newest_version(cast.ada.log, deeds.couple_of(cast.ada))
    return newest.id if newest else None


def test_it_is_in_force_once_both_have_signed_and_says_that_nothing_binds(cast: Cast) -> None:
    assert "Nothing in it binds" in _page(cast.ada)
    version = _proposes(cast.ada)
    assert "Proposed. Nobody has signed it." in _page(cast.ada)
    assert "In force" not in _page(cast.ada)
    ben = _page(cast.ben)
    assert "Ada proposes a few sentences" in ben
    assert "Not opened yet." in ben
    assert 'data-field="text"' not in ben
    assert cast.ben.post(f"/agreement/{version}/sign/").status_code == 404, "unread"
    _does(cast.ben, version, "open", "open", "sign")
    assert "Proposed. Ben has signed it." in _page(cast.ada)
    assert "Proposed. You have signed it." in _page(cast.ben)
    _does(cast.ada, version, "sign", "sign")
    for one, other in ((cast.ada, "Ben"), (cast.ben, "Ada")):
        assert f"Signed by you and {other}, since" in _page(one)
        assert "In force" in _page(one)


def test_it_lets_ben_withdraw_alone_and_blames_nobody(cast: Cast) -> None:
    version = _agreed(cast)
    _does(cast.ben, version, "withdraw")
    for one in (cast.ada, cast.ben):
        page = _page(one)
        assert NOT_IN_FORCE in page
        assert "no one has done wrong" in page
        assert "Signed by both once. Not in force now." in page
        assert "Ben has" not in page
        assert "In force</h2>" not in page
    _does(cast.ben, version, "withdraw", "sign")
    assert NOT_IN_FORCE not in _page(cast.ada)


def test_it_forgets_a_signature_that_was_withdrawn_before_both_had_signed(cast: Cast) -> None:
    first, second = _agreed(cast), _proposes(cast.ada, _newest(cast))
    _does(cast.ada, second, "sign", "withdraw", "withdraw")
    signed = cast.ada.log.read(deeds.couple_of(cast.ada), [AgreementSigned], limit=9)
    assert {
        entry.moment.about for entry in signed if isinstance(entry.moment, AgreementSigned)
    } == {first}
    assert "Signed by you and Ben" in _page(cast.ada)


def test_it_keeps_every_version_and_lets_no_older_one_come_back_by_itself(cast: Cast) -> None:
    first = _agreed(cast)
    second = _agreed(cast)
    page = _page(cast.ada)
    assert page.count("Signed by you and Ben, since") == 2, "whole, and in the list"
    assert "until the next one" in page
    for lost in ("withdraw", "take-back"):
        with undone():
            _does(cast.ada, second, lost)
            assert NOT_IN_FORCE in _page(cast.ben)
            assert "until the next one" in _page(cast.ben)
    assert "Sign it" not in _page(cast.ada, f"/agreement/{first}/")


def test_it_loses_nothing_when_both_write_at_the_same_time(cast: Cast) -> None:
    first = _agreed(cast)
    bens = _proposes(cast.ben, first)
    data = _form(cast.ada, first)
    told = cast.ada.post("/agreement/new/", data)
    assert told.status_code == 409
    said = told.content.decode()
    assert "Ben has proposed a version while you were writing." in said
    assert "Yours is still here." in said
    assert f'name="after" id="id_after" value="{bens}" hx-swap-oob="true"' in said
    again = data | {"after": str(bens)}
    for _ in "12":
        assert cast.ada.post("/agreement/new/", again).status_code == 204
    versions = cast.ben.log.read(deeds.couple_of(cast.ben), [Agreement], limit=9)
    assert [entry.id for entry in versions] == [UUID(str(data["record"])), bens, first]


def test_it_begins_a_change_with_the_newest_words_that_ben_has_read(cast: Cast) -> None:
    assert "data-from-box" not in _page(cast.ben, "/agreement/new/")
    first, second = _agreed(cast), deeds.version(cast.ada)
    page = _page(cast.ben, "/agreement/new/")
    assert f'data-from-record="{first}"' in page
    assert f'value="{second}"' in page, "the form knows of it, unread as it is"


def test_it_tells_ada_of_her_own_second_tab(cast: Cast) -> None:
    data = _form(cast.ada)
    assert cast.ada.post("/agreement/new/", data).status_code == 204
    other = _form(cast.ada, deeds.version(cast.ben))
    _proposes(cast.ada, _newest(cast))
    assert (
        b"You have proposed another version meanwhile"
        in cast.ada.post("/agreement/new/", other).content
    )
    record = UUID(str(data["record"]))
    changed = cast.ada.side.seal_words(deeds.couple_of(cast.ada).id, record, {"text": "no"})
    twice = cast.ada.post("/agreement/new/", data | {"words": to_text(changed)})
    assert b"You have proposed this already" in twice.content


def test_it_lets_ada_go_on_from_a_version_that_was_taken_back_meanwhile(cast: Cast) -> None:
    gone = deeds.version(cast.ben)
    _does(cast.ben, gone, "take-back")
    deeds.version(cast.ben)
    _proposes(cast.ada, gone)


def test_it_shows_two_versions_side_by_side_in_plain_words(cast: Cast) -> None:
    day = timezone.localdate() + timedelta(days=30)
    later = day + timedelta(days=9)
    first = _agreed(cast)
    second = _agreed(cast, again=str(day))
    third = _agreed(cast, again=str(later))
    fourth = _agreed(cast, again=str(later))
    alone = _page(cast.ben, f"/agreement/{first}/")
    assert "side by side" not in alone
    told = {
        f"{second}/": "This one names a day to look at it again",
        f"{third}/": "The day to look at it again was",
        f"{fourth}/": "on the same day",
        f"{first}/?beside={fourth}": "The other one names a day",
    }
    for path, sentence in told.items():
        page = _page(cast.ben, f"/agreement/{path}")
        assert "Two versions, side by side" in page, path
        assert page.count('data-field="text"') == 2
        assert sentence in page, path
    fifth = deeds.version(cast.ada)
    _does(cast.ben, fifth, "open")
    sixth = deeds.version(cast.ada)
    _does(cast.ben, sixth, "open")
    assert "Neither names a day" in _page(cast.ben, f"/agreement/{sixth}/")


def test_it_says_nothing_of_a_version_taken_back_unread_and_leaves_a_trace_of_one_that_was_read(
    cast: Cast,
) -> None:
    before = masked(cast.ben.get("/agreement/"))
    gone = deeds.version(cast.ada)
    assert cast.ben.post(f"/agreement/{gone}/take-back/").status_code == 404
    _does(cast.ada, gone, "take-back")
    assert masked(cast.ben.get("/agreement/")) == before
    assert cast.ben.get(f"/agreement/{gone}/").status_code == 404
    read = deeds.version(cast.ada)
    _does(cast.ben, read, "open")
    _does(cast.ada, read, "take-back")
    assert "removed by the one who wrote it" in _page(cast.ben)
    assert "removed by the one who wrote it" in _page(cast.ben, f"/agreement/{read}/")
    assert "You took this back." in _page(cast.ada, f"/agreement/{read}/")
    assert cast.ben.post(f"/agreement/{read}/sign/").status_code == 404
    assert cast.ada.get(f"/agreement/{read}/").status_code == 200


def test_it_shows_ada_the_same_whether_ben_has_opened_her_version_or_not(cast: Cast) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        version = deeds.version(cast.ada)
        seen = []
        for opens in (False, True):
            with undone():
                if opens:
                    _does(cast.ben, version, "open")
                urls = ("/agreement/", f"/agreement/{version}/", "/today/")
                before = [masked(cast.ada.get(url)) for url in urls]
                back = masked(cast.ada.post(f"/agreement/{version}/take-back/"))
                seen.append((before, back, [masked(cast.ada.get(url)) for url in urls]))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2999, 1, 1)])
def test_it_takes_no_day_that_is_over_or_too_far_off(cast: Cast, day: date) -> None:
    answer = cast.ada.post("/agreement/new/", _form(cast.ada, again=str(day)))
    assert b"Pick a day after today, within two years" in answer.content


def test_it_sends_nothing_into_a_pause_and_lets_a_signature_be_withdrawn_in_it(cast: Cast) -> None:
    version = _agreed(cast)
    newer = deeds.version(cast.ben)
    _does(cast.ada, newer, "open")
    pause = Pause(until=timezone.now() + timedelta(hours=1))
    begin_pause(cast.ben.log, uuid4(), pause, now=timezone.now())
    assert b"Ben is in a pause" in cast.ada.post("/agreement/new/", _form(cast.ada, newer)).content
    refused = cast.ada.post(f"/agreement/{newer}/sign/")
    assert refused.status_code == 409
    assert b"Ben is in a pause" in refused.content
    _does(cast.ada, version, "withdraw")
    assert NOT_IN_FORCE in _page(cast.ben)


def test_it_keeps_what_was_written_when_it_cannot_be_sent(cast: Cast) -> None:
    data = _form(cast.ada)
    with mock.patch("nearer.acts.agree.check_not_taken_back", side_effect=OperationalError):
        assert cast.ada.post("/agreement/new/", data).status_code == 503
    assert cast.ada.post("/agreement/new/", data).status_code == 204
    _does(cast.ada, UUID(str(data["record"])), "take-back")
    assert b"This was taken back." in cast.ada.post("/agreement/new/", data).content
    theirs = _form(cast.ben)
    stolen = theirs | {"record": str(deeds.version(cast.ada)), "after": str(_newest(cast) or "")}
    assert b"This was taken back." in cast.ben.post("/agreement/new/", stolen).content
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    assert b"not linked with anyone" in cast.ada.post("/agreement/new/", data).content


def test_it_takes_two(cast: Cast) -> None:
    assert "This takes two" in _page(cast.cleo)
    assert cast.cleo.get("/agreement/new/").headers["Location"] == "/agreement/"
    assert cast.cleo.post("/agreement/looked/").headers["Location"] == "/today/"


@pytest.mark.parametrize("act", ["sign", "withdraw"])
def test_it_is_not_there_when_it_goes_in_the_very_moment_that_ada_presses(
    cast: Cast, act: str
) -> None:
    version = _agreed(cast)
    with mock.patch(f"nearer.acts.agree.{act}", side_effect=NotThere):
        answer = cast.ada.post(f"/agreement/{version}/{act}/")
    assert answer.status_code == (404 if act == "sign" else 302)

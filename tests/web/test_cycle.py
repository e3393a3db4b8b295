"""The cycle of two: each tells and shows their own half, and the picture belongs to both."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from unittest import mock
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone
from tests import deeds
from tests.web.paths import masked, undone, without_fresh_ids

from nearer.acts.leave import leave
from nearer.acts.pull_back import begin_pause
from nearer.core.moments import CycleHalf, CycleShown, Pause
from nearer.vault.wire import to_text

if TYPE_CHECKING:
    from tests.cast import Cast, Someone

WORDS = {"see": "my face at the door", "then": "walk off"}


def _page(who: Someone, url: str = "/cycle/") -> str:
    answer = who.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def _tells(who: Someone, **marks: object) -> None:
    data = who.sealed(who.side.own, WORDS) | {"feelings": ["lonely"], "move": "ask_again"} | marks
    answer = who.post("/cycle/half/", data)
    assert answer.headers["HX-Redirect"] == "/cycle/", answer.content


def _form(who: Someone) -> dict[str, object]:
    """What the page that shows one's half sends."""
    page = _page(who, "/cycle/half/show/")
    record = re.search(r'name="record" value="([^"]+)"', page)
    draft = re.search(r'name="draft" value="([^"]+)"', page)
    assert record
    assert draft
    data = who.sealed(deeds.couple_of(who).id, WORDS, UUID(record[1]))
    return {**data, "draft": draft[1]}


def _shows(who: Someone) -> None:
    answer = who.post("/cycle/half/show/", _form(who))
    assert answer.headers["HX-Redirect"] == "/cycle/", answer.content


def _pauses(who: Someone) -> None:
    begin_pause(
        who.log, uuid4(), Pause(until=timezone.now() + timedelta(hours=1)), now=timezone.now()
    )


def test_it_is_of_use_to_cleo_who_is_not_linked(cast: Cast) -> None:
    assert "Tell my half" in _page(cast.cleo)
    assert "My half of our cycle" in _page(cast.cleo, "/us/")
    _tells(cast.cleo)
    page = _page(cast.cleo)
    assert "ask again" in page
    assert "Only you see this." in page
    assert "would see" not in page
    assert cast.cleo.get("/cycle/half/show/").headers["Location"] == "/cycle/"
    assert cast.cleo.get("/cycle/line/").headers["Location"] == "/cycle/"
    for path in ("open", "half/take-back"):
        assert cast.cleo.post(f"/cycle/{path}/").status_code == 404
    data = cast.cleo.sealed(cast.cleo.side.own, {"line": "noise"}, box="stress")
    assert b"not linked" in cast.cleo.post("/cycle/line/", data).content


def test_it_keeps_what_ada_has_told_to_herself(cast: Cast) -> None:
    before = without_fresh_ids(masked(cast.ben.get("/cycle/")))
    version = deeds.version_of(deeds.couple_of(cast.ben))
    _tells(cast.ada)
    assert "Only you see this." in _page(cast.ada)
    assert without_fresh_ids(masked(cast.ben.get("/cycle/"))) == before
    assert deeds.version_of(deeds.couple_of(cast.ben)) == version


def test_it_shows_the_newest_telling_and_removes_them_all(cast: Cast) -> None:
    for move in ("go_quiet", "cry", "joke"):
        _tells(cast.ada, move=move)
    page = _page(cast.ada)
    assert "make a joke" in page
    assert "cry" not in page
    assert "checked" in _page(cast.ada, "/cycle/half/").split('value="joke"')[1][:60]
    assert cast.ada.post("/cycle/half/remove/").status_code == 302
    assert cast.ada.log.read(cast.ada.log.own, [CycleHalf], limit=9) == []
    assert "Tell my half" in _page(cast.ada)


def test_it_asks_for_one_part_and_no_more(cast: Cast) -> None:
    data = cast.ada.sealed(cast.ada.side.own, {})
    assert b"One part is enough" in cast.ada.post("/cycle/half/", data).content
    data = cast.ada.sealed(cast.ada.side.own, {}, feelings=["lonely"])
    assert cast.ada.post("/cycle/half/", data).status_code == 204
    assert cast.ada.post("/cycle/half/show/", _form(cast.ada) | {"words": ""}).status_code == 204
    cast.ben.post("/cycle/open/")
    assert "lonely" in _page(cast.ben)


def test_it_makes_one_picture_for_both_once_both_have_shown_and_opened(cast: Cast) -> None:
    for one, other in ((cast.ada, cast.ben), (cast.ben, cast.ada)):
        _tells(one, move="go_quiet")
        _shows(one)
        assert "Something of" in _page(other)
    assert 'class="loop"' not in _page(cast.ada), "Ada has not opened it"
    for one in (cast.ada, cast.ben):
        assert one.post("/cycle/open/").status_code == 302
        assert "Something of" not in _page(one)
    pictures = [
        _page(one).split('<figure class="loop">')[1].split("</figure>")[0]
        for one in (cast.ada, cast.ben)
    ]
    assert pictures[0] == pictures[1], "the same picture for both"
    for said in (
        "Ada may then see",
        "Ben may then see",
        "goes quiet",
        "<b>It</b>",
        "neither of you",
    ):
        assert said in pictures[0]


def test_it_says_nothing_of_a_half_that_ben_has_not_shown(cast: Cast) -> None:
    _tells(cast.ada)
    _shows(cast.ada)
    page = _page(cast.ada)
    assert "Ben can see it." in page
    assert "It is Ben’s to tell and to show, or to keep." in page
    assert 'class="loop"' not in page


def test_it_shows_ada_the_same_whether_ben_has_opened_her_half_or_not(cast: Cast) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        deeds.show_half(cast.ada)
        deeds.line(cast.ada)
        seen = []
        for opens in (False, True):
            with undone():
                if opens:
                    cast.ben.post("/cycle/open/")
                before = masked(cast.ada.get("/cycle/"))
                back = masked(cast.ada.post("/cycle/half/take-back/"))
                seen.append((before, back, masked(cast.ada.get("/cycle/"))))
    assert seen[0] == seen[1]


def test_it_leaves_no_trace_of_a_half_taken_back_unopened_and_says_so_of_one_that_was_read(
    cast: Cast,
) -> None:
    before = masked(cast.ben.get("/cycle/"))
    deeds.show_half(cast.ada)
    assert masked(cast.ben.get("/cycle/")) != before
    for _ in "12":
        assert cast.ada.post("/cycle/half/take-back/").status_code == 302
    assert masked(cast.ben.get("/cycle/")) == before
    deeds.show_half(cast.ada)
    cast.ben.post("/cycle/open/")
    cast.ada.post("/cycle/half/take-back/")
    assert "This was removed by the one who wrote it." in _page(cast.ben)
    assert "Only you see this." in _page(cast.ada)
    deeds.show_half(cast.ada)
    assert "Something of Ada’s is here" in _page(cast.ben)


def test_it_shows_a_half_once_for_two_taps_and_a_changed_one_in_its_place(cast: Cast) -> None:
    _tells(cast.ada)
    form = _form(cast.ada)
    for _ in "12":
        assert cast.ada.post("/cycle/half/show/", form).status_code == 204
    _tells(cast.ada, move="cry")
    assert "Ben can see the earlier one" in _page(cast.ada)
    cast.ben.post("/cycle/open/")
    assert "ask again" in _page(cast.ben)
    _shows(cast.ada)
    (entry,) = cast.ben.log.read(deeds.couple_of(cast.ben), [CycleShown], limit=9)
    assert entry.moment == CycleShown(feelings=("lonely",), move="cry")
    assert "Ben can see it." in _page(cast.ada)
    deeds.show_half(cast.ada)
    assert len(cast.ben.log.read(deeds.couple_of(cast.ben), [CycleShown], limit=9)) == 1


def test_it_shows_nothing_without_its_words_into_a_pause_or_when_it_was_taken_back(
    cast: Cast,
) -> None:
    _tells(cast.ada)
    form = _form(cast.ada)
    url = "/cycle/half/show/"
    assert b"didn\xe2\x80\x99t come along" in cast.ada.post(url, form | {"words": ""}).content
    with undone():
        _pauses(cast.ben)
        assert b"Ben is in a pause until" in cast.ada.post(url, form).content
        line = cast.ada.sealed(deeds.couple_of(cast.ada).id, {"line": "noise"}, box="stress")
        assert b"Ben is in a pause until" in cast.ada.post("/cycle/line/", line).content
    assert not cast.ben.log.read(deeds.couple_of(cast.ben), [CycleShown], limit=9)
    cast.ada.post(url, form)
    cast.ada.post("/cycle/half/take-back/")
    assert b"This was taken back." in cast.ada.post(url, form).content
    assert cast.ada.post(url, form | {"draft": str(uuid4())}).status_code == 404
    with mock.patch("nearer.acts.cycle.check_not_taken_back", side_effect=OperationalError):
        assert cast.ada.post(url, form).status_code == 503
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    assert b"not linked with anyone" in cast.ada.post(url, form).content


@pytest.mark.parametrize("box", ["differences", "sore_spots", "stress", "pattern", "name"])
def test_it_has_boxes_for_the_lines_of_both_and_each_takes_out_only_their_own(
    cast: Cast, box: str
) -> None:
    assert "checked" in _page(cast.ada, f"/cycle/line/?box={box}").split(f'value="{box}"')[1][:60]
    for one in (cast.ada, cast.ben):
        deeds.show_half(one)
        data = one.sealed(deeds.couple_of(one).id, {"line": "the fog"}, box=box)
        for _ in "12":
            assert one.post("/cycle/line/", data).status_code == 204
        one_more = {
            **data,
            "words": to_text(
                one.side.seal_words(
                    deeds.couple_of(one).id, UUID(str(data["record"])), {"line": "x"}
                )
            ),
        }
        assert b"added this already" in one.post("/cycle/line/", one_more).content
    first, second = cast.ada, cast.ben
    for one in (first, second):
        one.post("/cycle/open/")
    page = _page(first)
    assert page.count('data-field="line"') == (1 if box == "name" else 2)
    mine = re.findall(r'action="(/cycle/line/[^"]+)"', _page(second))
    assert len(mine) == 1
    assert first.post(mine[0]).status_code == 404
    assert second.post(mine[0]).status_code == 302
    assert "was taken out by the one who wrote it" in _page(first)
    assert "was taken out" not in _page(second)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        first.sign_in()
        assert "was taken out" not in _page(first)


def test_it_says_nothing_of_a_line_that_was_taken_out_before_ben_had_read_it(cast: Cast) -> None:
    before = masked(cast.ben.get("/cycle/"))
    line = deeds.line(cast.ada)
    assert 'data-field="line"' not in _page(cast.ben)
    assert cast.ada.post(f"/cycle/line/{line}/take-back/").status_code == 302
    assert masked(cast.ben.get("/cycle/")) == before


def test_it_is_gone_with_the_link_and_the_own_half_stays(cast: Cast) -> None:
    _tells(cast.ada)
    _shows(cast.ada)
    deeds.show_half(cast.ben)
    leave(cast.ben.person, deeds.couple_of(cast.ben), erase_mine=False)
    page = _page(cast.ada)
    assert "Only you see this." in page
    assert "Ben" not in page

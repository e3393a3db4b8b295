"""Ada's side of it: what she does while she waits, and what of that anybody else can see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from django.utils import timezone
from tests import deeds
from tests.trouble import cut_at_every_step, everything

from nearer.acts.prefer import prefer
from nearer.acts.remove_versions import remove_versions
from nearer.core.moments import CheckIn, Preferences, Waiting
from nearer.store.models import Session

if TYPE_CHECKING:
    from tests.cast import Cast, Someone

WORDS = {"meanwhile": "I mend the blue chair", "limit": "no shouting", "talk": "my sister"}


def _keep(who: Someone, **marks: str) -> None:
    data = who.sealed(who.side.own, WORDS, asking="once", until="week") | marks
    answer = who.post("/support/waiting/", data)
    assert answer.headers["HX-Redirect"] == "/support/", answer.content


def test_it_shows_ada_her_plan_as_she_wrote_it(cast: Cast) -> None:
    assert b"Make a plan" in cast.ada.get("/support/").content
    _keep(cast.ada)
    page = cast.ada.get("/support/").content.decode()
    assert "Once, then I wait" in page
    assert "I wait until:" in page
    assert 'data-field="limit"' in page
    assert WORDS["meanwhile"] not in page
    (entry,) = cast.ada.log.read(cast.ada.log.own, [Waiting], limit=9)
    assert cast.ada.side.open_words(entry.space, entry.id, entry.author, entry.words) == WORDS


def test_it_shows_the_newest_version_and_removes_them_all(cast: Cast) -> None:
    for asking in ("each_day", "few_days", "not_now"):
        _keep(cast.ada, asking=asking)
    page = cast.ada.get("/support/").content.decode()
    assert "Not for now" in page
    assert "Once a day" not in page
    changing = cast.ada.get("/support/waiting/").content.decode()
    assert changing.count("data-from-box") == 4
    assert cast.ada.post("/support/waiting/remove/").status_code == 302
    assert cast.ada.log.read(cast.ada.log.own, [Waiting], limit=9) == []
    assert cast.ada.post("/support/waiting/remove/").status_code == 302


def test_it_keeps_one_plan_when_ada_presses_twice(cast: Cast) -> None:
    data = cast.ada.sealed(cast.ada.side.own, WORDS, until="open")
    for _ in "12":
        assert cast.ada.post("/support/waiting/", data).status_code == 204
    assert len(cast.ada.log.read(cast.ada.log.own, [Waiting], limit=9)) == 1


def test_it_asks_ada_for_one_thing_that_she_does_meanwhile(cast: Cast) -> None:
    data = cast.ada.sealed(cast.ada.side.own, {"limit": "no shouting"}, until="week")
    answer = cast.ada.post("/support/waiting/", data)
    assert answer.status_code == 422
    assert b"Name one thing you do meanwhile." in answer.content


def test_it_says_nothing_about_a_day_that_is_not_to_be_seen(cast: Cast) -> None:
    _keep(cast.ada, until="weekend", day="nonsense")


def test_it_has_a_quiet_line_on_today_while_the_wait_runs_and_none_before_or_after(
    cast: Cast,
) -> None:
    line = "You meant to wait until"
    assert line not in cast.ada.get("/today/").content.decode()
    today = timezone.localdate()
    deeds.waiting(cast.ada, until=today + timedelta(days=2))
    page = cast.ada.get("/today/").content.decode()
    assert line in page
    assert 'data-field="meanwhile"' in page
    assert line not in cast.ben.get("/today/").content.decode()
    deeds.waiting(cast.ada, until=today - timedelta(days=2))
    assert line not in cast.ada.get("/today/").content.decode()
    assert "That day has come." in cast.ada.get("/support/").content.decode()


def test_it_shows_ben_the_same_whatever_ada_plans(cast: Cast) -> None:
    before = cast.ben.get("/support/").content
    _keep(cast.ada)
    deeds.night(cast.ada)
    after = cast.ben.get("/support/").content
    assert b"I mend" not in after
    assert len(after) == len(before)
    bens = everything(Session)
    cast.ben.post("/support/waiting/remove/")
    assert everything(Session) == bens


@pytest.mark.parametrize("side", ["waits", "goes_quiet", ""])
def test_it_remembers_which_side_ada_is_usually_on_and_her_other_choices(
    cast: Cast, side: Literal["waits", "goes_quiet", ""]
) -> None:
    cast.ada.post("/me/idle/", {"idle_minutes": "7"})
    assert cast.ada.post("/support/side/", {"side": side}).status_code == 302
    (entry,) = cast.ada.log.read(cast.ada.log.own, [Preferences], limit=9)
    assert entry.moment == Preferences(
        idle_minutes=7, time_zone="Europe/Berlin", usual_side=side or None
    )
    cast.ada.post("/me/idle/", {"idle_minutes": "9"})
    (entry,) = cast.ada.log.read(cast.ada.log.own, [Preferences], limit=9)
    assert isinstance(entry.moment, Preferences)
    assert (entry.moment.idle_minutes, entry.moment.usual_side) == (9, side or None)
    assert b"Done." in cast.ada.get("/support/?changed=1").content


def test_it_asks_ada_from_the_side_she_is_usually_on_and_lets_her_take_the_other(
    cast: Cast,
) -> None:
    waits, quiet = "Before the story", "What does your body say?"
    assert quiet in cast.ada.get("/check-in/").content.decode()
    cast.ada.post("/support/side/", {"side": "waits"})
    assert waits in (page := cast.ada.get("/check-in/").content.decode())
    assert 'name="side" value="waits"' in page
    assert quiet in cast.ada.get("/check-in/?side=goes_quiet").content.decode()
    assert waits in cast.ada.get("/check-in/?side=neither").content.decode()
    assert quiet in cast.ben.get("/check-in/").content.decode()
    data = cast.ada.sealed(cast.ada.side.own, {}, feelings=["lonely"], side="waits")
    assert cast.ada.post("/check-in/", data).status_code == 204
    (entry,) = cast.ada.log.read(cast.ada.log.own, [CheckIn], limit=9)
    assert isinstance(entry.moment, CheckIn)
    assert entry.moment.side == "waits"


def test_it_changes_a_choice_wholly_or_not_at_all(cast: Cast) -> None:
    otherwise = Preferences(idle_minutes=5, time_zone="UTC")
    log, now = cast.ada.log, timezone.now()
    prefer(log, otherwise, now=now, usual_side="waits")
    cut_at_every_step(lambda: prefer(log, otherwise, now=now, idle_minutes=9), at_least=2)
    (entry,) = log.read(log.own, [Preferences], limit=9)
    assert entry.moment == Preferences(idle_minutes=9, time_zone="UTC", usual_side="waits")


def test_it_removes_a_plan_wholly_or_not_at_all(cast: Cast) -> None:
    for _ in "123":
        deeds.waiting(cast.ada)
    cut_at_every_step(lambda: remove_versions(cast.ada.log, Waiting), at_least=3)
    assert cast.ada.log.read(cast.ada.log.own, [Waiting], limit=9) == []


def test_it_has_words_for_fear_first_when_nothing_changes_and_asks_nobody_to_stay(
    cast: Cast,
) -> None:
    for page in (cast.ada.get("/support/further/"), cast.cleo.again().get("/support/further/")):
        shown = page.content.decode().partition("<main")[2]
        assert shown.index("/help/") < shown.index("Say it plainly")
        assert "That is allowed." in shown
        assert "nobody can promise it" in shown
    assert "End the link here" in cast.ada.get("/support/further/").content.decode()
    assert "End the link here" not in cast.cleo.get("/support/further/").content.decode()


def test_it_takes_no_plan_under_an_id_that_is_ben_s(cast: Cast) -> None:
    hers = deeds.waiting(cast.ben)
    data = cast.ada.sealed(cast.ada.side.own, WORDS, hers, until="open")
    assert cast.ada.post("/support/waiting/", data).status_code == 404

"""Weekly together, over HTTP: Ada and Ben on their own phones, and whoever is none of the two."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

import time_machine
from django.db import OperationalError
from django.utils import timezone
from icalendar import Calendar
from tests import deeds, weeks
from tests.cast import ZONE
from tests.trouble import everything
from tests.web.in_their_week import is_ready, page, reads, sends

from nearer.acts import pull_back, weekly
from nearer.core.moments import Pause, WeeklyDraft, WeeklyShown

if TYPE_CHECKING:
    import pytest
    from tests.cast import Cast


def test_they_write_apart_and_read_both_at_the_same_moment(cast: Cast) -> None:
    ada, ben = cast.ada, cast.ben
    assert "Nobody goes first" in page(ada)
    is_ready(ada, good="the soup", answer_1="the lake", request="a walk")
    assert "You are ready" in page(ada)
    assert reads(ada) == reads(ben) == []
    is_ready(ben, hard="the long Tuesday", answer_1="the stairs")
    for one in (ada, ben):
        assert "You are both ready" in page(one)
        assert sorted(reads(one)) == [
            "a walk",
            "the lake",
            "the long Tuesday",
            "the soup",
            "the stairs",
        ]


def test_it_hands_ben_no_box_of_hers_before_he_is_ready_too(cast: Cast) -> None:
    is_ready(cast.ada, good="the soup")
    (held,) = cast.ada.log.read(deeds.couple_of(cast.ada), [WeeklyShown], limit=2)
    week = weeks.this(cast.ben).id
    for url in ("/weekly/", "/today/", "/timeline/?show=ours", "/me/export.json", "/us/"):
        assert str(held.id) not in cast.ben.get(url).content.decode()
    for url in (f"/weekly/{week}/", f"/weekly/{week}/mine/"):
        assert cast.ben.get(url).status_code == 404
    assert cast.ben.post(f"/weekly/{week}/take-back/").status_code == 404


def test_it_says_removed_where_it_was_read(cast: Cast) -> None:
    week = weeks.both(cast.ada, cast.ben, good="the soup")
    page(cast.ben)
    assert cast.ada.post(f"/weekly/{week}/take-back/").headers["Location"] == f"/weekly/{week}/"
    assert "You took this back" in page(cast.ada)
    assert "Take mine back" not in page(cast.ada)
    assert "removed by the one who wrote it" in page(cast.ben)
    assert reads(cast.ada) == reads(cast.ben) == ["the soup"], "Ben's, which is there for both"


def test_she_thinks_again_before_both_are_ready(cast: Cast) -> None:
    is_ready(cast.ada, good="the soup", back="good")
    week = weeks.this(cast.ada).id
    assert cast.ada.get("/weekly/look/").headers["Location"] == "/weekly/"
    assert cast.ada.post(f"/weekly/{week}/not-yet/").status_code == 302
    assert "Kept back. Only you see it." in page(cast.ada, "/weekly/look/")
    cast.ada.post(f"/weekly/{week}/keep-back/", {"part": "good"})
    assert "Kept back" not in page(cast.ada, "/weekly/look/")
    assert sends(cast.ada, "/weekly/look/").status_code == 204
    weeks.ready(cast.ben)
    assert cast.ada.post(f"/weekly/{week}/not-yet/").status_code == 302
    assert "You are both ready" in page(cast.ada), "it is too late: both read it now"


def test_it_says_why_she_can_t_be_ready_now_and_keeps_all_of_it(cast: Cast) -> None:
    sends(cast.ada, "/weekly/", request="a walk")
    deeds.letter(cast.ada, request="hug")
    assert "One request at a time" in page(cast.ada, "/weekly/look/")
    before = everything()
    refused = sends(cast.ada, "/weekly/look/")
    assert refused.status_code == 409
    assert "asks for something already" in refused.content.decode()
    pause = Pause(until=timezone.now() + timedelta(minutes=40))
    pull_back.begin_pause(cast.ben.log, uuid4(), pause, now=timezone.now())
    refused = sends(cast.ada, "/weekly/look/")
    assert refused.status_code == 409
    assert "Ben is in a pause until" in refused.content.decode()
    assert len(everything()["Record"]) == len(before["Record"]) + 1, "his pause, and nothing else"


def test_it_says_so_when_the_disk_is_full(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError

    sends(cast.ada, "/weekly/", good="the soup")
    monkeypatch.setattr(weekly, "ready", full)
    assert sends(cast.ada, "/weekly/look/").status_code == 503


def test_a_page_of_last_week_leads_to_this_one_and_loses_nothing(cast: Cast) -> None:
    sends(cast.ada, "/weekly/", good="the soup")
    old = weeks.this(cast.ada).id
    shown = weekly.shown_id(cast.ada.log, deeds.couple_of(cast.ada), old)
    late = cast.ada.sealed(deeds.couple_of(cast.ada).id, {"good": "the soup"}, shown, week=str(old))
    with time_machine.travel(timezone.now() + timedelta(days=7)):
        cast.ada.sign_in()
        assert cast.ada.post("/weekly/ready/", late).headers["HX-Redirect"] == "/weekly/"
        assert f"/weekly/{old}/mine/" in page(cast.ada)
        assert reads(cast.ada, f"/weekly/{old}/mine/") == ["the soup"]
        assert cast.ada.post(f"/weekly/{old}/remove/").status_code == 302
        assert f"/weekly/{old}/mine/" not in page(cast.ada)


def test_it_lists_the_weeks_that_both_saw_and_counts_none(cast: Cast) -> None:
    week = weeks.both(cast.ada, cast.ben, good="the soup")
    with time_machine.travel(timezone.now() + timedelta(days=7)):
        for one in (cast.ada, cast.ben):
            one.sign_in()
            assert f"/weekly/{week}/" in page(one)
            assert reads(one, f"/weekly/{week}/") == ["the soup", "the soup"]
        assert reads(cast.ada, f"/weekly/{week}/mine/") == ["the soup", "the long Tuesday"]


def test_it_takes_words_only_for_the_record_they_are_sealed_for(cast: Cast) -> None:
    found = weeks.this(cast.ada)
    marks = {"week": str(found.id), "day": str(found.week.day), "questions": ["rest"]}
    strange = cast.ada.sealed(cast.ada.side.own, {"good": "the soup"}, uuid4(), **marks)
    for who, url in ((cast.ada, "write"), (cast.ada, "ready"), (cast.cleo, "ready")):
        assert who.post(f"/weekly/{url}/", strange).status_code == 404
    assert cast.cleo.post(f"/weekly/{found.id}/remove/").status_code == 404
    assert not cast.ada.log.read(cast.ada.log.own, [WeeklyDraft], limit=1)


def test_it_keeps_the_questions_that_she_began_with(cast: Cast) -> None:
    weeks.week(cast.ada)
    assert "What small thing did you like this week?" in page(cast.ada)
    form = {"record": str(uuid4()), "day": "2", "hour": "19:30", "questions": ["rest", "laughed"]}
    assert cast.ben.post("/weekly/plan/", form).status_code == 302
    assert "What gives you rest" not in page(cast.ben), "not in this week"
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        cast.ben.sign_in()
        assert "What gives you rest" in page(cast.ben)


def test_it_gives_both_their_hour_for_a_calendar_under_a_title_that_says_nothing(
    cast: Cast,
) -> None:
    assert cast.ada.get("/weekly/notes.ics").status_code == 404
    assert "A day and an hour that suit you both" in page(cast.ada, "/weekly/plan/")
    form = {"record": str(uuid4()), "day": "2", "hour": "19:30"}
    assert cast.ben.post("/weekly/plan/", form).status_code == 302
    assert "Wednesday, 19:30" in page(cast.ada, "/weekly/plan/")
    for one in (cast.ada, cast.ben):
        answer = one.get("/weekly/notes.ics")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="notes.ics"'
        event, *_ = Calendar.from_ical(answer.content).walk("VEVENT")
        assert event["SUMMARY"] == "Notes"
        assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
        for name in (b"Ada", b"Ben", b"nearer", b"http", b"week"):
            assert name not in answer.content


def test_it_is_offered_on_today_and_under_us(cast: Cast) -> None:
    assert 'href="/weekly/"' in page(cast.ada, "/us/")
    assert "/weekly/" not in page(cast.ada, "/today/")
    weeks.plan(cast.ben, day=timezone.localtime(timezone.now(), ZoneInfo(ZONE)).weekday())
    assert "Weekly together is today" in page(cast.ada, "/today/")
    weeks.both(cast.ada, cast.ben)
    assert "You are both ready" in page(cast.ada, "/today/")
    page(cast.ada)
    assert "/weekly/" not in page(cast.ada, "/today/")


def test_it_is_there_for_nobody_else(cast: Cast) -> None:
    week = weeks.both(cast.ada, cast.ben, good="the soup")
    for who in (cast.cleo, cast.dan, cast.eve):
        assert "for two who are linked" in page(who)
        for url in (
            f"/weekly/{week}/",
            f"/weekly/{week}/mine/",
            "/weekly/plan/",
            "/weekly/notes.ics",
        ):
            assert who.get(url).status_code == 404
        assert who.get("/weekly/look/").headers["Location"] == "/weekly/"
        assert who.post(f"/weekly/{week}/not-yet/").status_code == 302
        assert who.post(f"/weekly/{week}/keep-back/", {"part": "good"}).status_code == 404
        assert who.post(f"/weekly/{week}/take-back/").status_code == 404


def test_it_can_be_read_still_when_one_has_left(cast: Cast) -> None:
    week, couple = weeks.both(cast.ada, cast.ben, good="the soup"), deeds.couple_of(cast.ada)
    cast.ben.post(f"/us/{couple.id}/leave/")
    assert "for you both" in page(cast.ada)
    assert reads(cast.ada, f"/weekly/{week}/") == ["the soup", "the soup"]
    assert cast.ben.get(f"/weekly/{week}/").status_code == 404

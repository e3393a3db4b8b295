"""What of the things of both waits on Today: quietly, for each alone, and not for long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import time_machine
from django.utils import timezone
from tests import deeds

if TYPE_CHECKING:
    from tests.cast import Cast, Someone

LINE = "You meant to look at your agreement again"


def _today(who: Someone) -> str:
    answer = who.get("/today/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_brings_the_day_to_look_again_up_once_for_each(cast: Cast) -> None:
    day = timezone.localdate() + timedelta(days=30)
    deeds.signed_by_both(cast.ada, cast.ben, deeds.version(cast.ada, again=day))
    assert LINE not in _today(cast.ada)
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        for one in (cast.ada, cast.ben):
            one.sign_in()
            assert LINE in _today(one)
        for _ in "12":
            assert cast.ada.post("/agreement/looked/").headers["Location"] == "/today/"
        assert LINE not in _today(cast.ada)
        assert LINE in _today(cast.ben), "what Ada did is hers alone"
        answer = cast.ben.post("/agreement/looked/", {"go": "look"})
        assert answer.headers["Location"] == "/agreement/"
    with time_machine.travel(timezone.now() + timedelta(days=39)):
        cast.ben.sign_in()
        assert LINE not in _today(cast.ben)


def test_it_tells_what_came_from_the_other_until_it_is_opened_and_no_more(cast: Cast) -> None:
    version = deeds.version(cast.ada)
    deeds.show_half(cast.ada)
    page = _today(cast.ben)
    assert "Ada proposes a few sentences" in page
    assert "Ada added to your cycle" in page
    assert "proposes" not in _today(cast.ada)
    cast.ben.post(f"/agreement/{version}/open/")
    cast.ben.post("/cycle/open/")
    page = _today(cast.ben)
    assert "proposes" not in page
    assert "added to your cycle" not in page


def test_it_has_nothing_of_both_for_cleo_who_is_alone(cast: Cast) -> None:
    assert "your cycle" not in _today(cast.cleo)

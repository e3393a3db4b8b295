"""Steps of one's own, what is kept of steps, and who sees nothing of any of it."""

from uuid import UUID, uuid4

import pytest
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import masked, without_fresh_ids
from tests.web.walker import FIRST, kept_by, page_of, skips, takes, tells, text_of, way_to

from nearer.core.moments import (
    ChosenStep,
    Expectation,
    OwnStep,
)
from nearer.store.models import Record


def test_it_places_a_step_of_ben_s_own_between_two_others_and_offers_it_too(cast: Cast) -> None:
    marks = {"topic": "goals", "way": "say", "first": "harder", "second": "easier"}
    form = cast.ben.sealed(cast.ben.side.own, {"step": "hum in the kitchen"}) | marks
    there = cast.ben.post("/steps/new/", form).headers["HX-Redirect"]
    assert there == f"/steps/take/{form['record']}/"
    assert kept_by(cast.ben, OwnStep) == [OwnStep(topic="goals", form="say", difficulty=5.5)]
    assert 'data-field="step"' in page_of(cast.ben, "/steps/all/")
    assert "carry" in page_of(cast.ben, there), "its words go along, so that it may be removed"
    assert takes(cast.ben, str(form["record"])).startswith("/steps/taken/")
    assert kept_by(cast.ben, Expectation)[0].step.size == "middle"


def test_it_needs_words_for_a_step_of_one_s_own(cast: Cast) -> None:
    marks = {"topic": "goals", "way": "say", "first": "same", "second": "easier"}
    answer = cast.ben.post("/steps/new/", cast.ben.sealed(cast.ben.side.own, {}) | marks)
    assert answer.status_code == 422
    assert "A few words will do." in answer.content.decode()


def test_it_keeps_what_came_of_an_own_step_that_ben_removes(cast: Cast) -> None:
    own = deeds.own_step(cast.ben)
    there = takes(cast.ben, str(own))
    tells(cast.ben, there)
    assert cast.ben.post(f"/steps/own/{own}/remove/").headers["Location"] == "/steps/all/"
    assert cast.ben.get(f"/steps/take/{own}/").status_code == 404
    for url in (there, "/steps/past/", "/steps/"):
        assert cast.ben.get(url).status_code == 200


# The tally


def test_it_can_not_tell_yet_and_then_puts_both_side_by_side(cast: Cast) -> None:
    for n in range(7):
        assert ("Cannot tell yet." in page_of(cast.ben, "/steps/past/")) == (n < 5)
        tells(cast.ben, takes(cast.ben), feared="happened" if n == 3 else "not")
    tells(cast.ben, takes(cast.ben, likely=""), feared="happened")
    page = text_of(page_of(cast.ben, "/steps/past/"))
    assert "What you feared came in 1 of 7." in page
    assert "about 60 in 100" in page
    assert "anything from 2 to 50 in 100" in page
    assert "How is this worked out?" in page


def test_it_shows_a_step_that_has_left_the_content_as_gone(cast: Cast) -> None:
    deeds.step(cast.ben, step=ChosenStep("gone_by_now", "dreams", "say", 3.0))
    assert "no longer listed" in page_of(cast.ben, "/steps/past/")


# Nobody else


@pytest.mark.parametrize("who", ["ada", "cleo", "dan", "eve"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    own, there = deeds.own_step(cast.ben), takes(cast.ben)
    for url in (f"/steps/take/{own}/", there, f"{there}tell/", way_to(cast.ben)):
        assert other.get(url).status_code == 404, url
        assert other.post(url).status_code in {404, 405}, url
    assert other.post(f"{there}remove/").status_code == 404
    assert other.post(f"/steps/own/{own}/remove/").status_code == 404
    said, unsaid = skips(other, str(own)), skips(other, str(uuid4()))
    assert said.status_code == unsaid.status_code == 422
    taken = UUID(there.split("/")[-2])
    form = other.sealed(other.side.own, {}, taken) | {"size": "small"}
    assert other.post(way_to(other), form).status_code == 404, "an id that is Ben's"
    assert Record.objects.get(id=taken).author == cast.ben.person


def test_it_says_nothing_to_ada_of_any_of_it(cast: Cast) -> None:
    pages = ("/today/", "/timeline/", "/us/", "/me/", "/steps/", "/steps/past/", "/me/export.json")

    def sees() -> list[bytes]:
        return [without_fresh_ids(masked(cast.ada.get(url))) for url in pages]

    before, version = sees(), deeds.version_of(deeds.couple_of(cast.ada))
    tells(cast.ben, takes(cast.ben))
    skips(cast.ben, FIRST)
    assert sees() == before
    assert deeds.version_of(deeds.couple_of(cast.ada)) == version

"""Small steps: one is offered, it costs nothing to pass it over, and nothing is ever held up."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils.html import strip_tags
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import masked, without_fresh_ids

from nearer.acts.tell_step import only_id
from nearer.content import steps
from nearer.core.moments import (
    ChosenStep,
    Expectation,
    OwnStep,
    StepOutcome,
    StepSkipped,
)
from nearer.store.models import Record
from nearer.web.rooms.steps.ladder import Ladder

OFFERED = re.compile(r'name="step" value="([^"]+)"')
TAKE = re.compile(r'href="(/steps/take/[^"]+)"')
FIRST = "emotions_word_for_now"


def _page(who: Someone, url: str) -> str:
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def _text(page: str) -> str:
    return " ".join(strip_tags(page).split())


def _offered(who: Someone, url: str = "/steps/") -> str:
    found = OFFERED.search(_page(who, url))
    assert found
    return found[1]


def _kept(who: Someone, kind: Any) -> list[Any]:
    return [entry.moment for entry in who.log.read(who.log.own, [kind], limit=9)]


def _url(who: Someone, step: str = FIRST) -> str:
    return f"/steps/take/{Ladder(who.log).key(step)}/"


def _takes(who: Someone, step: str = FIRST, record: UUID | None = None, **marks: str) -> str:
    said = {"size": "small", "likely": "60", **marks}
    form = who.sealed(who.side.own, {"fear": "that it sounds silly"}, record) | said
    answer = who.post(_url(who, step), form)
    assert answer.status_code == 204, answer.content
    return str(answer.headers["HX-Redirect"])


def _tells(who: Someone, there: str, **marks: str) -> Any:
    record = only_id(who.log, UUID(there.split("/")[-2]))
    said = {"feared": "not", "hard": "2", **marks}
    form = who.sealed(who.side.own, {"surprise": "nobody laughed"}, record) | said
    return who.post(f"{there}tell/", form)


def _skips(who: Someone, step: str, record: UUID | None = None) -> Any:
    return who.post("/steps/skip/", {"record": str(record or uuid4()), "step": step})


# The offer


def test_it_offers_ben_the_same_step_until_he_passes_it_over_without_a_word(cast: Cast) -> None:
    first = _offered(cast.ben)
    assert {_offered(cast.ben) for _ in range(3)} == {first}
    assert _skips(cast.ben, first).headers["Location"] == "/steps/"
    second = _offered(cast.ben)
    assert second != first
    _skips(cast.ben, second)
    assert _offered(cast.ben) not in {first, second}


def test_it_keeps_one_skip_for_two_taps(cast: Cast) -> None:
    record = uuid4()
    for _ in range(2):
        assert _skips(cast.ben, FIRST, record).status_code == 302
    assert _kept(cast.ben, StepSkipped) == [StepSkipped(step=FIRST)]


def test_it_says_why_this_one_and_shows_it_smaller_and_bigger(cast: Cast) -> None:
    page = _page(cast.ben, "/steps/")
    assert "This one, because it is small." in page
    step = next(one for one in steps() if one.id == _offered(cast.ben))
    for size in ("small", "middle", "large"):
        shown = _page(cast.ben, f"/steps/?size={size}")
        assert _text(step.text(size)) in _text(shown.replace("&quot;", '"'))
        take = TAKE.search(shown)
        assert take
        assert take[1].endswith(f"?size={size}")
    assert "huge" not in _page(cast.ben, "/steps/?size=huge")


def test_it_offers_cleo_who_is_alone_only_what_needs_nobody_else(cast: Cast) -> None:
    alone = {step.id for step in steps() if step.alone}
    for _ in range(6):
        step = _offered(cast.cleo)
        assert step in alone
        _skips(cast.cleo, step)
    assert "Two minutes side by side" in _page(cast.cleo, "/steps/all/"), "to pick by herself"


def test_it_reads_a_safety_note_before_a_step_that_opens_something(cast: Cast) -> None:
    noted = next(step for step in steps() if step.safety)
    assert str(noted.safety) in _text(_page(cast.ben, _url(cast.ben, noted.id)))


def test_it_puts_no_name_of_a_step_into_an_address(cast: Cast) -> None:
    """A browser lists where one was, for whoever looks at it later."""
    addresses = set(
        re.findall(
            r'(?:href|action|hx-post)="(/steps/[^"]*)"',
            "".join(_page(cast.ben, url) for url in ("/steps/", "/steps/all/", _url(cast.ben))),
        )
    )
    assert len(addresses) > len(steps())
    assert not [one for one in addresses for step in steps() if step.id in one]
    assert Ladder(cast.ben.log).key(FIRST) != Ladder(cast.ada.log).key(FIRST)


# Before and after


def test_it_keeps_what_ben_expects_with_a_copy_of_the_step(cast: Cast) -> None:
    there = _takes(cast.ben)
    chosen = ChosenStep(FIRST, "emotions", "write", 1.0, "small")
    assert _kept(cast.ben, Expectation) == [Expectation(step=chosen, likely=60)]
    page = _page(cast.ben, there)
    assert "about 60 in 100" in _text(page)
    assert 'data-field="fear"' in page
    assert "silly" not in page


def test_it_asks_for_nothing_but_the_tap(cast: Cast) -> None:
    form = cast.ben.sealed(cast.ben.side.own, {}) | {"size": "large"}
    assert cast.ben.post(_url(cast.ben), form).status_code == 204
    (kept,) = _kept(cast.ben, Expectation)
    assert (kept.step.size, kept.likely) == ("large", None)
    assert "in 100" not in _text(_page(cast.ben, f"/steps/taken/{form['record']}/"))


def test_it_keeps_one_step_for_two_clicks_and_two_tabs(cast: Cast) -> None:
    record = uuid4()
    for who in (cast.ben, cast.ben, cast.ben.again()):
        _takes(who, record=record)
    assert len(_kept(cast.ben, Expectation)) == 1


def test_it_keeps_one_outcome_for_two_clicks_and_never_asks_twice(cast: Cast) -> None:
    there = _takes(cast.ben)
    for _ in range(2):
        assert _tells(cast.ben, there).headers["HX-Redirect"] == there
    (kept,) = _kept(cast.ben, StepOutcome)
    assert (kept.feared, kept.hard, kept.likely) == ("not", 2, 60)
    assert cast.ben.get(f"{there}tell/").headers["Location"] == there


def test_it_takes_no_words_that_were_sealed_for_another_record(cast: Cast) -> None:
    there = _takes(cast.ben)
    form = cast.ben.sealed(cast.ben.side.own, {"next": "again"}) | {"feared": "not"}
    assert cast.ben.post(f"{there}tell/", form).status_code == 404
    assert _kept(cast.ben, StepOutcome) == []


@pytest.mark.parametrize(
    ("feared", "hard", "said"),
    [
        ("not", "2", "This time it did not come."),
        ("partly", "4", "Part of it came"),
        ("cannot_tell", "5", "That is an answer."),
        ("happened", "1", "Now you know what it is like"),
    ],
)
def test_it_says_something_true_and_small_and_never_praises(
    cast: Cast, feared: str, hard: str, said: str
) -> None:
    there = _takes(cast.ben)
    _tells(cast.ben, there, feared=feared, hard=hard)
    page = _text(_page(cast.ben, there))
    assert said in page
    for other in ("Well done", "Great", "proud", "streak", "%", "Old fear can come back"):
        assert other not in page
    assert "A pause is fine too" not in _page(cast.ben, "/steps/")


def test_it_is_kind_after_a_rough_one_and_offers_a_smaller_one_next(cast: Cast) -> None:
    there = _takes(cast.ben)
    _tells(cast.ben, there, feared="happened", hard="9")
    page = _text(_page(cast.ben, there))
    for said in ("That was a hard one.", "Old fear can come back after it.", "Help now, by people"):
        assert said in page
    page = _text(_page(cast.ben, "/steps/"))
    for said in ("A pause is fine too", "because the last one was hard. It is smaller."):
        assert said in page


def test_it_brings_an_open_step_up_gently_first_and_lets_it_go_without_a_mark(cast: Cast) -> None:
    before = without_fresh_ids(masked(cast.ben.get("/steps/")))
    there = _takes(cast.ben)
    assert "You took this one on" in _page(cast.ben, "/steps/")
    assert "You took a small step" in _page(cast.ben, "/today/")
    assert cast.ben.post(f"{there}remove/").headers["Location"] == "/steps/"
    assert without_fresh_ids(masked(cast.ben.get("/steps/"))) == before
    assert "You took a small step" not in _page(cast.ben, "/today/")
    assert cast.ben.get(there).status_code == 404


def test_it_begins_a_plan_with_what_ben_would_do_a_next_time(cast: Cast) -> None:
    there = _takes(cast.ben)
    _tells(cast.ben, there)
    record = only_id(cast.ben.log, UUID(there.split("/")[-2]))
    assert f"/plans/new/?after={record}" in _page(cast.ben, there)
    begun = f'data-from-record="{record}"'
    assert begun in _page(cast.ben, f"/plans/new/?after={record}")
    assert begun not in _page(cast.ada, f"/plans/new/?after={record}")
    for wrong in ("x", str(uuid4()), there.split("/")[-2]):
        assert "data-from-record" not in _page(cast.ben, f"/plans/new/?after={wrong}")


# One's own


def test_it_places_a_step_of_ben_s_own_between_two_others_and_offers_it_too(cast: Cast) -> None:
    marks = {"topic": "goals", "way": "say", "first": "harder", "second": "easier"}
    form = cast.ben.sealed(cast.ben.side.own, {"step": "hum in the kitchen"}) | marks
    there = cast.ben.post("/steps/new/", form).headers["HX-Redirect"]
    assert there == f"/steps/take/{form['record']}/"
    assert _kept(cast.ben, OwnStep) == [OwnStep(topic="goals", form="say", difficulty=5.5)]
    assert 'data-field="step"' in _page(cast.ben, "/steps/all/")
    assert "carry" in _page(cast.ben, there), "its words go along, so that it may be removed"
    assert _takes(cast.ben, str(form["record"])).startswith("/steps/taken/")
    assert _kept(cast.ben, Expectation)[0].step.size == "middle"


def test_it_needs_words_for_a_step_of_one_s_own(cast: Cast) -> None:
    marks = {"topic": "goals", "way": "say", "first": "same", "second": "easier"}
    answer = cast.ben.post("/steps/new/", cast.ben.sealed(cast.ben.side.own, {}) | marks)
    assert answer.status_code == 422
    assert "A few words will do." in answer.content.decode()


def test_it_keeps_what_came_of_an_own_step_that_ben_removes(cast: Cast) -> None:
    own = deeds.own_step(cast.ben)
    there = _takes(cast.ben, str(own))
    _tells(cast.ben, there)
    assert cast.ben.post(f"/steps/own/{own}/remove/").headers["Location"] == "/steps/all/"
    assert cast.ben.get(f"/steps/take/{own}/").status_code == 404
    for url in (there, "/steps/past/", "/steps/"):
        assert cast.ben.get(url).status_code == 200


# The tally


def test_it_can_not_tell_yet_and_then_puts_both_side_by_side(cast: Cast) -> None:
    for n in range(7):
        assert ("Cannot tell yet." in _page(cast.ben, "/steps/past/")) == (n < 5)
        _tells(cast.ben, _takes(cast.ben), feared="happened" if n == 3 else "not")
    _tells(cast.ben, _takes(cast.ben, likely=""), feared="happened")
    page = _text(_page(cast.ben, "/steps/past/"))
    assert "What you feared came in 1 of 7." in page
    assert "about 60 in 100" in page
    assert "anything from 2 to 50 in 100" in page
    assert "How is this worked out?" in page


def test_it_shows_a_step_that_has_left_the_content_as_gone(cast: Cast) -> None:
    deeds.step(cast.ben, step=ChosenStep("gone_by_now", "dreams", "say", 3.0))
    assert "no longer listed" in _page(cast.ben, "/steps/past/")


# Nobody else


@pytest.mark.parametrize("who", ["ada", "cleo", "dan", "eve"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    own, there = deeds.own_step(cast.ben), _takes(cast.ben)
    for url in (f"/steps/take/{own}/", there, f"{there}tell/", _url(cast.ben)):
        assert other.get(url).status_code == 404, url
        assert other.post(url).status_code in {404, 405}, url
    assert other.post(f"{there}remove/").status_code == 404
    assert other.post(f"/steps/own/{own}/remove/").status_code == 404
    said, unsaid = _skips(other, str(own)), _skips(other, str(uuid4()))
    assert said.status_code == unsaid.status_code == 422
    taken = UUID(there.split("/")[-2])
    form = other.sealed(other.side.own, {}, taken) | {"size": "small"}
    assert other.post(_url(other), form).status_code == 404, "an id that is Ben's"
    assert Record.objects.get(id=taken).author == cast.ben.person


def test_it_says_nothing_to_ada_of_any_of_it(cast: Cast) -> None:
    pages = ("/today/", "/timeline/", "/us/", "/me/", "/steps/", "/steps/past/", "/me/export.json")

    def sees() -> list[bytes]:
        return [without_fresh_ids(masked(cast.ada.get(url))) for url in pages]

    before, version = sees(), deeds.version_of(deeds.couple_of(cast.ada))
    _tells(cast.ben, _takes(cast.ben))
    _skips(cast.ben, FIRST)
    assert sees() == before
    assert deeds.version_of(deeds.couple_of(cast.ada)) == version

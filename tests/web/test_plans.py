"""If … then I will …: what Ben means to do, read back once, and never counted."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from tests import deeds
from tests.cast import Cast, Someone
from tests.web.paths import masked, without_fresh_ids

from nearer.core.moments import Plan, PlanCameUp
from nearer.store.models import Record

WORDS = {"cue": "the kettle boils", "act": "say one thing"}


def _page(who: Someone, url: str) -> str:
    answer = who.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def _form(who: Someone, record: UUID | None = None, **marks: Any) -> dict[str, object]:
    said = {"when": "event", "filled": "cue act", **marks}
    return who.sealed(who.side.own, WORDS, record, **said)


def _kept(who: Someone, *kinds: Any) -> list[Any]:
    return [entry.moment for entry in who.log.read(who.log.own, kinds or [Plan], limit=9)]


def _answer(who: Someone, plan: UUID, what: str, record: UUID | None = None) -> Any:
    form = {"record": str(record or uuid4()), "what": what}
    return who.post(f"/plans/{plan}/came-up/", form)


def test_it_keeps_a_plan_whose_words_only_ben_s_browser_opens(cast: Cast) -> None:
    form = _form(cast.ben, when="place")
    there = cast.ben.post("/plans/new/", form).headers["HX-Redirect"]
    assert there == f"/plans/{form['record']}/"
    assert _kept(cast.ben) == [Plan(cue="place")]
    for url in (there, "/plans/"):
        page = _page(cast.ben, url)
        assert 'data-field="cue"' in page
        assert 'data-field="act"' in page
        assert "kettle" not in page


def test_it_reads_it_back_as_one_sentence_before_it_is_kept(cast: Cast) -> None:
    page = _page(cast.ben, "/plans/new/")
    assert "data-preview-first" in page
    words = " ".join(page.split())
    assert 'If <span data-words-part><b data-preview-of="cue"></b></span>, then I will' in words


def test_it_lends_halves_of_plans_for_each_kind_of_moment(cast: Cast) -> None:
    page = _page(cast.ben, "/plans/new/")
    for when in ("event", "place", "time"):
        assert page.count(f'data-when="{when}"') >= 6
    assert page.count('data-fills="cue"') == page.count('data-fills="act"') == 12


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"filled": "act"}, ["cue"]),
        ({"filled": "cue"}, ["act"]),
        ({"filled": "", "words": ""}, ["cue", "act"]),
        ({"words": ""}, ["cue", "act"]),
        ({"when": ""}, ["when"]),
        ({"when": "some day"}, ["when"]),
    ],
)
def test_it_says_beside_each_half_that_it_is_missing(
    cast: Cast, wrong: dict[str, str], fields: list[str]
) -> None:
    answer = cast.ben.post("/plans/new/", {**_form(cast.ben), **wrong})
    assert answer.status_code == 422
    said = answer.content.decode()
    for field in ("when", "cue", "act"):
        empty = f'id="id_{field}_error" class="error" role="alert" hx-swap-oob="true"></p>' in said
        assert empty == (field not in fields)
    assert _kept(cast.ben) == []


def test_it_says_only_that_words_went_missing_where_they_did(cast: Cast) -> None:
    form = _form(cast.ben)
    del form["words"]
    answer = cast.ben.post("/plans/new/", form)
    assert answer.status_code == 422
    assert "Something went missing" in answer.content.decode()
    assert "Name the moment" not in answer.content.decode()


def test_it_keeps_one_plan_for_two_clicks_and_two_tabs(cast: Cast) -> None:
    record = uuid4()
    for _ in range(2):
        assert cast.ben.post("/plans/new/", _form(cast.ben, record)).status_code == 204
    assert cast.ben.again().post("/plans/new/", _form(cast.ben, record)).status_code == 204
    assert len(_kept(cast.ben)) == 1


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("did", "You did it. Nobody saw that but you."),
        ("did_not", "That happens."),
        ("not_yet", "Not yet. It waits."),
    ],
)
def test_it_takes_any_of_three_answers_kindly(cast: Cast, what: str, sentence: str) -> None:
    plan = deeds.plan(cast.ben)
    assert "Leaving it open is fine." in _page(cast.ben, f"/plans/{plan}/")
    assert _answer(cast.ben, plan, what).headers["Location"] == f"/plans/{plan}/"
    assert sentence in _page(cast.ben, f"/plans/{plan}/")


def test_it_shows_the_newest_answer_and_counts_none(cast: Cast) -> None:
    plan = deeds.plan(cast.ben)
    before = _page(cast.ben, "/plans/")
    for what in ("did", "did", "did_not", "not_yet"):
        _answer(cast.ben, plan, what)
    page = _page(cast.ben, f"/plans/{plan}/")
    assert "It waits." in page
    assert "You did it." not in page
    assert len(before) == len(_page(cast.ben, "/plans/")), "the list says nothing of them"


def test_it_keeps_one_answer_for_two_taps(cast: Cast) -> None:
    plan, record = deeds.plan(cast.ben), uuid4()
    for _ in range(2):
        assert _answer(cast.ben, plan, "did", record).status_code == 302
    assert len(_kept(cast.ben, PlanCameUp)) == 1


@pytest.mark.parametrize(("what", "said"), [("", "Pick one, or leave it."), ("often", "not known")])
def test_it_says_kindly_that_it_does_not_know_an_answer(cast: Cast, what: str, said: str) -> None:
    answer = _answer(cast.ben, deeds.plan(cast.ben), what)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert _kept(cast.ben, PlanCameUp) == []


def test_it_removes_a_plan_and_all_that_was_said_of_it(cast: Cast) -> None:
    plan, other = deeds.plan(cast.ben), deeds.plan(cast.ben)
    for one in (plan, other):
        _answer(cast.ben, one, "did")
    assert cast.ben.post(f"/plans/{plan}/remove/").headers["Location"] == "/plans/"
    assert _kept(cast.ben, PlanCameUp) == [PlanCameUp(about=other, what="did")]
    assert not Record.objects.filter(id=plan).exists()
    assert cast.ben.post(f"/plans/{plan}/remove/").status_code == 404


@pytest.mark.parametrize("who", ["ada", "cleo", "dan", "eve"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    other: Someone = getattr(cast, who)
    plan = deeds.plan(cast.ben)
    assert other.get(f"/plans/{plan}/").status_code == 404
    assert other.post(f"/plans/{plan}/remove/").status_code == 404
    assert other.post("/plans/new/", _form(other, plan)).status_code == 404
    for what in ("did", "", "often"):
        assert _answer(other, plan, what).status_code == 404
    assert _answer(other, deeds.plan(other), "did", plan).status_code == 404
    assert Record.objects.get(id=plan).author == cast.ben.person


def test_it_says_nothing_to_ada_of_any_of_it(cast: Cast) -> None:
    pages = ("/today/", "/timeline/", "/us/", "/me/", "/plans/", "/me/export.json")

    def sees() -> list[bytes]:
        return [without_fresh_ids(masked(cast.ada.get(url))) for url in pages]

    couple = deeds.couple_of(cast.ada)
    before, version = sees(), deeds.version_of(couple)
    there = cast.ben.post("/plans/new/", _form(cast.ben)).headers["HX-Redirect"]
    cast.ben.post(f"{there}came-up/", {"record": str(uuid4()), "what": "did"})
    cast.ben.post(f"{there}remove/")
    assert sees() == before
    assert deeds.version_of(couple) == version


def test_it_is_offered_at_the_end_of_a_pause_and_from_me(cast: Cast) -> None:
    assert 'href="/plans/new/"' in _page(cast.ben, "/pulling-back/back/")
    assert 'href="/plans/"' in _page(cast.ben, "/me/")

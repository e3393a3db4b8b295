"""Ada fills forms in, compares with before, and shows Ben a score if he shows one, too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.web.paths import masked

from nearer.content import measures
from nearer.core.moments import Answered, MeasureTaken
from nearer.store.log import Draft
from nearer.web.rooms.measures.known import address_of

if TYPE_CHECKING:
    from tests.cast import Cast, Someone

FORM = {one.id: one for one in measures()}


def _page(who: Someone, where: str) -> str:
    return " ".join(who.get(where).content.decode().split())


def _at(form: str) -> str:
    return f"/forms/{address_of(FORM[form])}/"


def _took(who: Someone, form: str, each: int, *, days: int = 0, version: int = 0) -> UUID:
    """Somebody filled a form in some days ago, with the same number everywhere."""
    measure = FORM[form]
    answers = tuple(Answered(item.id, min(each, item.answers.most)) for item in measure.items)
    taken = MeasureTaken(measure=form, version=version or measure.version, answers=answers)
    record = uuid4()
    who.log.write(who.log.own, Draft(record, taken, timezone.now() - timedelta(days=days)))
    return record


def _answers(form: str, points: str) -> dict[str, str]:
    return {item.id: points for item in FORM[form].items} | {"record": str(uuid4())}


@pytest.mark.parametrize("form", FORM)
def test_it_asks_each_form_word_for_word_and_adds_it_up(cast: Cast, form: str) -> None:
    page = cast.ada.get(f"{_at(form)}fill/").content.decode()
    for item in FORM[form].items:
        for text in (item.text, *item.ends):
            assert text in page
    answer = cast.ada.post(f"{_at(form)}fill/", _answers(form, "1"))
    shown = _page(cast.ada, answer.headers["Location"])
    assert f"<b>{len(FORM[form].items)}</b> of {FORM[form].most}" in shown
    assert "One score alone says little." in shown


def test_it_keeps_one_form_for_two_clicks(cast: Cast) -> None:
    data = _answers("csi_4", "3")
    for _ in "12":
        assert cast.ada.post(f"{_at('csi_4')}fill/", data).status_code == 302
    assert "Filled in once." in _page(cast.ada, _at("csi_4"))


def test_it_says_what_is_missing_and_lets_ada_keep_it_without_a_score(cast: Cast) -> None:
    data = _answers("csi_4", "3")
    del data["csi_12"]
    answer = cast.ada.post(f"{_at('csi_4')}fill/", data)
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert page.count("Not answered yet. Without it there is no score.") == 1
    assert page.count("checked>") == 3, "what was picked stays picked"
    kept = cast.ada.post(f"{_at('csi_4')}fill/", data | {"anyway": "on"})
    shown = _page(cast.ada, kept.headers["Location"])
    assert "Kept without a score" in shown
    assert "left out" in shown
    assert "without a score" in _page(cast.ada, _at("csi_4"))


def test_it_keeps_no_form_without_a_single_answer(cast: Cast) -> None:
    data = {"record": str(uuid4()), "anyway": "on"}
    answer = cast.ada.post(f"{_at('felt')}fill/", data)
    assert answer.status_code == 422
    assert "Nothing is answered yet." in answer.content.decode()
    assert "Not answered yet." not in answer.content.decode(), "one sentence is enough"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (2, 3, "more than before, by more than this form’s usual noise"),
        (3, 2, "less than before, by more than this form’s usual noise"),
        (3, 3, "it lies within this form’s usual noise"),
    ],
)
def test_it_says_of_a_change_what_can_be_said_and_no_more(
    cast: Cast, before: int, after: int, said: str
) -> None:
    _took(cast.ada, "csi_4", before, days=28)
    page = _page(cast.ada, f"/forms/filled/{_took(cast.ada, 'csi_4', after)}/")
    assert said in page
    assert "People often begin when things are hard" in page
    for never in ("distress", "recovered", "dissatisfied", "clinical significance", "normal"):
        assert never not in page.casefold()
    third = _page(cast.ada, f"/forms/filled/{_took(cast.ada, 'csi_4', after)}/")
    assert "People often begin" not in third, "it is said once"


def test_it_cannot_tell_of_a_change_in_our_own_questions(cast: Cast) -> None:
    _took(cast.ada, "felt", 1, days=7)
    page = _page(cast.ada, f"/forms/filled/{_took(cast.ada, 'felt', 4)}/")
    assert "so nothing can be said of a change" in page


def test_it_names_people_to_talk_to_when_the_answers_are_low_and_no_label(cast: Cast) -> None:
    page = _page(cast.ada, f"/forms/filled/{_took(cast.ada, 'csi_4', 2)}/")
    assert "useful to talk to someone trained" in page
    page = _page(cast.ada, f"/forms/filled/{_took(cast.ada, 'phq_4', 2)}/")
    assert "These two weeks may have been heavy." in page
    for never in ("anxiety", "depression", "mild", "severe"):
        assert never not in page.partition("<main")[2].partition("<details")[0].casefold()


def test_it_draws_scores_only_when_there_are_three_and_never_joins_them(cast: Cast) -> None:
    for days in (56, 28):
        _took(cast.ada, "csi_4", 2, days=days)
    assert "Over time" not in _page(cast.ada, _at("csi_4"))
    _took(cast.ada, "csi_4", 4)
    page = _page(cast.ada, _at("csi_4"))
    assert page.count('r="7"') == 3
    assert "<polyline" not in page
    assert "Again from" in page


def test_it_gives_an_older_version_no_score_and_compares_it_with_nothing(cast: Cast) -> None:
    old = _took(cast.ada, "csi_4", 2, days=28, version=99)
    assert "Kept without a score" in _page(cast.ada, f"/forms/filled/{old}/")
    new = _page(cast.ada, f"/forms/filled/{_took(cast.ada, 'csi_4', 4)}/")
    assert "One score alone says little." in new


def test_it_shows_each_the_other_s_score_only_when_both_show_one(cast: Cast) -> None:
    hers, his = _took(cast.ada, "csi_4", 4), _took(cast.ben, "csi_4", 2)
    before = masked(cast.ben.get(_at("csi_4")))
    cast.ada.post(f"/forms/filled/{hers}/show/")
    assert masked(cast.ben.get(_at("csi_4"))) == before, "he learns nothing of it"
    assert "as soon as both of you do" in _page(cast.ada, _at("csi_4"))
    cast.ben.post(f"/forms/filled/{his}/show/")
    assert '<td data-label="Points">16</td>' in _page(cast.ben, _at("csi_4"))
    assert '<td data-label="Points">8</td>' in _page(cast.ada, _at("csi_4"))
    assert "sees this score while they show you" in _page(cast.ada, f"/forms/filled/{hers}/")
    cast.ada.post(f"/forms/filled/{hers}/hide/")
    assert ">16<" not in _page(cast.ben, _at("csi_4"))
    assert ">8<" not in _page(cast.ada, _at("csi_4"))


def test_it_shows_nobody_a_private_form_nor_one_without_a_score(cast: Cast) -> None:
    private, empty = _took(cast.ada, "phq_4", 2), _took(cast.ada, "csi_4", 2, version=99)
    for record in (private, empty):
        assert "Show each other" not in _page(cast.ada, f"/forms/filled/{record}/")
        assert cast.ada.post(f"/forms/filled/{record}/show/").status_code == 404
    alone = _took(cast.cleo, "csi_4", 3)
    assert "Show each other" not in _page(cast.cleo, f"/forms/filled/{alone}/")
    assert cast.cleo.post(f"/forms/filled/{alone}/show/").status_code == 404


def test_it_removes_a_form_and_what_ben_saw_of_it(cast: Cast) -> None:
    hers, his = _took(cast.ada, "csi_4", 4), _took(cast.ben, "csi_4", 2)
    for who, record in ((cast.ada, hers), (cast.ben, his)):
        who.post(f"/forms/filled/{record}/show/")
    assert cast.ada.post(f"/forms/filled/{hers}/remove/").headers["Location"] == _at("csi_4")
    assert "Not filled in yet." in _page(cast.ada, _at("csi_4"))
    assert ">16<" not in _page(cast.ben, _at("csi_4"))


@pytest.mark.parametrize("who", ["ben", "cleo", "dan"])
def test_it_lets_nobody_else_near_what_ada_filled_in(cast: Cast, who: str) -> None:
    record = _took(cast.ada, "phq_4", 3)
    someone: Someone = getattr(cast, who)
    assert someone.get(f"/forms/filled/{record}/").status_code == 404
    for act in ("show", "hide", "remove"):
        assert someone.post(f"/forms/filled/{record}/{act}/").status_code == 404
    assert "Not filled in yet." in _page(someone, _at("phq_4"))
    taken = _answers("phq_4", "1") | {"record": str(record)}
    assert someone.post(f"{_at('phq_4')}fill/", taken).status_code == 404
    assert deeds.couple_of(cast.ada) is not None


def test_it_finds_no_form_that_is_not_ours(cast: Cast) -> None:
    assert cast.ada.get(f"/forms/{uuid4()}/").status_code == 404
    gone = MeasureTaken(measure="gone", version=1, answers=())
    record = uuid4()
    cast.ada.log.write(cast.ada.log.own, Draft(record, gone, timezone.now()))
    assert cast.ada.get(f"/forms/filled/{record}/").status_code == 404

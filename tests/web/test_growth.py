"""What both see of their growth, which is the same, and what is of one alone and stays there."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.web.paths import masked, without_fresh_ids

from nearer.core.moments import (
    CheckIn,
    ChosenStep,
    Felt,
    FeltGuess,
    GrowthQuestion,
    Letter,
    ListeningKept,
    MeasureShown,
    Moment,
    Opened,
    PauseChange,
    Reply,
    StepOutcome,
)
from nearer.store.log import Draft

if TYPE_CHECKING:
    from uuid import UUID

    from tests.cast import Cast, Someone

DAY = timedelta(days=1)
STEP = ChosenStep("emotions_word_for_now", "emotions", "write", 1.0, "small")
MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def _keep(who: Someone, moment: Moment, ago: timedelta, *, shared: bool = False) -> UUID:
    record, log = uuid4(), who.log
    space = deeds.couple_of(who) if shared else log.own
    log.write(space, Draft(record, moment, timezone.now() - ago))
    return record


def _answered(who: Someone, other: Someone, ago: int, *, felt: int = 3) -> None:
    """A letter, answered a day later; how that felt is shared, and so is the guess at it."""
    letter = _keep(who, Letter(feelings=("lonely",)), (ago + 1) * DAY, shared=True)
    reply = _keep(other, Reply(about=letter, parts=("heard",)), ago * DAY, shared=True)
    said = Felt(about=reply, understood=felt, valued=3, cared=4, shared=True)
    for shared in (False, True):
        _keep(who, said, ago * DAY, shared=shared)
    guessed = FeltGuess(about=reply, understood=2, shared=True)
    for shared in (False, True):
        _keep(other, guessed, ago * DAY, shared=shared)
    _keep(other, Opened(about=reply), ago * DAY)


def _live_together(one: Someone, other: Someone, answers: int) -> None:
    for nth in range(answers):
        two = (one, other) if nth % 2 else (other, one)
        _answered(*two, 8 + 2 * nth, felt=nth % 5)
        back = PauseChange(about=uuid4(), what="back")
        _keep(two[0], back, nth * DAY, shared=True)
        _keep(two[1], ListeningKept(way="say", turns=1, about=uuid4()), nth * DAY, shared=True)


def _live_alone(who: Someone) -> None:
    for nth in range(50):
        one = CheckIn(pleasantness=nth % 7, energy=nth % 7 + nth % 2, strength=3)
        _keep(who, one, nth * DAY)
    for _ in range(6):
        outcome = StepOutcome(about=uuid4(), step=STEP, feared="not", likely=60)
        _keep(who, outcome, DAY)


def _page(who: Someone, path: str = "/us/growth/") -> str:
    answer = who.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def _main(who: Someone, path: str = "/us/growth/") -> str:
    found = MAIN.search(_page(who, path))
    assert found
    return found[0]


def test_it_cannot_tell_yet_and_draws_nothing(cast: Cast) -> None:
    _live_together(cast.ada, cast.ben, 2)
    page = _page(cast.ada)
    assert page.count("Cannot tell yet") == 3
    assert "<table" not in page
    alone = _page(cast.ada, "/me/growth/")
    assert alone.count("Cannot tell yet") == 4
    assert "<table" not in alone


def test_it_shows_both_the_same_with_its_numbers_and_how_it_is_worked_out(cast: Cast) -> None:
    _live_together(cast.ada, cast.ben, 16)
    page = _main(cast.ada)
    assert page == _main(cast.ben)
    assert "16 letters between you." in page
    assert "<b>16</b> letters waited a day or more, and were answered." in page
    assert "<b>16</b> times a pause was left in peace" in page
    assert "<b>16</b> listening rounds that you kept." in page
    assert page.count("How is this worked out?") == 3
    assert page.count("<table") == page.count("data-picture") == 2
    for name in ("Ada", "Ben"):
        assert name not in page


def test_it_shows_scores_only_where_both_show_three(cast: Cast) -> None:
    for nth in range(3):
        for who in (cast.ada, cast.ben)[: 1 + (nth < 2)]:
            shown = MeasureShown(measure="felt", version=1, score=5 + nth)
            _keep(who, shown, (nth * 7 + 1) * DAY, shared=True)
    assert "no contest" not in _page(cast.ada)
    _keep(cast.ben, MeasureShown(measure="felt", version=1, score=9), 15 * DAY, shared=True)
    page = _main(cast.ada)
    assert page == _main(cast.ben)
    assert '<th scope="col">Ada</th>' in page
    assert '<th scope="col">Ben</th>' in page
    assert '<data value="9.0">9</data>' in page
    _keep(cast.ben, MeasureShown(measure="phq_4", version=1, score=9), DAY, shared=True)
    assert _main(cast.ada) == page


def test_nothing_of_bens_own_changes_what_ada_sees(cast: Cast) -> None:
    _live_together(cast.ada, cast.ben, 16)
    before = [_bytes(cast.ada, path) for path in ("/us/growth/", "/me/growth/", "/us/", "/me/")]
    _live_alone(cast.ben)
    _keep(cast.ben, Felt(about=uuid4(), understood=0), 9 * DAY)
    _keep(cast.ben, GrowthQuestion(question="energy_pleasant"), DAY)
    after = [_bytes(cast.ada, path) for path in ("/us/growth/", "/me/growth/", "/us/", "/me/")]
    assert before == after


def _bytes(who: Someone, path: str) -> bytes:
    page = without_fresh_ids(masked(who.get(path)))
    return re.sub(rb'data-heard="[0-9a-f]+"', b"", page)


def test_a_rating_that_ada_shares_comes_in_a_week_later(cast: Cast) -> None:
    _live_together(cast.ada, cast.ben, 16)
    before = _main(cast.ben)
    _keep(cast.ada, Felt(about=uuid4(), understood=0, shared=True), 6 * DAY, shared=True)
    assert _main(cast.ben) == before
    _keep(cast.ada, Felt(about=uuid4(), understood=0, shared=True), 7 * DAY, shared=True)
    assert _main(cast.ben) != before


def test_it_is_not_there_for_who_is_in_no_couple(cast: Cast) -> None:
    for who in (cast.cleo, cast.dan, cast.eve):
        assert who.get("/us/growth/").status_code == 404
        assert who.get("/me/growth/").status_code == 200


def test_ada_sees_her_own_steps_days_and_guesses(cast: Cast) -> None:
    _live_alone(cast.ada)
    _live_together(cast.ada, cast.ben, 22)
    page = _page(cast.ada, "/me/growth/")
    assert "What you feared came in 0 of 6 steps. Beforehand you had thought: about 60" in page
    assert "<h3>How good it felt</h3>" in page
    assert "of 10 on average in the last four weeks, from 28 days." in page
    assert "Of 11 guesses at “felt understood”" in page
    assert page.count("How is this worked out?") == 5


def test_ada_asks_one_question_a_month_before_she_sees_its_answer(cast: Cast) -> None:
    _live_alone(cast.ada)
    assert "tended to" not in _page(cast.ada, "/me/growth/")
    sent = {"record": str(uuid4()), "question": "energy_pleasant"}
    for _ in range(2):
        assert cast.ada.post("/me/growth/ask/", sent).status_code == 302
    page = _main(cast.ada, "/me/growth/")
    assert "On days with more energy it tended to feel better. From 50 days." in page
    assert "That is not to say that one brings the other." in page
    assert "You can ask something else from" in page
    assert 'name="question"' not in page
    again = {"record": str(uuid4()), "question": "strong_energy"}
    cast.ada.post("/me/growth/ask/", again)
    assert _main(cast.ada, "/me/growth/") == page
    assert len(cast.ada.log.read(cast.ada.log.own, [GrowthQuestion], limit=9)) == 1


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("strong_pleasant", "Cannot tell. On all 50 days one of the two was the same."),
        ("letter_pleasant", "Cannot tell. What 50 days say fits with no link at all."),
        ("quiet_energy", "it takes 30 days with a check-in that says both; there are 0 here."),
        ("long_gone", "Pick one thing to ask"),
    ],
)
def test_it_says_why_it_cannot_tell(cast: Cast, question: str, said: str) -> None:
    _live_alone(cast.ada)
    _keep(cast.ada, Letter(feelings=("lonely",)), 3 * DAY, shared=True)
    _keep(cast.ada, GrowthQuestion(question=question), 31 * DAY)
    assert said.lower() in _page(cast.ada, "/me/growth/").lower()


def test_it_does_not_know_another_question(cast: Cast) -> None:
    answer = cast.ada.post("/me/growth/ask/", {"record": str(uuid4()), "question": "who_starts"})
    assert answer.status_code == 422
    assert "not known here" in answer.content.decode()
    other = {"record": str(deeds.check_in(cast.ben)), "question": "energy_pleasant"}
    assert cast.ada.post("/me/growth/ask/", other).status_code == 404


def test_it_leads_back_twelve_weeks_and_forward_again(cast: Cast) -> None:
    assert "Earlier" not in _page(cast.ada)
    _live_alone(cast.ada)
    _keep(cast.ada, CheckIn(pleasantness=4), 100 * DAY)
    page = _page(cast.ada, "/me/growth/")
    earlier = re.search(r'href="(\?until=[0-9-]+)" rel="prev"', page)
    assert earlier
    assert "Later" not in page
    back = _page(cast.ada, f"/me/growth/{earlier[1]}")
    assert 'rel="next"' in back
    assert "One question a month" not in back
    for odd in ("2999-01-01", "0001-01-01", "x", "2026-02-30"):
        assert _main(cast.ada, f"/me/growth/?until={odd}").count("One question a month") == 1

"""What Ben sees of his own days, for himself, and the one question he may ask of them."""

from datetime import UTC, date
from uuid import uuid4

import pytest
from tests.core.growth.kept import DAY, NOW, Kept

from nearer.core.growth import QUESTIONS, Follow, Mine, Row, Span, answer, follow, mine
from nearer.core.insight.association import Association
from nearer.core.insight.cannot_tell import CannotTell
from nearer.core.insight.guess_gap import GuessGap
from nearer.core.insight.level import Level, LevelChange
from nearer.core.moments import CheckIn, ChosenStep, Felt, Moment, StepOutcome

SPAN = Span.up_to(NOW.date())
STEP = ChosenStep("emotions_word_for_now", "emotions", "write", 1.0, "small")


def _see(*kept: Kept, guesses: tuple[tuple[int, int], ...] = ()) -> Mine:
    return mine(kept, span=SPAN, zone=UTC, guesses=guesses)


def _daily(moments: list[Moment]) -> list[Kept]:
    return [Kept(moment, ago * DAY) for ago, moment in enumerate(moments)]


def _looks(many: int) -> list[tuple[date, CheckIn]]:
    return [
        (
            (NOW - nth * DAY).date(),
            CheckIn(
                energy=nth % 5,
                pleasantness=10 - nth % 5,
                side="goes_quiet" if nth % 5 > 2 else "waits",
            ),
        )
        for nth in range(many)
    ]


def test_it_cannot_tell_anything_yet() -> None:
    seen = _see(*_daily([CheckIn(energy=3) for _ in range(13)]), Kept(CheckIn(), 90 * DAY))
    assert seen.check_ins == CannotTell("too_few", 13, 14)
    assert seen.felt == CannotTell("too_few", 0, 14)
    assert (seen.steps, seen.tally) == (0, None)
    assert isinstance(seen.gap, CannotTell)


def test_it_follows_his_days_his_answers_and_his_steps() -> None:
    looks = _daily([CheckIn(energy=nth % 5) for nth in range(20)])
    felt = _daily([Felt(about=uuid4(), cared=nth % 3) for nth in range(14)])
    steps = _daily([StepOutcome(about=uuid4(), step=STEP, feared="not", likely=60)] * 5)
    seen = _see(*looks, *felt, *steps, guesses=((2, 3),) * 10)
    assert isinstance(seen.check_ins, Follow)
    (energy,) = seen.check_ins.each
    assert (energy.name, energy.days) == ("energy", 20)
    assert isinstance(energy.level, Level)
    assert isinstance(seen.felt, Follow)
    assert [one.name for one in seen.felt.each] == ["cared"]
    assert seen.tally is not None
    assert (seen.steps, seen.tally.came) == (5, 0)
    assert isinstance(seen.gap, GuessGap)


def test_it_keeps_a_day_with_one_of_two_answers_and_leaves_the_other_open() -> None:
    days = [(NOW - nth * DAY).date() for nth in range(30, -1, -1)]
    marks: list[tuple[date, dict[str, float | None]]] = [
        (day, {"one": 1.0 + nth % 2, "two": None if nth == 4 else 2.0})
        for nth, day in enumerate(days)
    ]
    found = follow(marks, ["one", "two", "three"], until=SPAN.until, scale=(0.0, 4.0))
    assert isinstance(found, Follow)
    assert found.rows[4] == Row(days[4], (1.0, None))
    assert len(found.rows) == 31


def test_it_names_a_change_beyond_doubt() -> None:
    marks: list[tuple[date, dict[str, float | None]]] = [
        ((NOW - nth * DAY).date(), {"one": nth % 3 + (6.0 if nth < 28 else 0.0)})
        for nth in range(56)
    ]
    found = follow(marks, ["one"], until=SPAN.until, scale=(0.0, 10.0))
    assert isinstance(found, Follow)
    assert isinstance(found.each[0].change, LevelChange)


def test_it_answers_the_question_he_chose_from_thirty_days_on() -> None:
    found = answer("energy_pleasant", _looks(40), ())
    assert isinstance(found, Association)
    assert not found.rises
    quiet = answer("quiet_energy", _looks(40), ())
    assert isinstance(quiet, Association)
    assert quiet.rises
    assert answer("energy_pleasant", _looks(29), ()) == CannotTell("too_few", 29, 30)


def test_it_knows_each_of_its_questions_and_no_other() -> None:
    days = [(day, CheckIn(strength=1)) for day, _ in _looks(40)]
    for question in QUESTIONS:
        assert isinstance(answer(question, days, [days[0][0]]), CannotTell)
    with pytest.raises(ValueError, match="who_starts"):
        answer("who_starts", [], ())


def test_it_looks_at_the_days_on_which_he_sent_a_letter() -> None:
    looks = [
        ((NOW - nth * DAY).date(), CheckIn(pleasantness=8 if nth % 4 == 0 else 3))
        for nth in range(40)
    ]
    found = answer("letter_pleasant", looks, {day for day, one in looks if one.pleasantness == 8})
    assert isinstance(found, Association)
    assert found.rises

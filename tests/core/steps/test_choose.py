"""Ben is offered a step: small enough to go well, large enough to be one, and never pushed."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.steps.ladder import LADDER, did, lived, lives

from nearer.core.steps import (
    TOPICS,
    Because,
    Choice,
    Outcome,
    Step,
    chance,
    choose,
    height,
    highest,
    prior,
)
from nearer.core.steps.choose import AIM, FIRST_RUNG, SAFE

draws = st.floats(0, 1, exclude_max=True)


def chosen(past: list[Outcome], draw: float = 0.5, ladder: tuple[Step, ...] = LADDER) -> Choice:
    choice = choose(lived([(one, 0.0) for one in past]), ladder, past, chance=draw)
    assert choice is not None
    return choice


def rung(choice: Choice) -> float:
    return height(choice.step.difficulty, choice.size)


def test_it_begins_with_something_small() -> None:
    first = chosen([])
    assert rung(first) == FIRST_RUNG
    assert first.because == Because("first", first.step.topic)
    assert first.probability == chance(prior(), first.step, first.size) >= AIM[0]
    assert not first.care


def test_it_goes_up_where_ben_does_well_one_rung_at_a_time() -> None:
    past: list[Outcome] = []
    for _ in range(12):
        choice = chosen(past)
        assert rung(choice) <= highest(past) + 1
        past.append(did("well", choice.step.topic, choice.step.difficulty, choice.size))
    assert highest(past) >= 6
    topics = Counter(outcome.topic for outcome in past)
    assert max(topics.values()) <= 4
    assert chosen([did("well", difficulty=2)] * 9).because.why == "rung_up"


def test_it_aims_where_most_steps_go_well_once_it_knows_him() -> None:
    past = [did("well", "goals", 8)] + [did("mixed", "dreams", 4)] * 3
    for draw in (0.0, 0.3, 0.6, 0.9):
        assert AIM[0] <= chosen(past, draw).probability <= AIM[1] + 0.01


def test_it_makes_the_next_one_smaller_and_safer_after_a_rough_one() -> None:
    past = [did("well", "goals", 3), did("well", "fears", 4), did("rough", "dreams", 5)]
    choice = chosen(past)
    assert rung(choice) < 5
    assert choice.probability >= SAFE[0]
    assert choice.care
    assert choice.because == Because("after_rough", choice.step.topic, "dreams_say_5")


def test_it_stays_careful_until_a_step_is_taken_not_skipped() -> None:
    rough = [did("well"), did("rough", "dreams")]
    assert chosen([*rough, did(None, "goals")]) == chosen(rough)
    assert not chosen([*rough, did("well", "goals", 1)]).care


def test_it_offers_the_gentlest_there_is_to_somebody_for_whom_all_is_hard() -> None:
    rough = [did("rough", topic, 1, "small") for topic in TOPICS]
    mixed = [did("mixed", topic, 1, "small") for topic in TOPICS]
    choice = chosen(rough + mixed)
    assert rung(choice) == 0
    assert choice.probability < AIM[0]
    assert choice.because == Because("gentlest", choice.step.topic)
    assert rung(chosen(rough)) == 0


def test_it_leaves_alone_what_stands_too_high() -> None:
    high = tuple(step for step in LADDER if step.difficulty > 4)
    assert choose(prior(), high, [], chance=0) is None
    assert choose(prior(), [], [], chance=0) is None


def test_it_says_when_a_topic_is_new_and_when_something_like_it_went_well() -> None:
    fears = tuple(step for step in LADDER if step.topic == "fears")
    well = [did("well", "fears", 4), did("mixed", "fears", 5), did("mixed", "goals", 5)]
    assert chosen(well, ladder=fears).because == Because("went_well", "fears", "fears_say_4")
    before = [did("well", "goals", 4), did("mixed", "goals", 4), did("mixed", "dreams", 4)]
    assert chosen(before, ladder=fears).because == Because("new_topic", "fears")
    only_mixed = [did("well", "goals", 5), did("mixed", "fears", 2), did("mixed", "fears", 2)]
    assert chosen(only_mixed, ladder=fears).because == Because("steady", "fears")


def test_it_changes_topic_and_form_and_does_not_repeat_itself() -> None:
    past: list[Outcome] = []
    for number in range(24):
        step = chosen(past, number / 24).step
        past.append(
            did("well" if number % 3 else "mixed", step.topic, step.difficulty, form=step.form)
        )
    for last, now, following in zip(past, past[1:], past[2:], strict=False):
        assert len({last.topic, now.topic, following.topic}) == 3
    assert len(Counter(one.topic for one in past)) == 6
    assert len(Counter(one.form for one in past)) == 4
    assert len({one.step for one in past}) == 24


def test_it_goes_on_with_one_topic_if_there_is_no_other() -> None:
    fears = tuple(step for step in LADDER if step.topic == "fears")
    assert chosen([did("well", "fears")] * 3, ladder=fears).step.topic == "fears"


def test_it_takes_steps_of_ones_own_in_their_one_size() -> None:
    own = Step(id="own", topic="dreams", form="say", difficulty=2.5, own=True)
    choice = chosen([did("well", difficulty=2)], ladder=(own,))
    assert (choice.step, choice.size) == (own, "middle")


def test_it_draws_among_what_is_equally_good() -> None:
    drawn = {chosen([], draw / 100).step.id for draw in range(100)}
    assert len(drawn) > 20
    assert {chosen([], draw / 100).step.topic for draw in range(100)} == {
        step.topic for step in LADDER
    }


@given(lives, draws)
@settings(max_examples=60)
def test_it_never_goes_more_than_one_rung_up_and_keeps_its_word(
    life: list[tuple[Outcome, float]], draw: float
) -> None:
    past = [outcome for outcome, _ in life]
    belief = lived(life)
    choice = choose(belief, LADDER, past, chance=draw)
    assert choice is not None
    assert rung(choice) <= highest(past) + 1
    assert choice.probability == chance(belief, choice.step, choice.size)
    assert choose(belief, LADDER, past, chance=draw) == choice
    taken = [outcome for outcome in past if outcome.went]
    assert choose(belief, LADDER, taken, chance=draw) == choice
    rough = bool(taken) and taken[-1].went == "rough"
    assert choice.care is rough is (choice.because.why == "after_rough")
    if rough:
        assert rung(choice) < max(taken[-1].height, 1)


@pytest.mark.parametrize("draw", [0.0, 0.999999, 1.0])
def test_it_takes_any_chance_up_to_the_end(draw: float) -> None:
    assert chosen([], draw).because.why == "first"

"""What is open, what is offered, and what the fears came to, from what Ben kept."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st
from tests.core.letters.evening import BEN, Kept
from tests.core.steps.ladder import LADDER

from nearer.core.moments import ChosenStep, Expectation, Moment, StepOutcome, StepSkipped
from nearer.core.steps import ENOUGH, Feared, Step
from nearer.core.steps.walk import FADES, OPEN_SHOWN, offer, still_open, what_came

START = datetime(2026, 11, 2, 20, tzinfo=UTC)
DAY = timedelta(days=1)
FEARED: tuple[Feared, ...] = ("happened", "partly", "not", "cannot_tell")


def kept(moment: Moment, day: float = 0, record: UUID | None = None) -> Kept:
    return Kept(record or uuid4(), BEN, START + day * DAY, moment)


def of(step: Step) -> ChosenStep:
    return ChosenStep(step.id, step.topic, step.form, step.difficulty, "middle")


def told(
    step: Step, feared: Feared = "not", *, hard: int = 2, day: float = 0, likely: int | None = 60
) -> Kept:
    outcome = StepOutcome(about=uuid4(), step=of(step), feared=feared, hard=hard, likely=likely)
    return kept(outcome, day)


def offered(entries: list[Kept], day: float = 0, among: tuple[Step, ...] = LADDER) -> str | None:
    choice = offer(among, entries, who=BEN, now=START + day * DAY)
    return choice.step.id if choice else None


def test_it_offers_the_same_until_ben_does_something() -> None:
    entries: list[Kept] = []
    for _ in range(8):
        first = offered(entries)
        assert first is not None
        days = (len(entries) + part / 7 for part in range(7))
        assert {offered(entries, day) for day in days} == {first}
        entries.append(kept(StepSkipped(step=first), len(entries)))
        assert offered(entries, len(entries)) != first, "skipped, so another one"


def test_it_offers_what_ben_passed_over_again_only_when_nothing_else_is_low_enough() -> None:
    three = tuple(step for step in LADDER if step.difficulty == 1)[:3]
    entries: list[Kept] = []
    seen = []
    for day in range(9):
        step = offered(entries, day, three)
        assert step is not None
        seen.append(step)
        entries.append(kept(StepSkipped(step=step), day))
    assert set(seen[:3]) == {step.id for step in three}
    assert all(one != after for one, after in pairwise(seen))


def test_it_offers_nothing_where_there_is_nothing() -> None:
    assert offered([], among=()) is None


def test_it_does_not_offer_what_is_open() -> None:
    (only,) = (step for step in LADDER if step.id == "fears_say_1")
    entries = [kept(Expectation(step=of(only)))]
    assert offered(entries, among=(only,)) is None
    assert offered(entries, (FADES + DAY) / DAY, (only,)) == only.id


def test_it_believes_the_same_whatever_was_skipped() -> None:
    past = [told(LADDER[0], day=1), told(LADDER[50], "partly", day=2)]
    (seed,) = [kept(StepSkipped(step="gone"), 3)]
    one = offer(LADDER, [*past, seed], who=BEN, now=START + 4 * DAY)
    skips = [kept(StepSkipped(step="gone"), 2.5) for _ in range(20)]
    other = offer(LADDER, [*past, *skips, seed], who=BEN, now=START + 4 * DAY)
    assert one == other


def test_it_goes_lower_with_care_after_a_rough_one() -> None:
    step = next(step for step in LADDER if step.difficulty == 4)
    choice = offer(LADDER, [told(step, "happened", hard=9)], who=BEN, now=START + DAY)
    assert choice is not None
    assert choice.care
    assert choice.because.why == "after_rough"
    assert choice.step.difficulty < step.difficulty + 1


def test_it_reads_how_hard_it_was_as_the_middle_where_ben_did_not_say() -> None:
    chosen = of(LADDER[0])
    for feared in FEARED:
        said = StepOutcome(about=uuid4(), step=chosen, feared=feared, hard=5)
        silent = StepOutcome(about=uuid4(), step=chosen, feared=feared)
        assert said.as_outcome() == silent.as_outcome()


def test_it_brings_up_what_is_open_and_recent_newest_first() -> None:
    taken = [kept(Expectation(step=of(LADDER[n])), n) for n in range(6)]
    done = kept(StepOutcome(about=taken[5].id, step=of(LADDER[5]), feared="not"), 6)
    shown = still_open([*taken, done], now=START + 6 * DAY)
    assert shown == (taken[4], taken[3], taken[2])
    assert len(shown) == OPEN_SHOWN
    assert still_open(taken, now=START + 5 * DAY + FADES + DAY / 24) == ()


@given(
    st.lists(
        st.tuples(st.sampled_from(FEARED), st.none() | st.integers(0, 100)), max_size=ENOUGH + 4
    )
)
def test_it_counts_only_steps_that_were_foretold_and_could_be_told(
    said: list[tuple[Feared, int | None]],
) -> None:
    entries = [told(LADDER[0], feared, likely=likely) for feared, likely in said]
    counted = [(f, n) for f, n in said if n is not None and f != "cannot_tell"]
    tally = what_came([*entries, kept(StepSkipped(step="gone"))])
    if len(counted) < ENOUGH:
        assert tally is None
        return
    assert tally is not None
    assert tally.steps == len(counted)
    assert tally.came == sum(f != "not" for f, _ in counted)

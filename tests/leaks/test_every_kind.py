"""Whatever kind of moment there is: it leaves with its owner, and it is gone when they are."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.utils import timezone
from tests import deeds
from tests.cast import Cast

from nearer.acts.erase import erase
from nearer.acts.export import export
from nearer.core.moments import (
    KINDS,
    Agreement,
    AgreementLooked,
    AgreementSigned,
    AnswerByLink,
    Answered,
    Appreciation,
    AskedBack,
    CheckIn,
    ChosenStep,
    Courage,
    CycleHalf,
    CycleLine,
    CycleShown,
    Expectation,
    Felt,
    FeltGuess,
    GrowthQuestion,
    Invitation,
    Letter,
    LetterByLink,
    LetterDraft,
    LetterKept,
    ListeningKept,
    ListeningMove,
    ListeningRound,
    MeasureShown,
    MeasureTaken,
    Moment,
    Night,
    Opened,
    OwnStep,
    Pause,
    PauseChange,
    PausesFelt,
    Plan,
    PlanCameUp,
    Preferences,
    Reflection,
    Reply,
    Sentence,
    SentenceMark,
    SessionBegun,
    Sign,
    StepOutcome,
    StepSkipped,
    TakenBack,
    ToldMore,
    Waiting,
    WeeklyDraft,
    WeeklyPlan,
    WeeklyShown,
    is_shared,
)
from nearer.store.log import Draft
from nearer.store.models import Record

ID = uuid4()
STEP = ChosenStep("emotions_word_for_now", "emotions", "write", 1.0, "small")
ONE_OF_EACH: dict[str, Moment] = {
    "check_in": CheckIn(feelings=("lonely",), certainty="named"),
    "letter": Letter(feelings=("lonely",)),
    "letter_draft": LetterDraft(letter=ID, feelings=("lonely",)),
    "reply": Reply(about=ID, parts=("heard",), guess=("lonely",)),
    "felt": Felt(about=ID, understood=1, guess="nearly", shared=True),
    "opened": Opened(about=ID),
    "taken_back": TakenBack(about=ID, what="letter"),
    "preferences": Preferences(idle_minutes=5, time_zone="UTC"),
    "session_begun": SessionBegun(session=ID, device="Firefox"),
    "invitation": Invitation(invite=ID),
    "sign": Sign(sign="overwhelmed"),
    "pause": Pause(until=datetime(2026, 11, 22, 20, 40, tzinfo=UTC)),
    "pause_change": PauseChange(about=ID, what="back"),
    "pauses_felt": PausesFelt(how="too_long"),
    "reflection": Reflection(way="afraid", hurts=("rejected",)),
    "plan": Plan(cue="event"),
    "plan_came_up": PlanCameUp(about=ID, what="did"),
    "expectation": Expectation(step=STEP, likely=60),
    "step_outcome": StepOutcome(about=ID, step=STEP, feared="not", hard=4, likely=60),
    "step_skipped": StepSkipped(step="emotions_word_for_now"),
    "own_step": OwnStep(topic="dreams", form="say", difficulty=5.5),
    "sentence": Sentence(feeling="lonely", sure=3),
    "sentence_mark": SentenceMark(about=ID, sure=5),
    "night": Night(feelings=("lonely",), readings=("old_hurts",)),
    "letter_by_link": LetterByLink(letter=ID),
    "answer_by_link": AnswerByLink(about=ID),
    "letter_kept": LetterKept(),
    "waiting": Waiting(asking="once", until=date(2026, 11, 27)),
    "measure_taken": MeasureTaken(measure="felt", version=1, answers=(Answered("felt_cared", 3),)),
    "measure_shown": MeasureShown(measure="felt", version=1, score=7),
    "courage": Courage(about=ID, how="word"),
    "cycle_half": CycleHalf(feelings=("lonely",), move="ask_again"),
    "cycle_shown": CycleShown(feelings=("lonely",), move="ask_again"),
    "cycle_line": CycleLine(box="stress"),
    "agreement": Agreement(again=date(2027, 3, 1)),
    "agreement_signed": AgreementSigned(about=ID),
    "agreement_looked": AgreementLooked(about=ID),
    "growth_question": GrowthQuestion(question="energy_pleasant"),
    "felt_guess": FeltGuess(about=ID, understood=2, shared=True),
    "appreciation": Appreciation(of="imperfection", shared=True),
    "asked_back": AskedBack(about=ID),
    "told_more": ToldMore(about=ID),
    "listening_round": ListeningRound(way="say", minutes=3),
    "listening_move": ListeningMove(about=ID, number=1, what="accept", side="other"),
    "listening_kept": ListeningKept(way="say", turns=1, about=ID),
    "weekly_plan": WeeklyPlan(
        day=6, hour=20, time_zone="UTC", since=datetime(2026, 11, 22, tzinfo=UTC)
    ),
    "weekly_draft": WeeklyDraft(about=ID, day=date(2026, 11, 22), kept_back=("hard",)),
    "weekly_shown": WeeklyShown(about=ID, day=date(2026, 11, 22), questions=("rest",)),
}
"""A kind that is new needs one here: then its export and its erasure are tested too."""


def test_it_has_one_of_every_kind_that_there_is() -> None:
    assert set(ONE_OF_EACH) == set(KINDS), "add one of the new kind to ONE_OF_EACH"
    for name, moment in ONE_OF_EACH.items():
        assert KINDS.of(moment).name == name


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_it_leaves_with_ada_and_is_gone_when_she_is(cast: Cast, name: str) -> None:
    moment, log, record = ONE_OF_EACH[name], cast.ada.log, uuid4()
    space = deeds.couple_of(cast.ada) if is_shared(moment) else log.own
    log.write(space, Draft(record, moment, timezone.now(), about=ID))
    taken = {one["id"]: one["marks"] for one in export(cast.ada.person, cast.ada.log)["records"]}
    assert taken[str(record)]["kind"] == name
    bens = {one["id"] for one in export(cast.ben.person, cast.ben.log)["records"]}
    assert str(record) not in bens
    erase(cast.ada.person)
    assert not Record.objects.filter(id=record).exists()

"""Any moment that somebody could keep, for laws that hold for all of them."""

from datetime import UTC
from typing import get_args

from hypothesis import strategies as st

from nearer.core.listening import What as ListeningWhat
from nearer.core.moments import (
    GOODS,
    PARTS,
    WEEKLY_PARTS,
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
    PausesFelt,
    Plan,
    PlanCameUp,
    Preferences,
    Receive,
    Reflection,
    Reply,
    Sentence,
    SentenceMark,
    SessionBegun,
    StepOutcome,
    StepSkipped,
    TakenBack,
    ToldMore,
    Tried,
    Waiting,
    WeeklyDraft,
    WeeklyPlan,
    WeeklyShown,
)
from nearer.core.moments.felt import GuessWas
from nearer.core.moments.marks import Side
from nearer.core.moments.ours import Box
from nearer.core.moments.reply import Part
from nearer.core.moments.taken_back import What
from nearer.core.steps import FORMS, SIZES, TOPICS

ids = st.from_regex(r"\A[a-z][a-z0-9_]{0,39}\Z")
feelings = st.lists(ids, max_size=3, unique=True).map(tuple)
questions = feelings
ten = st.none() | st.integers(0, 10)
four = st.none() | st.integers(0, 4)
sides: st.SearchStrategy[Side | None] = st.sampled_from([None, "goes_quiet", "waits"])

percent = st.none() | st.integers(0, 100)
step_ids = ids | st.uuids().map(str)
topics, forms, sizes = (st.sampled_from(each) for each in (TOPICS, FORMS, SIZES))
difficulties = st.floats(1, 10)
chosen = st.builds(ChosenStep, step_ids, topics, forms, difficulties, sizes)


@st.composite
def check_ins(draw: st.DrawFn) -> CheckIn:
    felt, own = draw(feelings), draw(st.booleans())
    sure = ["mixed", "not_sure", *(["named"] if felt or own else [])]
    return CheckIn(
        body=draw(st.lists(ids, max_size=12, unique=True).map(tuple)),
        energy=draw(ten),
        pleasantness=draw(ten),
        in_control=draw(st.sampled_from([None, "yes", "no"])),
        toward_away=draw(st.sampled_from([None, "toward", "away"])),
        feelings=felt,
        own_word=own,
        certainty=draw(st.sampled_from(sure)),
        strength=draw(st.none() | st.integers(1, 10)),
        trigger=draw(st.none() | ids),
        urge=draw(st.none() | ids),
        side=draw(sides),
    )


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    feeling = draw(st.none() | ids)
    return Sentence(
        feeling=feeling,
        own_word=feeling is None or draw(st.booleans()),
        request=draw(st.none() | ids),
        from_check_in=draw(st.none() | st.uuids()),
        sure=draw(ten),
    )


@st.composite
def felts(draw: st.DrawFn) -> Felt:
    guess = draw(st.none() | st.sampled_from(get_args(GuessWas)))
    some = st.tuples(four, four, four)
    scores = draw(some if guess else some.filter(any_given))
    return Felt(
        about=draw(st.uuids()),
        understood=scores[0],
        valued=scores[1],
        cared=scores[2],
        shared=draw(st.booleans()),
        guess=guess,
    )


@st.composite
def guesses(draw: st.DrawFn) -> FeltGuess:
    scores = draw(st.tuples(four, four, four).filter(any_given))
    return FeltGuess(
        about=draw(st.uuids()),
        understood=scores[0],
        valued=scores[1],
        cared=scores[2],
        shared=draw(st.booleans()),
    )


def any_given(scores: tuple[int | None, ...]) -> bool:
    return any(score is not None for score in scores)


def in_order(parts: set[Part]) -> tuple[Part, ...]:
    return tuple(part for part in PARTS if part in parts)


moments: st.SearchStrategy[Moment] = st.one_of(
    check_ins(),
    felts(),
    st.builds(
        Letter,
        feelings=feelings,
        own_word=st.booleans(),
        request=st.none() | ids,
        own_request=st.booleans(),
        receive=st.sampled_from([None, *get_args(Receive)]),
    ),
    st.builds(
        LetterDraft,
        letter=st.uuids(),
        feelings=feelings,
        own_word=st.booleans(),
        request=st.none() | ids,
        own_request=st.booleans(),
        receive=st.sampled_from([None, *get_args(Receive)]),
        from_check_in=st.none() | st.uuids(),
    ),
    st.builds(
        Reply,
        about=st.uuids(),
        parts=st.sets(st.sampled_from(PARTS), min_size=1).map(in_order),
        guess=feelings,
    ),
    st.builds(Opened, about=st.uuids()),
    st.builds(
        TakenBack,
        about=st.uuids(),
        what=st.sampled_from(get_args(What)),
        letter=st.uuids(),
    ),
    st.builds(
        Preferences,
        idle_minutes=st.integers(1, 60),
        time_zone=st.sampled_from(["UTC", "Europe/Zurich", "America/Port-au-Prince", "Etc/GMT+5"]),
        usual_side=sides,
    ),
    st.builds(SessionBegun, session=st.uuids(), device=st.text(min_size=1, max_size=60)),
    st.builds(Invitation, invite=st.uuids()),
    st.builds(
        Reflection,
        way=st.sampled_from(["afraid", "dont_know", "not_now"]),
        fears=feelings,
        readings=st.lists(
            st.builds(Tried, ids, st.sampled_from(["fits", "a_bit", "not"])),
            max_size=6,
            unique_by=lambda tried: tried.reading,
        ).map(tuple),
        hurts=feelings,
    ),
    st.builds(PausesFelt, how=st.sampled_from([None, "help", "too_long", "left_alone"])),
    st.builds(Plan, cue=st.sampled_from(["event", "place", "time"])),
    st.builds(PlanCameUp, about=st.uuids(), what=st.sampled_from(["did", "did_not", "not_yet"])),
    st.builds(Expectation, step=chosen, likely=percent),
    st.builds(
        StepOutcome,
        about=st.uuids(),
        step=chosen,
        feared=st.sampled_from(["happened", "partly", "not", "cannot_tell"]),
        hard=ten,
        likely=percent,
    ),
    st.builds(StepSkipped, step=step_ids),
    st.builds(OwnStep, topic=topics, form=forms, difficulty=difficulties),
    sentences(),
    st.builds(SentenceMark, about=st.uuids(), sure=st.integers(0, 10), said=st.booleans()),
    st.builds(SentenceMark, about=st.uuids(), said=st.just(value=True)),
    st.builds(
        Night,
        feelings=feelings,
        body=feelings,
        stories=feelings,
        readings=feelings,
        next_minutes=st.none() | ids,
    ),
    st.builds(
        ListeningRound,
        way=st.sampled_from(["say", "hear", "sit"]),
        minutes=st.integers(1, 60),
        phones=st.sampled_from(["two", "one"]),
    ),
    st.builds(
        ListeningMove,
        about=st.uuids(),
        number=st.integers(1, 500),
        what=st.sampled_from(get_args(ListeningWhat)),
        side=st.sampled_from(["one", "other"]),
    ),
    st.builds(
        ListeningKept,
        way=st.sampled_from(["say", "hear"]),
        turns=st.integers(1, 4),
        about=st.none() | st.uuids(),
    ),
    st.builds(Waiting, asking=st.none() | ids, until=st.none() | st.dates()),
    st.builds(
        MeasureTaken,
        measure=ids,
        version=st.integers(1, 999),
        answers=st.lists(
            st.builds(Answered, ids, st.integers(0, 6)), max_size=40, unique_by=lambda one: one.item
        ).map(tuple),
    ),
    st.builds(MeasureShown, measure=ids, version=st.integers(1, 999), score=st.integers(0, 999)),
    st.builds(LetterByLink, letter=st.uuids()),
    st.builds(AnswerByLink, about=st.uuids()),
    st.builds(LetterKept),
    *(
        st.builds(
            half,
            feelings=feelings,
            own_word=st.booleans(),
            move=st.none() | ids,
            own_move=st.booleans(),
        )
        for half in (CycleHalf, CycleShown)
    ),
    st.builds(CycleLine, box=st.sampled_from(get_args(Box))),
    st.builds(Agreement, again=st.none() | st.dates()),
    st.builds(AgreementSigned, about=st.uuids(), withdrawn=st.booleans()),
    st.builds(AgreementLooked, about=st.uuids()),
    st.builds(GrowthQuestion, question=ids),
    st.builds(Courage, about=st.uuids(), how=st.sampled_from(["word", "sign"])),
    guesses(),
    st.builds(Appreciation, of=st.sampled_from(GOODS), shared=st.booleans()),
    st.builds(AskedBack, about=st.uuids()),
    st.builds(ToldMore, about=st.uuids()),
    st.builds(
        WeeklyPlan,
        day=st.integers(0, 6),
        hour=st.integers(0, 23),
        minute=st.integers(0, 59),
        time_zone=st.just("Europe/Berlin"),
        questions=questions,
        since=st.datetimes(timezones=st.just(UTC)),
    ),
    st.builds(
        WeeklyDraft,
        about=st.uuids(),
        day=st.dates(),
        questions=questions,
        kept_back=st.lists(st.sampled_from(WEEKLY_PARTS), max_size=6, unique=True).map(tuple),
    ),
    st.builds(WeeklyShown, about=st.uuids(), day=st.dates(), questions=questions),
)

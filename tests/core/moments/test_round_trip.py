"""What Ada and Ben keep comes back as it was, and nothing else is taken for it."""

import json
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.moments.anything_kept import moments

from nearer.core.moments import (
    KINDS,
    Appreciation,
    BrokenMoment,
    CheckIn,
    CycleHalf,
    CycleShown,
    Felt,
    FeltGuess,
    Letter,
    LetterDraft,
    Moment,
    Opened,
    Preferences,
    Reflection,
    Reply,
    Sentence,
    SentenceMark,
    SessionBegun,
    TakenBack,
    Tried,
    UnknownMoment,
    decode,
    encode,
    is_shared,
    kind_of,
)

ONE = UUID("11111111-1111-4111-8111-111111111111")
TWO = UUID("22222222-2222-4222-8222-222222222222")


@given(moment=moments)
def test_it_gives_ada_back_what_she_kept(moment: Moment) -> None:
    assert decode(encode(moment)) == moment


@given(moment=moments)
def test_it_writes_equal_moments_as_equal_bytes(moment: Moment) -> None:
    written = encode(moment)
    assert encode(decode(written)) == written
    plain = json.loads(written)
    assert written.decode() == json.dumps(
        plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


@given(moment=moments)
def test_it_reads_what_a_newer_nearer_wrote_and_passes_over_what_it_does_not_know(
    moment: Moment,
) -> None:
    newer = json.loads(encode(moment)) | {"zz_from_next_year": ["?"]}
    assert decode(json.dumps(newer).encode()) == moment


@given(moment=moments)
def test_it_calls_a_moment_by_the_name_that_is_in_its_bytes(moment: Moment) -> None:
    assert json.loads(encode(moment))["kind"] == kind_of(moment)
    assert KINDS[kind_of(moment)].struct is type(moment)


def test_it_leaves_out_what_ben_did_not_say() -> None:
    assert encode(CheckIn()) == b'{"kind":"check_in"}'
    assert decode(b'{"kind":"check_in"}') == CheckIn()


def test_it_fits_an_ordinary_check_in_into_the_smallest_box() -> None:
    ordinary = CheckIn(
        body=("tight_chest",),
        energy=3,
        pleasantness=2,
        in_control="no",
        toward_away="away",
        feelings=("overwhelmed", "hurt"),
        certainty="named",
        strength=7,
        trigger="raised_voice",
        urge="leave_the_room",
        side="goes_quiet",
    )
    assert len(encode(ordinary)) < 256


def test_it_reads_no_moment_of_a_kind_it_does_not_know_and_does_not_log_its_name() -> None:
    with pytest.raises(UnknownMoment) as caught:
        decode(b'{"kind":"wish","about":7}')
    assert caught.value.kind == "wish"
    assert "wish" not in str(caught.value)


@pytest.mark.parametrize(
    ("written", "where"),
    [
        (b"", "$"),
        (b"\xff", "$"),
        (b'"\xff"', "$.kind"),
        (b'{"kind":"session_begun","device":"\xff"}', "$"),
        (b"{", "$"),
        (b"[]", "$.kind"),
        (b"{}", "$.kind"),
        (b'{"kind":7}', "$.kind"),
        (b'{"kind":"opened"}', "$"),
        (b'{"kind":"opened","about":"secret"}', "$.about"),
        (b'{"kind":"check_in","energy":11}', "$.energy"),
        (b'{"kind":"check_in","energy":true}', "$.energy"),
        (b'{"kind":"check_in","certainty":"secret"}', "$.certainty"),
        (b'{"kind":"check_in","feelings":["SECRET"]}', "$.feelings[0]"),
        (b'{"kind":"check_in","certainty":"named"}', "$"),
    ],
)
def test_it_says_where_a_moment_is_broken_and_never_what_is_in_it(
    written: bytes, where: str
) -> None:
    with pytest.raises(BrokenMoment) as caught:
        decode(written)
    assert caught.value.where == where
    assert "secret" not in str(caught.value).lower()


@pytest.mark.parametrize(
    "moment",
    [
        CheckIn(energy=-1),
        CheckIn(pleasantness=11),
        CheckIn(strength=0),
        CheckIn(strength=True),
        CheckIn(feelings=("a", "b", "c", "d")),
        CheckIn(body=tuple(f"cue_{n}" for n in range(13))),
        CheckIn(trigger="Two words"),
        CheckIn(urge="x\n"),
        CheckIn(side="avoidant"),  # type: ignore[arg-type]
        Letter(request=""),
        Felt(about=ONE, cared=5),
        Felt(about=ONE, guess="wrong"),  # type: ignore[arg-type]
        Reply(about=ONE, parts=("heard",), guess=("a", "b", "c", "d")),
        Sentence(feeling="hurt", sure=11),
        SentenceMark(about=ONE, sure=-1),
        Preferences(idle_minutes=0, time_zone="UTC"),
        Preferences(idle_minutes=61, time_zone="UTC"),
        Preferences(idle_minutes=5, time_zone="../etc"),
        SessionBegun(session=ONE, device=""),
        SessionBegun(session=ONE, device="x" * 61),
    ],
)
def test_it_does_not_write_what_it_could_not_read(moment: Moment) -> None:
    with pytest.raises(BrokenMoment):
        encode(moment)


@pytest.mark.parametrize(
    "make",
    [
        lambda: CheckIn(feelings=("hurt", "hurt")),
        lambda: CheckIn(body=("tight_chest", "tight_chest")),
        lambda: CheckIn(certainty="named"),
        lambda: Letter(feelings=("hurt", "hurt")),
        lambda: LetterDraft(letter=ONE, feelings=("hurt", "hurt")),
        lambda: Reply(about=ONE, parts=()),
        lambda: Reply(about=ONE, parts=("sense", "heard")),
        lambda: Reply(about=ONE, parts=("heard", "heard")),
        lambda: Reply(about=ONE, parts=("heard",), guess=("hurt", "hurt")),
        lambda: Felt(about=ONE),
        lambda: FeltGuess(about=ONE),
        lambda: Sentence(request="hug", sure=3),
        lambda: SentenceMark(about=ONE),
        lambda: TakenBack(about=ONE, what="reply"),
        lambda: TakenBack(about=ONE, what="courage"),
        lambda: CycleHalf(feelings=("hurt", "hurt")),
        lambda: CycleShown(feelings=("hurt", "hurt")),
        lambda: Reflection(way="afraid", fears=("judged", "judged")),
        lambda: Reflection(way="afraid", hurts=("rejected", "rejected")),
        lambda: Reflection(way="afraid", readings=(Tried("seen", "fits"), Tried("seen", "not"))),
    ],
)
def test_it_makes_no_moment_that_contradicts_itself(make: st.SearchStrategy[Moment]) -> None:
    with pytest.raises(ValueError, match=":"):
        make()  # type: ignore[operator]


def test_it_lets_ben_name_a_feeling_with_a_word_of_his_own() -> None:
    assert CheckIn(certainty="named", own_word=True).feelings == ()


def test_it_lets_ada_keep_the_feelings_that_it_could_be_while_she_is_not_sure() -> None:
    assert CheckIn(certainty="not_sure", feelings=("hurt",)).feelings == ("hurt",)


def test_it_sends_the_letter_that_ada_drafted_and_not_where_it_came_from() -> None:
    draft = LetterDraft(
        letter=ONE,
        feelings=("lonely",),
        own_word=True,
        request="just_listen",
        receive="sign",
        from_check_in=TWO,
    )
    letter = draft.as_letter()
    assert letter == Letter(
        feelings=("lonely",), own_word=True, request="just_listen", receive="sign"
    )
    assert str(TWO) not in encode(letter).decode()


def test_it_keeps_what_is_private_out_of_the_space_of_two() -> None:
    private = {name for name, kind in KINDS.items() if kind.shared == "never"}
    assert private == {
        "check_in",
        "letter_draft",
        "opened",
        "preferences",
        "session_begun",
        "invitation",
        "reflection",
        "plan",
        "plan_came_up",
        "pauses_felt",
        "expectation",
        "step_outcome",
        "step_skipped",
        "own_step",
        "sentence",
        "sentence_mark",
        "night",
        "waiting",
        "cycle_half",
        "agreement_looked",
        "growth_question",
        "measure_taken",
        "letter_by_link",
        "answer_by_link",
        "letter_kept",
        "weekly_draft",
    }
    assert not is_shared(Opened(about=ONE))
    assert is_shared(Letter())
    assert is_shared(Felt(about=ONE, cared=4, shared=True))
    assert not is_shared(Felt(about=ONE, cared=4))
    assert is_shared(FeltGuess(about=ONE, cared=4, shared=True))
    assert not is_shared(FeltGuess(about=ONE, cared=4))
    assert not is_shared(Appreciation(of="strength"))


def test_it_knows_each_kind_by_its_struct() -> None:
    assert len(KINDS) == len({kind.struct for kind in KINDS.values()})
    assert all(KINDS.name_of(kind.struct) == name for name, kind in KINDS.items())
    with pytest.raises(KeyError):
        KINDS.name_of(Moment)


def test_it_does_not_change_a_moment_that_was_made() -> None:
    with pytest.raises(AttributeError):
        Letter().request = "hug"  # type: ignore[misc]
    assert msgspec.structs.replace(Letter(), request="hug").request == "hug"

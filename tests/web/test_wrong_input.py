"""Every wrong thing in every field: a sentence where it can be read, and nothing is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django import forms
from tests.pairing import Link
from tests.trouble import everything
from tests.web.sendings import SENDINGS
from tests.web.sendings_of_both import WRONG_OF_BOTH

from nearer.store.models import Allowance, Session
from nearer.vault.wire import to_text
from nearer.web.brought import LetterKeptForm
from nearer.web.invites import InviteForm
from nearer.web.night import NightForm
from nearer.web.rooms.account.forms import (
    BeginForm,
    IdleForm,
    PassphraseForm,
    RecoverForm,
    SignInForm,
)
from nearer.web.rooms.appreciations.forms import AskForm, GoodForm, MoreForm
from nearer.web.rooms.by_link.forms import AnswerKeptForm, LinkedLetterForm
from nearer.web.rooms.checkin.forms import CheckInForm, WordForm
from nearer.web.rooms.letters.forms import CourageForm, FeltForm, GuessForm, LetterForm, ReplyForm
from nearer.web.rooms.listening.forms import InviteForm as AskToListenForm
from nearer.web.rooms.listening.forms import KeepForm, MoveForm, WrittenForm
from nearer.web.rooms.measures.forms import MeasureForm
from nearer.web.rooms.plans.forms import CameUpForm, PlanForm
from nearer.web.rooms.pulling_back.forms import PauseForm, PausesFeltForm, SignForm
from nearer.web.rooms.reasons.forms import ReflectionForm
from nearer.web.rooms.say.forms import MarkForm, SentenceForm
from nearer.web.rooms.steps.forms import OwnStepForm, SkipForm, TakeForm, TellForm
from nearer.web.rooms.support.forms import SideForm, WaitingForm
from nearer.web.rooms.weekly.forms import AnswersForm, DayForm, KeepBackForm, WeekForm
from nearer.web.sealed import Sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cast import Cast
    from tests.web.sending import Sending

FREE = {"next", "time_zone", "ticket", "filled"}
"""Fields of a script that may hold anything short: what they say is checked where it is used."""
BYTES = ["", "AA", "not base64url!"]
GONE = ["gone"]
NO_ID = ["", "x", "12345"]
SAID = re.compile(r'<p\s+id="([a-z_]+)"[^>]*>([^<]*)</p>')


def _from_zero_to_ten() -> list[Any]:
    return ["11", "-1", "x", "3.5", "9" * 40]


WRONG: dict[type[forms.Form], dict[str, list[Any]]] = {
    CheckInForm: {
        "record": NO_ID,
        "words": ["AAAA", "not base64url!", "A" * 300],
        "body": [["nowhere"], ["tight_chest", "<b>"]],
        "energy": _from_zero_to_ten(),
        "pleasantness": _from_zero_to_ten(),
        "strength": ["0", "11", "x"],
        "said": [["gone"]],
        "side": GONE,
        "feelings": [["gone"], ["lonely", "ashamed", "hurt", "numb"]],
        **dict.fromkeys(("trigger", "urge", "in_control", "toward_away"), GONE),
    },
    WordForm: {
        "record": NO_ID, "words": ["AAAA", "not base64url!"],
        "feelings": [[], ["gone"], ["lonely", "ashamed", "hurt", "numb"]],
    },
    SentenceForm: {
        "record": NO_ID, "words": ["AAAA", "not base64url!"],
        "feeling": ["", "gone"], "request": ["gone"],
        "from_check_in": ["x"],
        "sure": ["11", "-1", "x", "3.5"],
    },
    MarkForm: {"record": NO_ID, "sure": ["", "11", "-1", "x"]},
    LetterForm: {
        "record": NO_ID, "words": ["AAAA", "not base64url!"],
        "feelings": [["gone"], ["lonely", "ashamed", "hurt", "numb"]],
        "request": ["gone"],
        "receive": ["gone"],
        "from_check_in": ["x"],
    },
    ReplyForm: {
        "record": NO_ID, "words": ["", "AAAA", "not base64url!"],
        "guess": [["gone"], ["lonely", "ashamed", "hurt", "numb"]],
    },
    FeltForm: {
        "guess": ["gone"], "understood": ["5", "x"], "valued": ["-1"], "cared": ["4.5"],
    },
    GuessForm: {"understood": ["5", "x"], "valued": ["-1"], "cared": ["4.5"]},
    CourageForm: {"record": NO_ID, "words": ["AAAA", "!"], "how": ["", "gone"]},
    GoodForm: {"record": NO_ID, "words": ["AAAA", "!"], "of": ["", "gone"]},
    AskForm: {"record": NO_ID, "words": ["AAAA", "!"]},
    MoreForm: {"record": NO_ID, "words": ["AAAA", "!"]},
    InviteForm: {
        "record": NO_ID,
        "invite": NO_ID,
        "space": NO_ID,
        "words": ["AAAA"],
        **dict.fromkeys(("box", "proof", "marks_key", "words_key"), BYTES),
    },
    LinkedLetterForm: {
        "record": NO_ID,
        "invite": NO_ID,
        "space": NO_ID,
        "words": ["", "AAAA"],
        "letter_box": ["", "AAAA", "not base64url!"],
        **dict.fromkeys(("box", "proof", "marks_key", "words_key", "letter_proof"), BYTES),
    },
    AnswerKeptForm: {"record": NO_ID, "words": ["", "AAAA", "!"]},
    LetterKeptForm: {"record": NO_ID, "words": ["", "AAAA", "!"]},
    SignInForm: {
        "name": ["", " ", "\x00", "a" * 61, "a\u202eb", "\u200b"],
        "proof": ["AA", "!"],
        "marks_private": BYTES,
    },
    BeginForm: {
        "name": ["", " ", "a" * 61, "a\nb", "Ada", "ADA "],
        "person": NO_ID,
        "space": NO_ID,
        "profile": ["", "cheapest", "free"],
        **dict.fromkeys(
            (
                "salt", "proof", "slot", "recovery_proof", "recovery_slot", "marks_public",
                "words_public", "marks_key", "words_key", "marks_private",
            ),
            BYTES,
        ),
    },
    RecoverForm: {
        "name": ["", "a" * 61, "nobody"],
        "profile": ["", "cheapest"],
        **dict.fromkeys(
            (
                "salt", "proof", "slot", "recovery_proof", "new_recovery_proof",
                "new_recovery_slot", "marks_private",
            ),
            BYTES,
        ),
    },
    PassphraseForm: {
        "profile": ["", "cheapest"],
        **dict.fromkeys(("salt", "proof", "slot", "old_proof"), BYTES),
    },
    SignForm: {"record": NO_ID, "sign": ["", "gone"], "help": ["gone"]},
    PauseForm: {
        "record": NO_ID, "when": ["", "gone"], "line": ["gone"], "reason": ["gone"],
    },
    PausesFeltForm: {"record": NO_ID, "words": ["AAAA", "!"], "how": ["gone", "afraid"]},
    PlanForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "when": ["", "gone"],
    },
    CameUpForm: {"record": NO_ID, "what": ["", "gone"]},
    ReflectionForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "way": ["", "gone"],
        "fears": [["gone"]], "hurts": [["gone"]],
    },
    SkipForm: {"record": NO_ID, "step": ["", "gone", "emotions"]},
    TakeForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "size": ["", "gone"], "likely": ["5", "101", "x"],
    },
    TellForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "feared": ["", "gone"],
        "hard": _from_zero_to_ten(), "said": [["gone"]],
    },
    OwnStepForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "topic": ["", "gone"],
        **{name: ["", "gone"] for name in ("way", "first", "second")},
    },
    NightForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "next_minutes": GONE,
        **{name: [["gone"]] for name in ("feelings", "body", "stories", "readings")},
    },
    WaitingForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "asking": GONE, "until": ["", "gone"],
        "day": ["", "x", "2026-02-30", "2026-01-01", "9999-12-31"],
    },
    SideForm: {"side": GONE},
    **WRONG_OF_BOTH,
    MeasureForm: {"record": NO_ID},
    IdleForm: {"idle_minutes": ["", "0", "61", "x", "2.5"]},
    AskToListenForm: {
        "record": NO_ID, **{name: ["", "gone"] for name in ("way", "minutes", "phones")},
    },
    MoveForm: {"found": NO_ID, "number": ["", "0", "501", "x"], "what": ["", "gone"]},
    WrittenForm: {
        "record": NO_ID, "words": ["", "AAAA", "!"], "found": NO_ID, "number": ["", "0", "x"],
        "what": ["", "gone", "leave"],
    },
    AnswersForm: {
        "record": NO_ID, "words": ["AAAA", "!"], "week": NO_ID, "day": ["", "x"],
        "questions": [["gone"], ["rest", "one_word", "laughed", "easier"]],
    },
    KeepBackForm: {"part": ["", "gone"]},
    WeekForm: {"record": NO_ID, "words": ["AAAA", "!"], "week": NO_ID},
    DayForm: {
        "record": NO_ID, "day": ["", "7", "x"], "hour": ["", "x", "25:00"],
        "questions": [["gone"], ["rest", "one_word", "laughed", "easier"]],
    },
    KeepForm: {
        "record": NO_ID, "words": ["", "AAAA", "!"], "found": NO_ID, "number": ["", "0", "x"],
        "what": ["", "gone", "leave"],
    },
}  # fmt: skip


KEEPS_TRACK = (Allowance, Session)


@pytest.mark.parametrize(
    ("kind", "make"), SENDINGS, ids=[f"{make.__name__}" for _, make in SENDINGS]
)
def test_it_says_what_is_wrong_beside_the_field_and_keeps_nothing(
    cast: Cast, kind: type[forms.Form], make: Callable[[Cast], Sending]
) -> None:
    sending = make(cast)
    before = everything(*KEEPS_TRACK)
    for name, values in WRONG[kind].items():
        hidden = kind.base_fields[name].widget.is_hidden
        place = "form_error" if hidden else f"id_{name}_error"
        for value in values:
            Allowance.objects.all().delete()
            answer = sending.with_wrong(name, value)
            where = (kind.__name__, name, str(value)[:20])
            assert answer.status_code == 422, where
            said = dict(SAID.findall(answer.content.decode()))
            told = said.get(place, "").strip() or " ".join(said.values()).strip()
            assert told, where
            if not hidden and name != "name":
                assert said[place].strip(), where
            assert "This field" not in told, where
            assert "Traceback" not in answer.content.decode()
            assert everything(*KEEPS_TRACK) == before, where


@pytest.mark.parametrize(
    ("kind", "make"), SENDINGS, ids=[f"{make.__name__}" for _, make in SENDINGS]
)
def test_it_takes_the_same_form_with_nothing_wrong(
    cast: Cast, kind: type[forms.Form], make: Callable[[Cast], Sending]
) -> None:
    """Else every wrong thing above would be refused for another reason."""
    sending = make(cast)
    answer = sending.who.post(sending.url, sending.data)
    assert answer.status_code in {204, 302}, (kind, answer.content)


def test_it_tries_every_field_of_every_form() -> None:
    """A form or a field that is new needs its wrong things in WRONG."""
    for kind, wrong in WRONG.items():
        free = {
            n for n, f in kind.base_fields.items() if isinstance(f, (forms.BooleanField, Sealed))
        }
        assert set(kind.base_fields) - FREE - free == set(wrong), kind.__name__
    there = {kind.__name__ for kind in _all(forms.Form) if kind.__module__.startswith(OURS)}
    assert there - ELSEWHERE == {kind.__name__ for kind in WRONG}


OURS = "nearer.web."
ELSEWHERE = {
    "AcceptForm", "CuesForm", "ExampleForm", "NamedForm", "NewNameForm", "NewSlotForm",
    "SealedForm", "Sliders", "WordsNeeded", "_InARound",
}  # fmt: skip
"""Parts of other forms; one for those who build; and one that has a test of its own below."""


def _all(kind: type[forms.Form]) -> Iterator[type[forms.Form]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all(one)


def test_it_keeps_no_half_of_a_link(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    new = made.new
    marks, words = cast.eve.side.accept(made.secret, new.id, new.space, cast.cleo.id, new.box)
    right = {"proof": to_text(new.proof), "marks_key": to_text(marks), "words_key": to_text(words)}
    before = everything(*KEEPS_TRACK)
    url = f"/pair/{new.id}/accept/"
    for name in right:
        for value in BYTES:
            answer = cast.eve.post(url, {**right, name: value})
            assert answer.status_code == 422
            assert b"Part of the link is missing" in answer.content
    for name, torn in (("proof", bytes(32)), ("marks_key", b"\x01" + bytes(80))):
        answer = cast.eve.post(url, {**right, name: to_text(torn)})
        assert answer.status_code == 409
        assert b"Part of the link is missing" in answer.content
    assert everything(*KEEPS_TRACK) == before
    assert cast.eve.post(url, right).status_code == 302

"""Every kind of moment, in one register, and their one form in bytes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from nearer.core.moments.appreciation import Appreciation, AskedBack, ToldMore
from nearer.core.moments.by_link import (
    ANSWER_PARTS,
    LETTER_PARTS,
    AnswerByLink,
    LetterByLink,
    LetterKept,
)
from nearer.core.moments.check_in import CheckIn
from nearer.core.moments.courage import Courage
from nearer.core.moments.errors import BrokenMoment, UnknownMoment
from nearer.core.moments.felt import Felt
from nearer.core.moments.felt_guess import FeltGuess
from nearer.core.moments.growth_question import GrowthQuestion
from nearer.core.moments.invitation import Invitation
from nearer.core.moments.letter import Letter
from nearer.core.moments.letter_draft import LetterDraft
from nearer.core.moments.listening import (
    KEPT_WORDS,
    ListeningKept,
    ListeningMove,
    ListeningRound,
)
from nearer.core.moments.marks import Moment
from nearer.core.moments.measure import MeasureShown, MeasureTaken
from nearer.core.moments.night import Night
from nearer.core.moments.opened import Opened
from nearer.core.moments.ours import (
    HALF_WORDS,
    Agreement,
    AgreementLooked,
    AgreementSigned,
    CycleHalf,
    CycleLine,
    CycleShown,
)
from nearer.core.moments.pause import Pause, PauseChange
from nearer.core.moments.pauses_felt import PausesFelt
from nearer.core.moments.plan import Plan, PlanCameUp
from nearer.core.moments.preferences import Preferences
from nearer.core.moments.reflection import Reflection
from nearer.core.moments.reply import PARTS, Reply
from nearer.core.moments.sentence import Sentence, SentenceMark
from nearer.core.moments.session_begun import SessionBegun
from nearer.core.moments.sign import Sign
from nearer.core.moments.step import Expectation, OwnStep, StepOutcome, StepSkipped
from nearer.core.moments.taken_back import TakenBack
from nearer.core.moments.waiting import Waiting
from nearer.core.moments.weekly import WEEKLY_PARTS, WeeklyDraft, WeeklyPlan, WeeklyShown

Shared = Literal["never", "always", "when_marked"]
"""`when_marked`: the moment itself says so, in its field `shared`."""

AnyMoment = (
    CheckIn
    | Letter
    | LetterDraft
    | Reply
    | Felt
    | Opened
    | TakenBack
    | Preferences
    | SessionBegun
    | Invitation
    | Sign
    | Pause
    | PauseChange
    | PausesFelt
    | Reflection
    | Plan
    | PlanCameUp
    | Expectation
    | StepOutcome
    | StepSkipped
    | OwnStep
    | Sentence
    | SentenceMark
    | Night
    | Waiting
    | MeasureTaken
    | MeasureShown
    | LetterByLink
    | AnswerByLink
    | LetterKept
    | Courage
    | FeltGuess
    | Appreciation
    | AskedBack
    | ToldMore
    | ListeningRound
    | ListeningMove
    | ListeningKept
    | WeeklyPlan
    | WeeklyDraft
    | WeeklyShown
    | CycleHalf
    | CycleShown
    | CycleLine
    | Agreement
    | AgreementSigned
    | AgreementLooked
    | GrowthQuestion
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its struct, the names of its words fields, and whether the other ever sees it."""

    name: str
    struct: type[Moment]
    words: tuple[str, ...]
    shared: Shared


class Kinds(Mapping[str, Kind]):
    """The register: from the name of a kind to what is known of it."""

    def __init__(self, *kinds: Kind) -> None:
        self._by_name = {kind.name: kind for kind in kinds}
        self._by_struct = {kind.struct: kind for kind in kinds}

    def __getitem__(self, name: str) -> Kind:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def name_of(self, struct: type[Moment]) -> str:
        """The name of the kind that this struct is. Raises KeyError for any other class."""
        return self._by_struct[struct].name

    def of(self, moment: Moment) -> Kind:
        """What is known of this moment's kind."""
        return self._by_struct[type(moment)]


KINDS = Kinds(
    Kind("check_in", CheckIn, ("own_word", "trigger", "fear", "note"), "never"),
    Kind("letter", Letter, ("own_word", "reason", "request"), "always"),
    Kind("letter_draft", LetterDraft, ("own_word", "reason", "request"), "never"),
    Kind("reply", Reply, PARTS, "always"),
    Kind("felt", Felt, (), "when_marked"),
    Kind("opened", Opened, (), "never"),
    Kind("taken_back", TakenBack, (), "always"),
    Kind("preferences", Preferences, (), "never"),
    Kind("session_begun", SessionBegun, (), "never"),
    Kind("invitation", Invitation, ("link",), "never"),
    Kind("sign", Sign, (), "always"),
    Kind("pause", Pause, (), "always"),
    Kind("pause_change", PauseChange, (), "always"),
    Kind("pauses_felt", PausesFelt, ("note",), "never"),
    Kind("reflection", Reflection, ("fear", "note"), "never"),
    Kind("plan", Plan, ("cue", "act"), "never"),
    Kind("plan_came_up", PlanCameUp, (), "never"),
    Kind("expectation", Expectation, ("step", "fear", "know"), "never"),
    Kind("step_outcome", StepOutcome, ("surprise", "next"), "never"),
    Kind("step_skipped", StepSkipped, (), "never"),
    Kind("own_step", OwnStep, ("step",), "never"),
    Kind("sentence", Sentence, ("own_word", "reason", "request"), "never"),
    Kind("sentence_mark", SentenceMark, (), "never"),
    Kind("night", Night, ("how", "story", "know", "not_know", "question"), "never"),
    Kind("waiting", Waiting, ("limit", "meanwhile", "need", "talk"), "never"),
    Kind("measure_taken", MeasureTaken, (), "never"),
    Kind("measure_shown", MeasureShown, (), "always"),
    Kind("letter_by_link", LetterByLink, (*LETTER_PARTS, "link"), "never"),
    Kind("answer_by_link", AnswerByLink, ANSWER_PARTS, "never"),
    Kind(
        "letter_kept",
        LetterKept,
        (*LETTER_PARTS, *(f"my_{part}" for part in ANSWER_PARTS)),
        "never",
    ),
    Kind("courage", Courage, ("word",), "always"),
    Kind("felt_guess", FeltGuess, (), "when_marked"),
    Kind("appreciation", Appreciation, ("text",), "when_marked"),
    Kind("asked_back", AskedBack, ("question",), "always"),
    Kind("told_more", ToldMore, ("text",), "always"),
    Kind("listening_round", ListeningRound, (), "always"),
    Kind("listening_move", ListeningMove, ("said", "heard", "missing", "sense"), "always"),
    Kind("listening_kept", ListeningKept, KEPT_WORDS, "always"),
    Kind("weekly_plan", WeeklyPlan, (), "always"),
    Kind("weekly_draft", WeeklyDraft, WEEKLY_PARTS, "never"),
    Kind("weekly_shown", WeeklyShown, WEEKLY_PARTS, "always"),
    Kind("cycle_half", CycleHalf, HALF_WORDS, "never"),
    Kind("cycle_shown", CycleShown, HALF_WORDS, "always"),
    Kind("cycle_line", CycleLine, ("line",), "always"),
    Kind("agreement", Agreement, ("text",), "always"),
    Kind("agreement_signed", AgreementSigned, (), "always"),
    Kind("agreement_looked", AgreementLooked, (), "never"),
    Kind("growth_question", GrowthQuestion, (), "never"),
)


def kind_of(moment: Moment) -> str:
    """The name of this moment's kind."""
    return KINDS.of(moment).name


def is_shared(moment: Moment) -> bool:
    """Whether this moment may be written to the couple's space."""
    shared = KINDS.of(moment).shared
    marked = isinstance(moment, Felt | FeltGuess | Appreciation) and moment.shared
    return shared == "always" or marked


class _OnlyKind(msgspec.Struct):
    kind: str


_writer = msgspec.json.Encoder(order="sorted")
_reader = msgspec.json.Decoder(AnyMoment)
_kind_reader = msgspec.json.Decoder(_OnlyKind)
_WHERE = re.compile(r" - at `(\$[^`]*)`\Z")


def encode(moment: Moment) -> bytes:
    """The moment's canonical bytes: JSON in UTF-8, keys sorted, no spaces, defaults left out.

    Equal moments have equal bytes. What cannot be read back is not written: raises BrokenMoment.
    """
    written = _writer.encode(moment)
    decode(written)
    return written


def decode(written: bytes) -> Moment:
    """The moment in these bytes. Fields that this version does not know are passed over.

    Raises UnknownMoment for a kind it does not know, BrokenMoment for all else that is no moment.
    """
    try:
        moment: Moment = _reader.decode(written)
    except msgspec.ValidationError as error:
        raise _what_is_wrong(written, str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BrokenMoment("$", "not JSON") from None
    return moment


def _what_is_wrong(written: bytes, said: str) -> UnknownMoment | BrokenMoment:
    """Tell an unknown kind from a broken moment, and keep the value out of the message."""
    try:
        kind = _kind_reader.decode(written).kind
    except msgspec.ValidationError:
        return BrokenMoment("$.kind")
    if kind not in KINDS:
        return UnknownMoment(kind)
    found = _WHERE.search(said)
    return BrokenMoment(found.group(1)) if found else BrokenMoment("$", said)

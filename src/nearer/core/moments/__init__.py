"""The typed content of a record: what somebody noticed, showed, answered, or set."""

from nearer.core.moments.appreciation import GOODS, Appreciation, AskedBack, Good, ToldMore
from nearer.core.moments.by_link import (
    ANSWER_PARTS,
    LETTER_PARTS,
    AnswerByLink,
    LetterByLink,
    LetterKept,
)
from nearer.core.moments.check_in import CheckIn
from nearer.core.moments.courage import Courage, Receive
from nearer.core.moments.entry import Entry
from nearer.core.moments.errors import BrokenMoment, MomentError, UnknownMoment
from nearer.core.moments.felt import Felt
from nearer.core.moments.felt_guess import FeltGuess
from nearer.core.moments.growth_question import GrowthQuestion
from nearer.core.moments.invitation import Invitation
from nearer.core.moments.kinds import KINDS, Kind, decode, encode, is_shared, kind_of
from nearer.core.moments.letter import Letter
from nearer.core.moments.letter_draft import LetterDraft
from nearer.core.moments.listening import ListeningKept, ListeningMove, ListeningRound
from nearer.core.moments.marks import Moment
from nearer.core.moments.measure import Answered, MeasureShown, MeasureTaken
from nearer.core.moments.night import Night
from nearer.core.moments.opened import Opened
from nearer.core.moments.ours import (
    BOXES,
    HALF_WORDS,
    Agreement,
    AgreementLooked,
    AgreementSigned,
    CycleHalf,
    CycleLine,
    CycleShown,
)
from nearer.core.moments.pause import Pause, PauseChange
from nearer.core.moments.pauses_felt import PausesAre, PausesFelt
from nearer.core.moments.plan import Plan, PlanCameUp
from nearer.core.moments.preferences import Preferences
from nearer.core.moments.reflection import Reflection, Tried
from nearer.core.moments.reply import PARTS, Reply
from nearer.core.moments.sentence import Sentence, SentenceMark
from nearer.core.moments.session_begun import SessionBegun
from nearer.core.moments.sign import Sign
from nearer.core.moments.step import (
    ChosenStep,
    Expectation,
    OwnStep,
    StepOutcome,
    StepSkipped,
)
from nearer.core.moments.taken_back import TakenBack
from nearer.core.moments.waiting import Waiting
from nearer.core.moments.weekly import (
    WEEKLY_PARTS,
    WeeklyDraft,
    WeeklyPart,
    WeeklyPlan,
    WeeklyShown,
)

__all__ = [
    "ANSWER_PARTS",
    "BOXES",
    "GOODS",
    "HALF_WORDS",
    "KINDS",
    "LETTER_PARTS",
    "PARTS",
    "WEEKLY_PARTS",
    "Agreement",
    "AgreementLooked",
    "AgreementSigned",
    "AnswerByLink",
    "Answered",
    "Appreciation",
    "AskedBack",
    "BrokenMoment",
    "CheckIn",
    "ChosenStep",
    "Courage",
    "CycleHalf",
    "CycleLine",
    "CycleShown",
    "Entry",
    "Expectation",
    "Felt",
    "FeltGuess",
    "Good",
    "GrowthQuestion",
    "Invitation",
    "Kind",
    "Letter",
    "LetterByLink",
    "LetterDraft",
    "LetterKept",
    "ListeningKept",
    "ListeningMove",
    "ListeningRound",
    "MeasureShown",
    "MeasureTaken",
    "Moment",
    "MomentError",
    "Night",
    "Opened",
    "OwnStep",
    "Pause",
    "PauseChange",
    "PausesAre",
    "PausesFelt",
    "Plan",
    "PlanCameUp",
    "Preferences",
    "Receive",
    "Reflection",
    "Reply",
    "Sentence",
    "SentenceMark",
    "SessionBegun",
    "Sign",
    "StepOutcome",
    "StepSkipped",
    "TakenBack",
    "ToldMore",
    "Tried",
    "UnknownMoment",
    "Waiting",
    "WeeklyDraft",
    "WeeklyPart",
    "WeeklyPlan",
    "WeeklyShown",
    "decode",
    "encode",
    "is_shared",
    "kind_of",
]

"""Every form, all of it right, as a browser sends it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils import timezone
from tests import deeds, weeks
from tests.web.sending import Sending
from tests.web.sendings_at_the_door import OF_THE_DOOR
from tests.web.sendings_of_both import OF_BOTH
from tests.web.sendings_of_kindness import OF_KINDNESS
from tests.web.sendings_of_rounds import OF_ROUNDS

from nearer.acts import weekly
from nearer.acts.tell_step import only_id
from nearer.content import measures, vocabulary
from nearer.core.moments import Reply
from nearer.web.night import NightForm
from nearer.web.rooms.checkin.forms import CheckInForm, WordForm
from nearer.web.rooms.letters.forms import FeltForm, LetterForm, ReplyForm
from nearer.web.rooms.measures.forms import MeasureForm
from nearer.web.rooms.measures.known import address_of
from nearer.web.rooms.plans.forms import CameUpForm, PlanForm
from nearer.web.rooms.pulling_back.forms import PauseForm, PausesFeltForm, SignForm
from nearer.web.rooms.reasons.forms import WAYS, ReflectionForm
from nearer.web.rooms.say.forms import MarkForm, SentenceForm
from nearer.web.rooms.steps.forms import OwnStepForm, SkipForm, TakeForm, TellForm
from nearer.web.rooms.steps.ladder import Ladder
from nearer.web.rooms.support.forms import SideForm, WaitingForm
from nearer.web.rooms.weekly.forms import AnswersForm, DayForm, KeepBackForm, WeekForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from tests.cast import Cast


def _check_in(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {"trigger": "the door"}, feelings=["lonely"])
    return Sending(cast.ada, "/check-in/", data)


def _word(cast: Cast) -> Sending:
    record = deeds.check_in(cast.ada, feelings=(), certainty="not_sure")
    data = cast.ada.sealed(cast.ada.side.own, {"trigger": "the door"}, record, feelings=["hurt"])
    return Sending(cast.ada, f"/check-in/{record}/word/", data)


def _sentence(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {"reason": "the door fell shut"}, feeling="lonely")
    return Sending(cast.ada, "/say/new/", {**data, "sure": "3"})


def _mark(cast: Cast) -> Sending:
    data = {"record": str(uuid4()), "sure": "4"}
    return Sending(cast.ada, f"/say/{deeds.sentence(cast.ada)}/mark/", data)


def _letter(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {"reason": "because"}, feelings=["lonely"])
    return Sending(cast.ada, f"/letters/{uuid4()}/write/", data)


def _reply(cast: Cast) -> Sending:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ben, letter)
    couple = deeds.couple_of(cast.ben)
    record = cast.ben.log.only_id(couple, Reply, letter)
    data = cast.ben.sealed(couple.id, {"heard": "you sat there"}, record)
    return Sending(cast.ben, f"/letters/{letter}/reply/", data)


def _felt(cast: Cast) -> Sending:
    letter = deeds.letter(cast.ada)
    deeds.open_it(cast.ada, deeds.reply(cast.ben, letter, guess=("hurt",)))
    return Sending(cast.ada, f"/letters/{letter}/felt/", {"understood": "3", "guess": "right"})


def _sign(cast: Cast) -> Sending:
    return Sending(
        cast.ada, "/pulling-back/sign/", {"record": str(uuid4()), "sign": vocabulary().signs[0].id}
    )


def _pause(cast: Cast) -> Sending:
    shown = cast.ada.get("/pulling-back/").content.decode()
    when = re.search(r'name="when"[^>]*?value="([^"]+)"', shown)
    assert when
    return Sending(cast.ada, "/pulling-back/pause/", {"record": str(uuid4()), "when": when[1]})


def _pauses_felt(cast: Cast) -> Sending:
    data = cast.ada.sealed(cast.ada.side.own, {}, how="left_alone")
    return Sending(cast.ada, "/pulling-back/felt/", data)


def _plan(cast: Cast) -> Sending:
    words = {"cue": "the door falls shut", "act": "I say one word"}
    data = cast.ada.sealed(cast.ada.side.own, words, when="event")
    return Sending(cast.ada, "/plans/new/", data)


def _came_up(cast: Cast) -> Sending:
    plan = deeds.plan(cast.ada)
    data = {"record": str(uuid4()), "what": "did"}
    return Sending(cast.ada, f"/plans/{plan}/came-up/", data)


def _reflection(cast: Cast) -> Sending:
    words = {"answer": "I was afraid"}
    data = cast.ada.sealed(cast.ada.side.own, words, way=next(iter(WAYS)))
    return Sending(cast.ada, "/reasons/", data)


def _skip(cast: Cast) -> Sending:
    data = {"record": str(uuid4()), "step": "emotions_word_for_now"}
    return Sending(cast.ada, "/steps/skip/", data)


def _take(cast: Cast) -> Sending:
    words = {"fear": "that it sounds silly"}
    data = cast.ada.sealed(cast.ada.side.own, words, size="small", likely="60")
    key = Ladder(cast.ada.log).key("emotions_word_for_now")
    return Sending(cast.ada, f"/steps/take/{key}/", data)


def _tell(cast: Cast) -> Sending:
    taken = deeds.step(cast.ada)
    record, words = only_id(cast.ada.log, taken), {"surprise": "nobody laughed"}
    data = cast.ada.sealed(cast.ada.side.own, words, record, feared="not", hard="3", said="hard")
    return Sending(cast.ada, f"/steps/taken/{taken}/tell/", data)


def _own_step(cast: Cast) -> Sending:
    marks = {"topic": "goals", "way": "say", "first": "harder", "second": "easier"}
    data = cast.ada.sealed(cast.ada.side.own, {"step": "hum in the kitchen"}) | marks
    return Sending(cast.ada, "/steps/new/", data)


def _night(cast: Cast) -> Sending:
    words = {"story": "nobody will ever ask"}
    data = cast.ada.sealed(cast.ada.side.own, words, feelings=["lonely"], readings=["old_hurts"])
    return Sending(cast.ada, "/night/", data)


def _waiting(cast: Cast) -> Sending:
    words = {"meanwhile": "I mend the blue chair"}
    data = cast.ada.sealed(cast.ada.side.own, words, asking="once", until="day")
    data["day"] = str(timezone.localdate() + timedelta(days=9))
    return Sending(cast.ada, "/support/waiting/", data)


def _side(cast: Cast) -> Sending:
    return Sending(cast.ada, "/support/side/", {"side": "waits"})


def _measure(cast: Cast) -> Sending:
    felt = next(one for one in measures() if one.id == "felt")
    data = {item.id: "3" for item in felt.items} | {"record": str(uuid4())}
    return Sending(cast.ada, f"/forms/{address_of(felt)}/fill/", data)


def _week(cast: Cast) -> Sending:
    found, record = weeks.this(cast.ada), weekly.draft_id(cast.ada.log, weeks.this(cast.ada).id)
    marks = {"week": str(found.id), "day": str(found.week.day), "questions": ["rest"]}
    data = cast.ada.sealed(cast.ada.side.own, {"good": "the soup"}, record, **marks)
    return Sending(cast.ada, "/weekly/write/", data)


def _keep_back(cast: Cast) -> Sending:
    url = f"/weekly/{weeks.week(cast.ada)}/keep-back/"
    return Sending(cast.ada, url, {"part": "hard", "back": "on"})


def _ready(cast: Cast) -> Sending:
    week, couple = weeks.week(cast.ada), deeds.couple_of(cast.ada)
    record = weekly.shown_id(cast.ada.log, couple, week)
    data = cast.ada.sealed(couple.id, {"good": "the soup"}, record, week=str(week))
    return Sending(cast.ada, "/weekly/ready/", data)


def _our_day(cast: Cast) -> Sending:
    data = {"record": str(uuid4()), "day": "6", "hour": "20:00", "questions": ["rest"]}
    return Sending(cast.ada, "/weekly/plan/", data)


SENDINGS: list[tuple[type[forms.Form], Callable[[Cast], Sending]]] = [
    (CheckInForm, _check_in),
    (WordForm, _word),
    (SentenceForm, _sentence),
    (MarkForm, _mark),
    (LetterForm, _letter),
    (ReplyForm, _reply),
    (FeltForm, _felt),
    *OF_KINDNESS,
    (PlanForm, _plan),
    (CameUpForm, _came_up),
    (ReflectionForm, _reflection),
    (SkipForm, _skip),
    (TakeForm, _take),
    (TellForm, _tell),
    (OwnStepForm, _own_step),
    (SignForm, _sign),
    (PauseForm, _pause),
    (PausesFeltForm, _pauses_felt),
    (NightForm, _night),
    (WaitingForm, _waiting),
    (SideForm, _side),
    *OF_BOTH,
    *OF_THE_DOOR,
    (MeasureForm, _measure),
    *OF_ROUNDS,
    (AnswersForm, _week),
    (KeepBackForm, _keep_back),
    (WeekForm, _ready),
    (DayForm, _our_day),
]
NAMES = [make.__name__.strip("_") for _, make in SENDINGS]

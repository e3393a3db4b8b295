"""The example couple, Ada and Ben: twelve weeks written and sealed as if they had lived here.

Their story is data (`content/en/example/story.toml`). Words are sealed by the reference
implementation, with the cost a real passphrase has, so that a browser opens all of it.
"""

import tomllib
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from nearer.acts import pair
from nearer.acts.as_a_browser import BrowserSide
from nearer.acts.begin import begin
from nearer.acts.share import keep_felt, send_reply
from nearer.acts.tell_step import only_id, tell_step
from nearer.content import content_folder, steps
from nearer.core.moments import (
    PARTS,
    CheckIn,
    ChosenStep,
    Expectation,
    Felt,
    Letter,
    Opened,
    Reply,
    Sentence,
    SentenceMark,
    StepOutcome,
)
from nearer.store.log import Draft, Log
from nearer.store.models import Person

DAYS = 84
PASSPHRASES = {
    "Ada": "seven lamps along the quiet canal",
    "Ben": "paper boats beneath a patient bridge",
}
"""Known to everyone who reads this: the example is for looking at, never for keeping things in."""


@dataclass(frozen=True)
class Lived:
    """One of the two: their browser's half and their log."""

    side: BrowserSide
    log: Log

    @property
    def name(self) -> str:
        """Their name."""
        return self.side.name


def move_in(*, now: datetime) -> None:
    """Make both people, link them, and write their twelve weeks, which end today."""
    began = now - timedelta(days=DAYS)
    both = {name: _begin(name, began) for name in PASSPHRASES}
    _link(both["Ada"], both["Ben"], began)
    both = {name: replace(one, log=_log(one.side)) for name, one in both.items()}
    story = tomllib.loads((content_folder() / "en/example/story.toml").read_text("utf-8"))
    for check_in in story["check_in"]:
        _check_in(both[check_in["who"]], check_in, _when(check_in, now))
    for sentence in story["sentence"]:
        _sentence(both[sentence["who"]], sentence, now)
    for step in story["step"]:
        _step(both[step["who"]], step, _when(step, now))
    for letter, reply in _pairs(story):
        writer = both[letter["who"]]
        other = both["Ben" if writer.name == "Ada" else "Ada"]
        _letter(writer, other, letter, reply, now)


def _begin(name: str, began: datetime) -> Lived:
    side = BrowserSide(name, PASSPHRASES[name])
    begin(side.new_person(), now=began)
    return Lived(side, _log(side))


def _log(side: BrowserSide) -> Log:
    return Log(Person.objects.get(id=side.id), side.keys.marks.private)


def _link(ada: Lived, ben: Lived, now: datetime) -> None:
    new, secret = ada.side.invite()
    people = [Person.objects.get(id=one.side.id) for one in (ada, ben)]
    invite = pair.invite(people[0], new, now=now)
    marks, words = ben.side.accept(secret, new.id, new.space, ada.side.id, new.box)
    pair.accept(people[1], new.id, proof=new.proof, marks_key=marks, words_key=words, now=now)
    for person in people:
        pair.say_same(person, invite)


def _when(what: dict[str, Any], now: datetime) -> datetime:
    """The time of something in the story. The last day is today, as far as it has come."""
    day = (now - timedelta(days=DAYS - 1 - what["day"])).date()
    at = datetime.combine(day, time.fromisoformat(what["at"]), tzinfo=now.tzinfo)
    return at if at < now else at - timedelta(days=1)


def _pairs(story: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each letter with its reply; the last one still waits for its own."""
    replies: list[dict[str, Any] | None] = [*story["reply"], None]
    return list(zip(story["letter"], replies, strict=True))


def _check_in(who: Lived, told: dict[str, Any], at: datetime) -> None:
    moment = CheckIn(
        body=tuple(told["body"]),
        energy=told["energy"],
        pleasantness=told["pleasantness"],
        feelings=tuple(told["feelings"]),
        certainty=("not_sure", "named", "mixed")[min(len(told["feelings"]), 2)],
        strength=told.get("strength"),
        trigger=told.get("trigger"),
    )
    record, own = uuid4(), who.log.own
    words = {"trigger": told["words"]} if "words" in told else {}
    box = who.side.seal_words(own.id, record, words) if words else b""
    who.log.write(own, Draft(record, moment, at, box))


def _sentence(who: Lived, told: dict[str, Any], now: datetime) -> None:
    own, record, at = who.log.own, uuid4(), _when(told, now)
    moment = Sentence(feeling=told["feeling"], request=told["request"], sure=told["sure"])
    box = who.side.seal_words(own.id, record, {"reason": told["reason"]})
    who.log.write(own, Draft(record, moment, at, box))
    for later in told.get("later", []):
        mark = SentenceMark(about=record, sure=later.get("sure"), said=later.get("said", False))
        who.log.write(own, Draft(uuid4(), mark, _when(later, now), about=record))


def _step(who: Lived, told: dict[str, Any], at: datetime) -> None:
    """A small step, and what came of it two hours later."""
    log, own, taken = who.log, who.log.own, uuid4()
    step = next(one for one in steps() if one.id == told["step"])
    chosen = ChosenStep(step.id, step.topic, step.form, step.difficulty, told["size"])
    expected = Expectation(step=chosen, likely=told["likely"])
    log.write(own, Draft(taken, expected, at, _sealed(who, taken, told, "fear", "know")))
    said = StepOutcome(
        about=taken,
        step=chosen,
        feared=told["feared"],
        hard=told["hard"],
        likely=told["likely"],
    )
    words = _sealed(who, only_id(log, taken), told, "surprise", "next")
    tell_step(log, log.get(own, taken), said, words, now=at + timedelta(hours=2))


def _sealed(who: Lived, record: UUID, told: dict[str, Any], *fields: str) -> bytes:
    """Those of these words that the story has, sealed for this record of one's own."""
    words = {field: told[field] for field in fields if field in told}
    return who.side.seal_words(who.log.own.id, record, words) if words else b""


def _letter(
    writer: Lived, other: Lived, told: dict[str, Any], reply: dict[str, Any] | None, now: datetime
) -> None:
    couple = writer.log.couple
    if couple is None:
        raise LookupError("the example couple is not linked")
    letter, at = uuid4(), _when(told, now)
    box = writer.side.seal_words(couple.id, letter, {"reason": told["words"]})
    moment = Letter(feelings=tuple(told["feelings"]), request=told["request"])
    writer.log.write(couple, Draft(letter, moment, at, box))
    if reply is None:
        return
    answered = _when(reply, now)
    _open(other, letter, answered - timedelta(minutes=20))
    parts = tuple(part for part in PARTS if part in reply)
    reply_id = other.log.only_id(couple, Reply, letter)
    words: dict[str, str] = {part: reply[part] for part in parts}
    sealed = other.side.seal_words(couple.id, reply_id, words)
    send_reply(other.log, couple, letter, Reply(about=letter, parts=parts), sealed, now=answered)
    _open(writer, reply_id, answered + timedelta(minutes=40))
    felt = Felt(
        about=reply_id,
        shared=reply["shared"],
        **{name: reply[name] for name in ("understood", "valued", "cared")},
    )
    keep_felt(writer.log, couple, felt, now=answered + timedelta(minutes=45))


def _open(who: Lived, about: Any, at: datetime) -> None:  # noqa: ANN401 - a UUID
    only = who.log.only_id(who.log.own, Opened, about)
    who.log.write(who.log.own, Draft(only, Opened(about=about), at, about=about))

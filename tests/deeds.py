"""What the people of the tests have done before a test begins: by the real acts, without a page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from nearer.acts import agree, appreciate, cycle
from nearer.acts.acknowledge import acknowledge, only_id
from nearer.acts.guess import keep_guess
from nearer.acts.pull_back import shelf_of
from nearer.acts.share import keep_felt, send_letter, send_reply
from nearer.core.moments import (
    Agreement,
    Appreciation,
    AskedBack,
    CheckIn,
    ChosenStep,
    Courage,
    CycleHalf,
    CycleLine,
    Expectation,
    Felt,
    FeltGuess,
    LetterDraft,
    Night,
    Opened,
    OwnStep,
    Pause,
    PausesFelt,
    Plan,
    Reflection,
    Reply,
    Sentence,
    Waiting,
)
from nearer.store.log import Draft, OpenSpace
from nearer.store.models import Space

if TYPE_CHECKING:
    from datetime import date

    from tests.cast import Someone

    from nearer.core.moments.ours import Box


def couple_of(who: Someone) -> OpenSpace:
    """The open couple's space of somebody who is linked."""
    couple = who.log.couple
    assert couple is not None
    return couple


def version_of(space: OpenSpace) -> int:
    """What an open page is told of: the number that rises with each change in a space."""
    version: int = Space.objects.get(id=space.id).version
    return version


def check_in(who: Someone, **marks: Any) -> UUID:
    """Somebody has looked inside. Gives the record's id."""
    record = uuid4()
    moment = CheckIn(**{"feelings": ("lonely",), "certainty": "named", **marks})
    words = _words(who, who.side.own, record, trigger="the door fell shut")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def missed_returns(who: Someone, *, many: int = 3) -> None:
    """Somebody paused on each of the last days, and came back without a word."""
    for day in range(1, many + 1):
        begun = timezone.now() - timedelta(days=day)
        pause = Pause(until=begun + timedelta(minutes=40), line="care")
        who.log.write(shelf_of(who.log), Draft(uuid4(), pause, begun))


def pauses(who: Someone) -> UUID:
    """Somebody is in a pause for the next forty minutes. Gives the record's id."""
    record, now = uuid4(), timezone.now()
    pause = Pause(until=now + timedelta(minutes=40), line="care")
    who.log.write(shelf_of(who.log), Draft(record, pause, now))
    return record


def pauses_felt(who: Someone, **marks: Any) -> UUID:
    """Somebody has said how the pauses feel. Gives the record's id."""
    record = uuid4()
    words = _words(who, who.side.own, record, note="the door fell shut again")
    moment = PausesFelt(**{"how": "too_long", **marks})
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def reflection(who: Someone, **marks: Any) -> UUID:
    """Somebody has looked at why they go quiet. Gives the record's id."""
    record = uuid4()
    moment = Reflection(**{"way": "afraid", "hurts": ("rejected",), **marks})
    words = _words(who, who.side.own, record, fear="that it all comes down")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def plan(who: Someone) -> UUID:
    """Somebody means to do one small thing. Gives the record's id."""
    record = uuid4()
    words = _words(who, who.side.own, record, cue="the kettle boils", act="say one thing")
    who.log.write(who.log.own, Draft(record, Plan(cue="event"), timezone.now(), words))
    return record


def step(who: Someone, **marks: Any) -> UUID:
    """Somebody has taken a small step that nothing is told of yet. Gives the record's id."""
    record = uuid4()
    chosen = ChosenStep("emotions_word_for_now", "emotions", "write", 1.0, "small")
    words = _words(who, who.side.own, record, fear="that it sounds silly")
    moment = Expectation(**{"step": chosen, "likely": 60, **marks})
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def own_step(who: Someone) -> UUID:
    """Somebody has put a step of their own among the others. Gives the record's id."""
    record = uuid4()
    words = _words(who, who.side.own, record, step="hum in the kitchen")
    moment = OwnStep(topic="emotions", form="say", difficulty=3.0)
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def sentence(who: Someone, **marks: Any) -> UUID:
    """Somebody has put into one sentence what they could say. Gives the record's id."""
    record = uuid4()
    moment = Sentence(**{"feeling": "lonely", "request": "just_listen", "sure": 3, **marks})
    words = _words(who, who.side.own, record, reason="I miss you in the next room")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def night(who: Someone, **marks: Any) -> UUID:
    """Somebody has looked at a silence another way. Gives the record's id."""
    record = uuid4()
    moment = Night(**{"feelings": ("lonely",), "readings": ("old_hurts",), **marks})
    words = _words(who, who.side.own, record, story="nobody will ever ask")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def waiting(who: Someone, **marks: Any) -> UUID:
    """Somebody has a plan for a wait. Gives the record's id."""
    record = uuid4()
    moment = Waiting(**{"asking": "each_week", **marks})
    words = _words(who, who.side.own, record, meanwhile="I mend the blue chair")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def draft(who: Someone, letter: UUID | None = None, **marks: Any) -> UUID:
    """Somebody has begun a letter. Gives the id that the letter will have."""
    letter, record = letter or uuid4(), uuid4()
    moment = LetterDraft(letter=letter, **{"feelings": ("lonely",), **marks})
    words = _words(who, who.side.own, record, reason="I miss you in the next room")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words, about=letter))
    return letter


def send(who: Someone, letter: UUID) -> UUID:
    """The letter they began is on its way. Gives its id."""
    log = who.log
    found = [e for e in log.about(log.own, [letter]) if isinstance(e.moment, LetterDraft)]
    words = _words(who, couple_of(who).id, letter, reason="I miss you in the next room")
    send_letter(log, found[-1], couple_of(who), words, now=timezone.now())
    return letter


def letter(who: Someone, **marks: Any) -> UUID:
    """Somebody has written to the other. Gives the letter's id."""
    return send(who, draft(who, **marks))


def open_it(who: Someone, entry: UUID) -> None:
    """Somebody has opened a letter or a reply."""
    log = who.log
    only = log.only_id(log.own, Opened, entry)
    log.write(log.own, Draft(only, Opened(about=entry), timezone.now(), about=entry))


def reply(who: Someone, letter: UUID, **marks: Any) -> UUID:
    """Somebody has answered a letter. Gives the reply's id."""
    couple = couple_of(who)
    record = who.log.only_id(couple, Reply, letter)
    words = _words(who, couple.id, record, heard="You sat there alone")
    answer = Reply(about=letter, parts=("heard",), **marks)
    return send_reply(who.log, couple, letter, answer, words, now=timezone.now()).id


def felt(who: Someone, reply: UUID, *, shared: bool) -> None:
    """Somebody has said how a reply felt."""
    said = Felt(about=reply, understood=3, shared=shared)
    keep_felt(who.log, couple_of(who), said, now=timezone.now())


def courage(who: Someone, letter: UUID) -> UUID:
    """Somebody has left a word for the courage of a letter, or a sign if that is asked for."""
    couple = couple_of(who)
    record, (held,) = only_id(who.log, couple, letter), who.log.many(couple, [letter])
    how = getattr(held.moment, "receive", None)
    words = _words(who, couple.id, record, word="I saw that it was hard") if how == "word" else b""
    said = Courage(about=letter, how=how)  # type: ignore[arg-type]  # one of the two
    return acknowledge(who.log, couple, said, words, now=timezone.now()).id


def guess(who: Someone, reply: UUID, *, shared: bool = False, **marks: int) -> None:
    """Somebody has guessed how their reply felt."""
    said = FeltGuess(about=reply, shared=shared, **(marks or {"understood": 2}))
    keep_guess(who.log, couple_of(who), said, now=timezone.now())


def kept_good(who: Someone, of: Any = "good_news") -> UUID:
    """Somebody has kept something good for themselves. Gives the record's id."""
    record = uuid4()
    words = _words(who, who.side.own, record, text="The pear tree is in flower")
    who.log.write(who.log.own, Draft(record, Appreciation(of=of), timezone.now(), words))
    return record


def shown_good(who: Someone, of: Any = "good_news") -> UUID:
    """Somebody has shown it to the other. Gives the record's id, which is the same."""
    record = kept_good(who, of)
    words = _words(who, couple_of(who).id, record, text="The pear tree is in flower")
    appreciate.show(who.log, record, words, now=timezone.now())
    return record


def asked_back(who: Someone, good: UUID) -> UUID:
    """Somebody has opened the other's good news and asked back. Gives the question's id."""
    open_it(who, good)
    couple = couple_of(who)
    record = who.log.only_id(couple, AskedBack, good)
    words = _words(who, couple.id, record, question="What was the best part of it?")
    appreciate.ask_back(who.log, couple, good, words, now=timezone.now())
    return record


def half(who: Someone, **marks: Any) -> UUID:
    """Somebody has told their half of the cycle, for themselves. Gives the record's id."""
    record = uuid4()
    moment = CycleHalf(**{"feelings": ("lonely",), "move": "ask_again", **marks})
    words = _words(who, who.side.own, record, see="my face at the door", then="walk off")
    who.log.write(who.log.own, Draft(record, moment, timezone.now(), words))
    return record


def show_half(who: Someone, **marks: Any) -> UUID:
    """Somebody has shown their half to the other. Gives the id of what is shown."""
    log, couple, shown = who.log, couple_of(who), uuid4()
    kept = log.get(log.own, half(who, **marks))
    words = _words(who, couple.id, shown, see="my face at the door", then="walk off")
    cycle.show_half(log, couple, kept, shown, words, now=timezone.now())
    return shown


def line(who: Someone, box: Box = "stress") -> UUID:
    """Somebody has put a line into a box beside the picture. Gives its id."""
    couple, record = couple_of(who), uuid4()
    words = _words(who, couple.id, record, line="the night shifts")
    cycle.add_line(who.log, couple, record, CycleLine(box=box), words, now=timezone.now())
    return record


def version(who: Someone, text: str = "we stop at ten", *, again: date | None = None) -> UUID:
    """Somebody has proposed a version of the agreement. Gives its id."""
    couple, record = couple_of(who), uuid4()
    words = _words(who, couple.id, record, text=text)
    newest = agree.newest_version(who.log, couple)
    draft = Draft(record, Agreement(again=again), timezone.now(), words)
    agree.propose(who.log, couple, draft, after=newest.id if newest else None)
    return record


def signed_by_both(one: Someone, other: Someone, version: UUID) -> UUID:
    """Both have read and signed this version of the agreement. Gives its id."""
    for who in (one, other):
        agree.sign(who.log, couple_of(who), version, now=timezone.now())
    open_it(other, version)
    return version


def _words(who: Someone, space: UUID, record: UUID, **fields: str) -> bytes:
    who.learn_words_keys()
    return who.side.seal_words(space, record, fields)

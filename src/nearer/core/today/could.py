"""The one thing somebody could do now: offered, never owed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal
from uuid import UUID

from nearer.core.letters.seen import E, SeenLetter
from nearer.core.moments import Appreciation, CheckIn, LetterDraft
from nearer.core.steps.walk import still_open

Act = Literal[
    "listen",
    "go_on_with_letter",
    "answer",
    "say_how_it_felt",
    "tell_step",
    "check_in",
    "say_something_good",
    "write",
]
Reason = Literal[
    "you_wrote_lately",
    "you_began",
    "you_opened_it",
    "you_read_it",
    "you_took_it",
    "not_yet_today",
    "it_felt_good",
    "you_checked_in",
]

FADES = timedelta(days=7)
"""After this long an open end is no longer brought up: a reminder that stays becomes a reproach."""

GOOD = 7
"""From here up on 0 to 10 a check-in was a pleasant one. Something good is offered only on such a
day and not again within a week of saying one: on any day it would be homework (evidence, section 1:
never required, never scheduled daily). Where the line is, is ours."""


@dataclass(frozen=True, slots=True)
class Could(Generic[E]):
    """One act and its reason. `about` is the letter or step it concerns, `entry` its record."""

    act: Act
    because: Reason
    about: UUID | None = None
    entry: E | None = None


def what_one_could_do(
    letters: Sequence[SeenLetter[E]],
    drafts: Sequence[E],
    entries: Iterable[E],
    *,
    who: UUID,
    now: datetime,
    linked: bool = False,
) -> Could[E]:
    """The first open end there is (a letter begun or read, a reply, a step), or else a check-in.

    Who has done all that could write a letter, if they feel like it; or, on a day that felt good,
    say something good.
    Two who are linked, of whom this one has written lately, could listen for a few minutes instead.
    """
    kept = tuple(entries)
    open_ends = (_draft(drafts, now), _answer(letters, now), _felt(letters, now), _step(kept, now))
    for could in open_ends:
        if could is not None:
            return could
    today = _check_ins_of_today(kept, who, now)
    if not today:
        return Could("check_in", "not_yet_today")
    if any(_felt_good(one) for one in today) and not _said_something_good(kept, who, now):
        return Could("say_something_good", "it_felt_good")
    if linked and _wrote_lately(letters, now):
        return Could("listen", "you_wrote_lately")
    return Could("write", "you_checked_in")


def _wrote_lately(letters: Sequence[SeenLetter[E]], now: datetime) -> bool:
    return any(letter.mine and now - letter.at <= FADES for letter in letters)


def _draft(drafts: Sequence[E], now: datetime) -> Could[E] | None:
    for entry in drafts:
        if now - entry.at <= FADES and isinstance(entry.moment, LetterDraft):
            return Could("go_on_with_letter", "you_began", entry.moment.letter, entry)
    return None


def _answer(letters: Sequence[SeenLetter[E]], now: datetime) -> Could[E] | None:
    for letter in letters:
        unanswered = not letter.mine and letter.state == "opened" and letter.reply is None
        if unanswered and now - letter.at <= FADES:
            return Could("answer", "you_opened_it", letter.id, letter.letter)
    return None


def _felt(letters: Sequence[SeenLetter[E]], now: datetime) -> Could[E] | None:
    for letter in letters:
        reply = letter.reply
        if reply is None or reply.state != "opened" or reply.felt is not None:
            continue
        if now - reply.at <= FADES:
            return Could("say_how_it_felt", "you_read_it", letter.id, reply.reply)
    return None


def _step(entries: Iterable[E], now: datetime) -> Could[E] | None:
    for entry in still_open(entries, now=now):
        if now - entry.at <= FADES:
            return Could("tell_step", "you_took_it", entry.id, entry)
    return None


def _check_ins_of_today(entries: Iterable[E], who: UUID, now: datetime) -> list[CheckIn]:
    """Those of `who` on `now`'s day, by the calendar of `now`'s time zone."""
    day = now.date()
    return [
        entry.moment
        for entry in entries
        if isinstance(entry.moment, CheckIn)
        and entry.author == who
        and entry.at.astimezone(now.tzinfo).date() == day
    ]


def _felt_good(check_in: CheckIn) -> bool:
    return check_in.pleasantness is not None and check_in.pleasantness >= GOOD


def _said_something_good(entries: Iterable[E], who: UUID, now: datetime) -> bool:
    """Whether `who` has said or kept something good lately."""
    return any(
        isinstance(entry.moment, Appreciation) and entry.author == who and now - entry.at <= FADES
        for entry in entries
    )

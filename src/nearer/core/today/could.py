"""The one thing somebody could do now: offered, never owed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal
from uuid import UUID

from nearer.core.letters.seen import E, SeenLetter
from nearer.core.moments import CheckIn, LetterDraft
from nearer.core.steps.walk import still_open

Act = Literal["go_on_with_letter", "answer", "say_how_it_felt", "tell_step", "check_in", "write"]
Reason = Literal[
    "you_began", "you_opened_it", "you_read_it", "you_took_it", "not_yet_today", "you_checked_in"
]

FADES = timedelta(days=7)
"""After this long an open end is no longer brought up: a reminder that stays becomes a reproach."""


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
) -> Could[E]:
    """The first open end there is (a letter begun or read, a reply, a step), or else a check-in.

    Who has done all that could write a letter, if they feel like it.
    """
    kept = tuple(entries)
    open_ends = (_draft(drafts, now), _answer(letters, now), _felt(letters, now), _step(kept, now))
    for could in open_ends:
        if could is not None:
            return could
    if _has_checked_in(kept, who, now):
        return Could("write", "you_checked_in")
    return Could("check_in", "not_yet_today")


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


def _has_checked_in(entries: Iterable[E], who: UUID, now: datetime) -> bool:
    """Whether `who` has checked in on `now`'s day, by the calendar of `now`'s time zone."""
    day = now.date()
    return any(
        isinstance(entry.moment, CheckIn)
        and entry.author == who
        and entry.at.astimezone(now.tzinfo).date() == day
        for entry in entries
    )

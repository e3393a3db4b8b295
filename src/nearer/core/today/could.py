"""The one thing somebody could do now: offered, never owed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal
from uuid import UUID

from nearer.core.letters.seen import E, SeenLetter
from nearer.core.moments import CheckIn, LetterDraft

Act = Literal["go_on_with_letter", "answer", "say_how_it_felt", "check_in", "write"]
Reason = Literal["you_began", "you_opened_it", "you_read_it", "not_yet_today", "you_checked_in"]

FADES = timedelta(days=7)
"""After this long an open end is no longer brought up: a reminder that stays becomes a reproach."""


@dataclass(frozen=True, slots=True)
class Could(Generic[E]):
    """One act and its reason. `about` is the letter it concerns, `entry` the record behind it."""

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
    """The first that applies: go on with a letter, answer one, say how a reply felt, check in.

    Who has done all that could write a letter, if they feel like it.
    """
    for could in (_draft(drafts, now), _answer(letters, now), _felt(letters, now)):
        if could is not None:
            return could
    if _has_checked_in(entries, who, now):
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


def _has_checked_in(entries: Iterable[E], who: UUID, now: datetime) -> bool:
    """Whether `who` has checked in on `now`'s day, by the calendar of `now`'s time zone."""
    day = now.date()
    return any(
        isinstance(entry.moment, CheckIn)
        and entry.author == who
        and entry.at.astimezone(now.tzinfo).date() == day
        for entry in entries
    )

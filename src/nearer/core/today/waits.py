"""What waits for somebody, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Literal
from uuid import UUID

from nearer.core.appreciations import SeenGood
from nearer.core.letters.seen import E, SeenLetter, Shown

What = Literal[
    "listening_round",
    "words_to_compare",
    "answer_by_link",
    "reply_to_read",
    "letter_to_open",
    "courage_to_see",
    "question_to_read",
    "answer_to_read",
    "good_to_read",
]
"""Each is its own "because": the page has one sentence for each."""


@dataclass(frozen=True, slots=True)
class Waits(Generic[E]):
    """One thing that waits. `about` is the invite, the letter or the good thing; never a hurry.

    `entry` is what waits itself, or one's own copy of a letter that was answered by its
    link; None for words to compare.
    """

    what: What
    about: UUID
    at: datetime | None = None
    entry: E | None = None


def what_waits(
    letters: Iterable[SeenLetter[E]],
    goods: Iterable[SeenGood[E]] = (),
    *,
    to_compare: UUID | None,
    to_listen: UUID | None = None,
    answered: Iterable[E] = (),
) -> list[Waits[E]]:
    """Words to compare, then answers by link, replies, letters, good things; the oldest first.

    Nothing can reach two people before they have compared their words. A reply comes before a
    letter because it answers something the reader has risked: waiting for it weighs more, and
    someone who was answered opens the next letter more easily. A listening round in which it is
    their turn, `to_listen`, comes before both: the other one is there for it now. Good things
    ask for nothing, so they can wait for all the rest.
    """
    oldest_first = sorted(letters, key=lambda letter: (letter.at, letter.id))
    compare: list[Waits[E]] = [Waits("words_to_compare", to_compare)] if to_compare else []
    by_link = [Waits("answer_by_link", copy.id, copy.at, copy) for copy in answered]
    replies = [
        Waits("reply_to_read", letter.id, letter.reply.at, letter.reply.reply)
        for letter in oldest_first
        if letter.reply is not None and letter.reply.state == "waiting"
    ]
    to_open = [
        Waits("letter_to_open", letter.id, letter.at, letter.letter)
        for letter in oldest_first
        if not letter.mine and letter.state == "waiting"
    ]
    courage = [
        Waits("courage_to_see", letter.id, letter.courage.at, letter.courage.entry)
        for letter in oldest_first
        if letter.courage is not None and letter.courage.state == "waiting"
    ]
    listen: list[Waits[E]] = [Waits("listening_round", to_listen)] if to_listen else []
    return [*compare, *listen, *by_link, *replies, *to_open, *courage, *_good(goods)]


def _good(goods: Iterable[SeenGood[E]]) -> list[Waits[E]]:
    waits: list[Waits[E]] = []
    for seen in sorted(goods, key=lambda one: (one.good.at, one.good.id)):
        parts: tuple[tuple[What, Shown[E] | None], ...] = (
            ("question_to_read", seen.question),
            ("answer_to_read", seen.answer),
            ("good_to_read", seen.good),
        )
        waits += [
            Waits(what, seen.good.id, part.at, part.entry)
            for what, part in parts
            if part is not None and part.state == "waiting"
        ]
    return waits

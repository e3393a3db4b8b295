"""What waits for somebody, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Literal
from uuid import UUID

from nearer.core.letters.seen import E, SeenLetter

What = Literal["words_to_compare", "answer_by_link", "reply_to_read", "letter_to_open"]
"""Each is its own "because": the page has one sentence for each."""


@dataclass(frozen=True, slots=True)
class Waits(Generic[E]):
    """One thing that waits. `about` is the invite or the letter; there is never a hurry.

    `entry` is the reply or letter itself, or one's own copy of a letter that was answered by its
    link; None for words to compare.
    """

    what: What
    about: UUID
    at: datetime | None = None
    entry: E | None = None


def what_waits(
    letters: Iterable[SeenLetter[E]], *, to_compare: UUID | None, answered: Iterable[E] = ()
) -> list[Waits[E]]:
    """Words to compare first, then answers by link, replies, letters; of each the oldest first.

    Nothing can reach two people before they have compared their words. A reply comes before a
    letter because it answers something the reader has risked: waiting for it weighs more, and
    someone who was answered opens the next letter more easily.
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
    return [*compare, *by_link, *replies, *to_open]

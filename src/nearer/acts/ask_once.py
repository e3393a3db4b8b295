"""Ask once: while a request of one's own waits for an answer, no second one is sent."""

from datetime import datetime
from uuid import UUID

from nearer.core.letters import SeenLetter, asks, open_request, see
from nearer.core.letters.asking import WAITS
from nearer.core.moments import Letter
from nearer.store.log import Entry, Log

LATELY = 40
"""Letters of a week to look through, of both together: more than anyone answers."""


class AskedAlready(Exception):
    """A letter that asks for something waits already. What is to be sent stays a draft."""

    def __init__(self, letter: SeenLetter[Entry]) -> None:
        super().__init__("asked already")
        self.letter = letter


def waiting_request(
    log: Log, *, now: datetime, but: UUID | None = None
) -> SeenLetter[Entry] | None:
    """This person's letter that asks for something and waits, but for one if given; else None."""
    couple = log.couple
    if couple is None:
        return None
    newest = log.read(couple, [Letter], limit=LATELY)
    asking = [
        letter
        for letter in newest
        if letter.author == log.me
        and letter.id != but
        and asks(letter.moment)
        and now - letter.at < WAITS
    ]
    about = log.about(couple, [letter.id for letter in asking])
    return open_request(see([*asking, *about], who=log.me), now=now)


def check_asked_once(log: Log, letter: UUID, *, now: datetime) -> None:
    """Raise AskedAlready if another letter than this one asks and waits.

    To be asked after the letter is written and before that is final: writing holds the space's
    row, so that of two letters sent at once from two tabs the second finds the first.
    """
    waiting = waiting_request(log, now=now, but=letter)
    if waiting is not None:
        raise AskedAlready(waiting)

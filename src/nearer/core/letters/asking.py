"""One request at a time: a letter that asks for something waits alone until it is answered.

A cap on what is asked of somebody who goes quiet, since pressing for more is what silence answers
(demand and withdraw, Schrodt 2014). That it is one, and for a week, is ours.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from nearer.core.letters.seen import E, SeenLetter
from nearer.core.moments import Letter, LetterDraft, Moment

WAITS = timedelta(days=7)
"""After a week a request that nobody answered holds nothing back, as it is no longer brought up
on the other's Today either."""


def asks(moment: Moment | None) -> bool:
    """Whether a letter or a draft asks for something, by a tap or in words of one's own."""
    if not isinstance(moment, Letter | LetterDraft):
        return False
    return moment.request is not None or moment.own_request


def open_request(letters: Iterable[SeenLetter[E]], *, now: datetime) -> SeenLetter[E] | None:
    """The newest letter of one's own that asks for something and waits for an answer, if any.

    `letters` are as one sees them oneself. So an answer that was taken back unread is none, and
    whether the other has opened the letter plays no part.
    """
    waiting = (
        letter
        for letter in letters
        if letter.mine and letter.state == "waiting" and now - letter.at < WAITS
    )
    return next((one for one in waiting if one.letter and asks(one.letter.moment)), None)

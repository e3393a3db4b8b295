"""A letter: one feeling, one reason, one request, shown to the other."""

from nearer.core.moments.courage import Receive
from nearer.core.moments.marks import Feelings, Identifier, Moment, each_once


class Letter(Moment, frozen=True, kw_only=True, tag="letter"):
    """What the other may read, from the moment it is sent.

    Any part may be left out: "I have no word for it yet" is a letter too. It does not say which
    check-in it came from, because the other could then learn that there was one; the draft in the
    writer's own space keeps that. Words: the reason, the own word, and the request in one's own
    words (`own_request` says that they are there).
    """

    feelings: Feelings = ()
    own_word: bool = False
    request: Identifier | None = None
    own_request: bool = False
    receive: Receive | None = None

    def __post_init__(self) -> None:
        """Refuse the same feeling twice (ValueError)."""
        each_once("feelings", self.feelings)

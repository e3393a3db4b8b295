"""What each of two people sees of the letters between them."""

from nearer.core.letters.asking import asks, open_request
from nearer.core.letters.seen import LetterState, ReplyState, SeenLetter, SeenReply
from nearer.core.letters.view import see, see_one, unsent

__all__ = [
    "LetterState",
    "ReplyState",
    "SeenLetter",
    "SeenReply",
    "asks",
    "open_request",
    "see",
    "see_one",
    "unsent",
]

"""What each of two people sees of the letters between them."""

from nearer.core.letters.asking import asks, open_request
from nearer.core.letters.gap import Gap, guess_gap
from nearer.core.letters.seen import LetterState, SeenLetter, SeenReply, Shown, ShownState
from nearer.core.letters.shown import shown
from nearer.core.letters.view import see, see_one, unsent

__all__ = [
    "Gap",
    "LetterState",
    "SeenLetter",
    "SeenReply",
    "Shown",
    "ShownState",
    "asks",
    "guess_gap",
    "open_request",
    "see",
    "see_one",
    "shown",
    "unsent",
]

"""Good things said between two: what each sees of them, and the words that are lent for it."""

from nearer.core.appreciations.view import SeenGood, see_good, see_goods
from nearer.core.appreciations.words import AppreciationWords, Start

__all__ = ["AppreciationWords", "SeenGood", "Start", "see_good", "see_goods"]

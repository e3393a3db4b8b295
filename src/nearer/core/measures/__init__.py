"""Forms with published scores: adding up, and whether a change is more than noise. Pure."""

from nearer.core.measures.change import Change, Crossed, Way, change
from nearer.core.measures.form import Answers, Item, Measure, Pair
from nearer.core.measures.score import Score, score

__all__ = [
    "Answers",
    "Change",
    "Crossed",
    "Item",
    "Measure",
    "Pair",
    "Score",
    "Way",
    "change",
    "score",
]

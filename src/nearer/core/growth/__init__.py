"""What grew: twelve weeks of what two share, or of what one keeps, in figures one may believe.

Evidence 6.3 says what may be shown. No streak, no forecast, no score of a person, no comparison
of two, and nothing about who begins.
"""

from nearer.core.growth.follow import Follow, One, Row, follow
from nearer.core.growth.mine import Mine, mine
from nearer.core.growth.ours import Ours, Scores, Week, ours, scores
from nearer.core.growth.question import QUESTIONS, answer
from nearer.core.growth.span import Span

__all__ = [
    "QUESTIONS",
    "Follow",
    "Mine",
    "One",
    "Ours",
    "Row",
    "Scores",
    "Span",
    "Week",
    "answer",
    "follow",
    "mine",
    "ours",
    "scores",
]

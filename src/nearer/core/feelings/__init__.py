"""Words for what is felt, and which of them to offer."""

from nearer.core.feelings.cues import Control, Cues, Direction
from nearer.core.feelings.suggest import LIMIT, Reason, Suggestion, suggest
from nearer.core.feelings.vocabulary import (
    BodyCue,
    Family,
    Feeling,
    Hurt,
    Line,
    Meanwhile,
    Norms,
    PauseTalk,
    PlanHalf,
    Prompt,
    Reading,
    Request,
    Tone,
    Trigger,
    Urge,
    Vocabulary,
)

__all__ = [
    "LIMIT",
    "BodyCue",
    "Control",
    "Cues",
    "Direction",
    "Family",
    "Feeling",
    "Hurt",
    "Line",
    "Meanwhile",
    "Norms",
    "PauseTalk",
    "PlanHalf",
    "Prompt",
    "Reading",
    "Reason",
    "Request",
    "Suggestion",
    "Tone",
    "Trigger",
    "Urge",
    "Vocabulary",
    "suggest",
]

"""Small steps: what each is, how likely it is to go well, which to offer, and what they tell.

Graded exposure with expectancy violation (Craske et al. 2014), sized by what this person's own
steps have taught: docs/decisions/2026-11-22-small-steps.md.
"""

from nearer.core.steps.belief import Belief, believe, chance, prior
from nearer.core.steps.choose import Because, Choice, Why, choose, highest
from nearer.core.steps.outcome import (
    Feared,
    Hard,
    Outcome,
    Went,
    how_it_went,
    outcome_of,
    skipped,
)
from nearer.core.steps.step import (
    FORMS,
    SIZES,
    TOPICS,
    Compared,
    Form,
    Size,
    Step,
    Than,
    Topic,
    height,
    place_between,
    to_compare,
)
from nearer.core.steps.tally import ENOUGH, Percent, Tally, tally

__all__ = [
    "ENOUGH",
    "FORMS",
    "SIZES",
    "TOPICS",
    "Because",
    "Belief",
    "Choice",
    "Compared",
    "Feared",
    "Form",
    "Hard",
    "Outcome",
    "Percent",
    "Size",
    "Step",
    "Tally",
    "Than",
    "Topic",
    "Went",
    "Why",
    "believe",
    "chance",
    "choose",
    "height",
    "highest",
    "how_it_went",
    "outcome_of",
    "place_between",
    "prior",
    "skipped",
    "tally",
    "to_compare",
]

"""The words as a therapist edits them, checked and turned into core's types.

Words are read once for each language and kept: they change with a release, not while running.
"""

from functools import cache

from nearer.content.check import check
from nearer.content.folder import content_folder
from nearer.content.ladder import load_steps
from nearer.content.load import load
from nearer.content.measures import load_measures
from nearer.content.problems import ContentError, Problem
from nearer.content.reply import load_reply
from nearer.content.tables import (
    APPRECIATIONS,
    LISTENING,
    OURS,
    SUPPORT,
    WEEKLY,
    load_tables,
)
from nearer.core.appreciations import AppreciationWords
from nearer.core.feelings import Vocabulary
from nearer.core.listening import ListeningWords
from nearer.core.measures import Measure
from nearer.core.ours import OursWords
from nearer.core.replies import ReplyRules
from nearer.core.steps import Step
from nearer.core.support import SupportWords
from nearer.core.weekly import WeeklyWords

__all__ = [
    "ContentError",
    "Problem",
    "appreciations",
    "check",
    "content_folder",
    "listening",
    "load",
    "load_measures",
    "load_reply",
    "load_steps",
    "measures",
    "ours",
    "reply_rules",
    "steps",
    "support",
    "vocabulary",
    "weekly",
]


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The words of a language. Raises ContentError with everything that is wrong in its folder."""
    return load(content_folder(), language)


@cache
def steps(language: str = "en") -> tuple[Step, ...]:
    """The small steps of a language. Raises ContentError as `vocabulary` does."""
    return load_steps(content_folder(), language)


@cache
def support(language: str = "en") -> SupportWords:
    """The words for the one who waits. Raises ContentError as `vocabulary` does."""
    return load_tables(content_folder(), language, SupportWords, SUPPORT)


@cache
def measures(language: str = "en") -> tuple[Measure, ...]:
    """The forms of a language. Raises ContentError as `vocabulary` does."""
    return load_measures(content_folder(), language)


@cache
def reply_rules(language: str = "en") -> ReplyRules:
    """What helps with a reply in a language. Raises ContentError as `vocabulary` does."""
    return load_reply(content_folder(), language)


@cache
def listening(language: str = "en") -> ListeningWords:
    """The words of a listening round. Raises ContentError as `vocabulary` does."""
    return load_tables(content_folder(), language, ListeningWords, LISTENING)


@cache
def appreciations(language: str = "en") -> AppreciationWords:
    """The words for saying something good. Raises ContentError as `vocabulary` does."""
    return load_tables(content_folder(), language, AppreciationWords, APPRECIATIONS)


@cache
def ours(language: str = "en") -> OursWords:
    """The words for what belongs to both. Raises ContentError as `vocabulary` does."""
    return load_tables(content_folder(), language, OursWords, OURS)


@cache
def weekly(language: str = "en") -> WeeklyWords:
    """The questions of weekly together. Raises ContentError as `vocabulary` does."""
    return load_tables(content_folder(), language, WeeklyWords, WEEKLY)

"""Help with a reply: beginnings to borrow, and a look at one's own draft when one asks for it."""

from nearer.core.replies.hear import offered_to_hear
from nearer.core.replies.look import Look, Ready, Remark, look, make_ready
from nearer.core.replies.pattern import PatternError, check_words, to_regex
from nearer.core.replies.rules import (
    Excuse,
    ReplyRules,
    Rule,
    Spelling,
    Starter,
    WordList,
    Works,
)
from nearer.core.replies.starters import starters_for

__all__ = [
    "Excuse",
    "Look",
    "PatternError",
    "Ready",
    "Remark",
    "ReplyRules",
    "Rule",
    "Spelling",
    "Starter",
    "WordList",
    "Works",
    "check_words",
    "look",
    "make_ready",
    "offered_to_hear",
    "starters_for",
    "to_regex",
]

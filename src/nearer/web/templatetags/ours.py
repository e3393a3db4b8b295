"""Template filters for what belongs to both."""

from django import template

from nearer.core.ours import OursWords

register = template.Library()


@register.filter
def move_label(move: str | None, words: OursWords) -> str:
    """What one does in the cycle, to stand after "I"."""
    found = words.move.get(move or "")
    return found.label if found else ""


@register.filter
def move_shown(move: str | None, words: OursWords) -> str:
    """The same, to stand after a name."""
    found = words.move.get(move or "")
    return found.shown if found else ""

"""The parts of a letter by link, as its writer and its reader see them."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nearer.web.templatetags.words import words

register = template.Library()


@register.simple_tag(takes_context=True)
def letter_part(context: dict[str, Any], part: str, *, needed: bool = False) -> SafeString:
    """One part: of the words of `entry`; of the form while it is a `preview`; or for a script.

    One line, since the white space around what people write is kept.
    """
    if context.get("entry"):
        return words(context["entry"], part)
    if context.get("preview"):
        more = SafeString(" data-needed") if needed else ""
        return format_html('<span data-preview-of="{}"{}></span>', part, more)
    return format_html('<span data-shows="{}"></span>', part)

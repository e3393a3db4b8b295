"""Template tags that put sealed words on a page. Who opens them: static/words/."""

from uuid import UUID

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nearer.store.log import Entry, OpenSpace
from nearer.vault.wire import to_text
from nearer.web.here import Here

register = template.Library()


@register.simple_tag
def words(entry: Entry, field: str) -> SafeString:
    """One field of an entry's words, opened in the browser."""
    return format_html(
        '<sealed-words data-space="{}" data-record="{}" data-author="{}" data-box="{}"'
        ' data-field="{}"></sealed-words>',
        entry.space,
        entry.id,
        entry.author,
        to_text(entry.words),
        field,
    )


@register.simple_tag
def words_from(entry: Entry | None, field: str) -> SafeString | str:
    """Attributes for a words-field that starts with one field of an entry's words."""
    if entry is None or not entry.words:
        return ""
    return format_html(
        ' data-from-space="{}" data-from-record="{}" data-from-author="{}" data-from-box="{}"'
        ' data-from-field="{}"',
        entry.space,
        entry.id,
        entry.author,
        to_text(entry.words),
        field,
    )


@register.simple_tag
def seals(here: Here, space: OpenSpace, record: UUID) -> SafeString:
    """Attributes for a form whose words are sealed into this record of this space."""
    return format_html(
        ' data-seal data-space="{}" data-record="{}" data-author="{}"',
        space.id,
        record,
        here.person.id,
    )

"""What the element templates need and Django's own tags do not say."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def described(field: BoundField) -> SafeString:
    """Draw a field's widget, tied to its hint and to the place of its error.

    Django names the error in ``aria-describedby`` only while there is one. Here errors arrive out
    of band, after the page was drawn, so the place is always named: an empty one reads as nothing.
    """
    places = [f"{field.auto_id}_helptext"] if field.help_text else []
    places.append(f"{field.auto_id}_error")
    return field.as_widget(attrs={"aria-describedby": " ".join(places)})

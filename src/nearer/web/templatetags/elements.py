"""What the element templates need and Django's own tags do not say."""

from django import template
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.utils.safestring import SafeString

from nearer.web import answers

register = template.Library()

PLACES = {
    "today": ("home", "today", "timeline", "welcome", "patterns"),
    "write": (
        "check-in",
        *("check-in-kept", "check-in-word"),
        "letter-new",
        "letter-write",
        "letter-preview",
        *("sentences", "sentence-new", "sentence", "sentence-mark", "how-sure"),
    ),
    "pull": ("pulling-back", "pause", "back", "sign", "quiet"),
    "us": (
        *("us", "leave", "pair", "letter", "letter-reply", "letter-guess", "letter-courage"),
        *("goods", "good-new", "good", "good-show"),
        *("cycle", "cycle-half", "cycle-show", "cycle-line"),
        *("agreement", "agreement-new", "version"),
        *("weekly", "weekly-look", "weekly-plan", "weekly-week", "weekly-mine"),
        "our-growth",
    ),
    "me": (
        *("me", "passphrase", "take-with", "erase"),
        *("reasons", "reflection-new", "reflection", "plans", "plan-new", "plan", "plan-came-up"),
        *("steps", "step-skip", "ladder", "steps-past", "own-step-new"),
        *("step-take", "step-taken", "step-tell"),
        *("support", "waiting", "further", "night", "night-kept", "choose-side"),
        *("my-growth", "growth-ask"),
    ),
}


@register.simple_tag
def described(field: BoundField) -> SafeString:
    """Draw a field's widget, tied to its hint and to the place of its error.

    Django names the error in ``aria-describedby`` only while there is one. Here errors arrive out
    of band, after the page was drawn, so the place is always named: an empty one reads as nothing.
    """
    places = [f"{field.auto_id}_helptext"] if field.help_text else []
    places.append(f"{field.auto_id}_error")
    return field.as_widget(attrs={"aria-describedby": " ".join(places)})


@register.filter
def of_the_whole(form: object) -> list[str]:
    """What a form has to say that belongs beside none of its fields; nothing without a form."""
    return answers.of_the_whole(form) if isinstance(form, BaseForm) else []


@register.simple_tag
def place(request: HttpRequest | None) -> str:
    """Which of the places in the tabs a page is in, by the name of its path; "" for none."""
    match = getattr(request, "resolver_match", None)
    name = match.url_name if match else None
    return next((where for where, names in PLACES.items() if name in names), "")

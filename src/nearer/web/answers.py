"""Answers to a sealed form: its words exist only in the browser, so it is never drawn again."""

from collections.abc import Iterable, Mapping

from django import forms
from django.http import HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def go_to(url: str) -> HttpResponse:
    """It is kept: the page moves on."""
    return HttpResponse(status=204, headers={"HX-Redirect": url})


def not_yet(form: forms.Form) -> HttpResponse:
    """Something is missing or wrong: a sentence beside each field, and what was typed stays."""
    errors = {field.name: _said(field.errors) for field in form.visible_fields()}
    errors["form"] = _said(of_the_whole(form))
    return HttpResponse(_fragments(errors), status=422)


def of_the_whole(form: forms.BaseForm) -> list[str]:
    """What is said about no field that can be seen. What a script puts in is not theirs to mend."""
    said = [str(error) for error in form.non_field_errors()]
    if any(field.errors for field in form.hidden_fields()):
        said.append(_("Something went missing on the way. Try once more."))
    return said


def all_of(form: forms.BaseForm) -> str:
    """Everything that is wrong with a form, once each, for a page that shows none of its fields."""
    said = [str(error) for errors in form.errors.values() for error in errors]
    return " ".join(dict.fromkeys(said))


def cannot(sentence: str, *, status: int = 409) -> HttpResponse:
    """It cannot be done now, for one reason that is not a field's."""
    return HttpResponse(_fragments({"form": sentence}), status=status)


def full() -> HttpResponse:
    """The disk is full or the database does not answer: nothing was kept, nothing is lost."""
    return cannot(
        _("This can’t be kept right now. Your words are still here. Try again in a minute."),
        status=503,
    )


def _said(errors: Iterable[object]) -> str:
    return " ".join(str(error) for error in errors)


def _fragments(errors: Mapping[str, str]) -> SafeString:
    """One out-of-band paragraph for each field; an empty one clears an earlier error."""
    paragraphs = (
        ("form_error" if name == "form" else f"id_{name}_error", text)
        for name, text in errors.items()
    )
    return format_html_join(
        "", '<p id="{}" class="error" role="alert" hx-swap-oob="true">{}</p>', paragraphs
    )

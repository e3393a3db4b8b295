"""What somebody is called here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nearer.vault.passphrase import fold_name

NAME_LENGTH = 60


class NameField(forms.CharField):
    """A name of one's choice."""

    default_error_messages = {
        "required": _("A name is needed. Any name you like."),
        "max_length": _("That is a long name. Up to 60 letters fit."),
        "invalid": _("This name has signs that can’t be kept. Letters and numbers work."),
    }

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(max_length=NAME_LENGTH, **kwargs)

    def clean(self, value: Any) -> str:  # noqa: ANN401 - Django's
        """A printable name that something is left of after folding."""
        name: str = super().clean(value)
        if not name.isprintable() or not fold_name(name):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return name


class NewNameForm(forms.Form):
    """What beginning asks for: all else of it is made in the browser."""

    name = NameField(
        label=_("What would you like to be called here?"),
        help_text=_("Any name. Your partner sees it once you are linked, and so can the host."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "words"}),
    )

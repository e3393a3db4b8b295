"""What a version of the agreement asks: a text, and whether it is looked at again on a day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.core.moments import Agreement
from nearer.core.ours import LONGEST
from nearer.web.sealed import Sealed, SealedForm

NO_DAY = _("Pick a day after today, within two years, or leave it open.")


class VersionForm(SealedForm):
    """A few sentences. `after` is the newest version that the page knew, if there was one."""

    text = Sealed()
    again = forms.DateField(
        label=_("Look at it again on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": NO_DAY},
    )
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """The text is there, and the day lies ahead."""
        data: dict[str, Any] = super().clean() or {}
        there = data.get("words") or self.has_error("words")
        if not (there and self.has("text")):
            self.add_error("text", _("Write a sentence, or borrow one."))
        again = data.get("again")
        if again is not None and not self.today < again <= self.today + LONGEST:
            self.add_error("again", NO_DAY)
        return data

    def agreement(self) -> Agreement:
        """The checked moment."""
        return Agreement(again=self.cleaned_data["again"])

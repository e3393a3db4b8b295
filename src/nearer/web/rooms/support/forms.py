"""What a plan for a wait asks, and which side somebody is usually on. All may be left out."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import support
from nearer.core.moments import Waiting
from nearer.core.support import last_day
from nearer.web.choices import GONE
from nearer.web.sealed import Sealed, SealedForm

NO_DAY = _("Pick a day after today, within three months.")

UNTIL = {
    "weekend": _("until the weekend"),
    "week": _("for a week"),
    "day": _("until a day I pick"),
    "open": _("I’ll see"),
}

SIDES = {
    "waits": _("I wait, and wonder"),
    "goes_quiet": _("I go quiet"),
    "": _("now this, now that"),
}


class WaitingForm(SealedForm):
    """How often I ask, until when I wait; in words my limit, what I do and need, and who helps."""

    asking = forms.ChoiceField(
        label=_("How often I ask"),
        required=False,
        choices=lambda: [(one.id, one.label) for one in support().asking],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE},
    )
    until = forms.ChoiceField(
        label=_("How long I wait"),
        choices=list(UNTIL.items()),
        initial="weekend",
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE, "required": _("Pick one, or “I’ll see”.")},
    )
    day = forms.DateField(
        label=_("Which day?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": NO_DAY},
    )
    meanwhile = Sealed()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """The last day; and something to do, since a wait with nothing in it is the hard kind."""
        data: dict[str, Any] = super().clean() or {}
        there = data.get("words") or self.has_error("words")
        if not (there and self.has("meanwhile")):
            self.add_error(
                "meanwhile", _("Name one thing you do meanwhile. A small one is enough.")
            )
        if data.get("until") != "day":
            self.errors.pop("day", None)  # it is not to be seen then, so nothing is said of it
        if "until" in data and not self.has_error("day"):
            try:
                data["last"] = last_day(data["until"], data.get("day"), today=self.today)
            except ValueError:
                self.add_error("day", NO_DAY)
        return data

    def waiting(self) -> Waiting:
        """The checked moment."""
        return Waiting(asking=self.cleaned_data["asking"] or None, until=self.cleaned_data["last"])


class SideForm(forms.Form):
    """Which side of the silence I am usually on. Neither is what I am."""

    side = forms.ChoiceField(
        label=_("When it gets quiet between us"),
        required=False,
        choices=list(SIDES.items()),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE},
    )

"""What a plan asks: one moment and one act. And later, once, whether it came up."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.core.moments import Plan, PlanCameUp
from nearer.web.choices import GONE
from nearer.web.sealed import Sealed, SealedForm

CUES = {
    "event": _("When something happens"),
    "place": _("At a place"),
    "time": _("At a time"),
}
WHAT = {
    "did": _("Yes, and I did it"),
    "did_not": _("Yes, but not this time"),
    "not_yet": _("Not yet"),
}


class PlanForm(SealedForm):
    """Both halves are words, so the server knows only which of them are there."""

    when = forms.ChoiceField(
        label=_("What kind of moment?"),
        choices=list(CUES.items()),
        initial="event",
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pick what kind of moment it is."),
            "invalid_choice": GONE,
        },
    )
    cue = Sealed()
    act = Sealed()

    def clean(self) -> dict[str, Any]:
        """Both halves are there: half a plan can't be read back."""
        data: dict[str, Any] = super().clean() or {}
        there = data.get("words") or self.has_error("words")
        if not (there and self.has("cue")):
            self.add_error("cue", _("Name the moment. A few words will do."))
        if not (there and self.has("act")):
            self.add_error("act", _("Name one thing to do. The smaller, the better."))
        return data

    def plan(self) -> Plan:
        """The checked moment."""
        return Plan(cue=self.cleaned_data["when"])


class CameUpForm(forms.Form):
    """One tap, free to leave alone."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    what = forms.ChoiceField(
        choices=list(WHAT.items()),
        error_messages={
            "required": _("Pick one, or leave it. Both are fine."),
            "invalid_choice": GONE,
        },
    )

    def about(self, plan: UUID) -> PlanCameUp:
        """The checked answer."""
        return PlanCameUp(about=plan, what=self.cleaned_data["what"])

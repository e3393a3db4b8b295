"""What one's own half of the cycle asks, and a line for one of the boxes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nearer.content import ours
from nearer.core.moments import CycleHalf, CycleLine
from nearer.core.moments.ours import Box
from nearer.web.choices import GONE, FeelingPicks, Glossed
from nearer.web.sealed import Sealed, SealedForm

BOX: dict[Box, Glossed] = {
    "differences": Glossed(_("Differences"), _("Where we are not alike, and neither is wrong.")),
    "sore_spots": Glossed(
        _("Sore spots"), _("What hurts quickly, often from long ago. Mine only.")
    ),
    "stress": Glossed(_("Stress from outside"), _("Work, money, sleep, health, family.")),
    "pattern": Glossed(_("The pattern"), _("How it goes round, and where it may be left.")),
    "name": Glossed(_("A name for it"), _("The pattern’s name, for the picture.")),
}


class HalfForm(SealedForm):
    """When I feel ..., I ...; you may then see ...; and then you .... Not all of it is needed."""

    feelings = FeelingPicks(label=_("When I feel …"))
    move = forms.ChoiceField(
        label=_("I …"),
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [(one.id, one.label) for one in ours().moves],
        error_messages={"invalid_choice": GONE},
    )

    def clean(self) -> dict[str, Any]:
        """Something is in it."""
        data: dict[str, Any] = super().clean() or {}
        if not (data.get("feelings") or data.get("move") or data.get("words") or self.errors):
            raise ValidationError(_("One part is enough to begin with. A feeling, or what you do."))
        return data

    def half(self) -> CycleHalf:
        """The checked moment."""
        return CycleHalf(
            feelings=self.cleaned_data["feelings"],
            own_word=self.has("own_word"),
            move=self.cleaned_data["move"] or None,
            own_move=self.has("own_move"),
        )


class ShowForm(SealedForm):
    """Show one's half as the page showed it: `draft` is the version that was looked at."""

    draft = forms.UUIDField(widget=forms.HiddenInput)


class LineForm(SealedForm):
    """One line, and the box it goes into."""

    box = forms.ChoiceField(
        label=_("Where does it belong?"),
        choices=list(BOX.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick where it belongs."), "invalid_choice": GONE},
    )
    line = Sealed()

    def clean(self) -> dict[str, Any]:
        """The line is there."""
        data: dict[str, Any] = super().clean() or {}
        there = data.get("words") or self.has_error("words")
        if not (there and self.has("line")):
            self.add_error("line", _("A few words will do."))
        return data

    def cycle_line(self) -> CycleLine:
        """The checked moment."""
        return CycleLine(box=self.cleaned_data["box"])

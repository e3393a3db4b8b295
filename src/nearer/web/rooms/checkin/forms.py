"""What a check-in asks. Everything may be left out."""

from typing import Any, get_args

from django import forms
from django.utils.translation import gettext_lazy as _
from msgspec import structs

from nearer.content import vocabulary
from nearer.core.feelings import Cues
from nearer.core.moments import CheckIn
from nearer.core.moments.check_in import Certainty
from nearer.core.moments.marks import Side
from nearer.web.choices import FeelingPicks, Slider, Sliders
from nearer.web.sealed import SealedForm


def _either(one: str, other: str) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=[("", ""), (one, one), (other, other)])


class CuesForm(Sliders):
    """Body, energy, pleasantness: what there is before there is a word."""

    body = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(cue.id, cue.label) for cue in vocabulary().body_cues],
    )
    energy = Slider()
    pleasantness = Slider()
    in_control = _either("yes", "no")
    toward_away = _either("toward", "away")

    def cues(self) -> Cues:
        """What core needs to offer feelings."""
        data = self.cleaned_data
        return Cues(
            body=tuple(data["body"]),
            energy=self.number("energy"),
            pleasantness=self.number("pleasantness"),
            in_control=data["in_control"] or None,
            toward_away=data["toward_away"] or None,
        )


class NamedForm(SealedForm):
    """Up to three feelings, and an own word among the words."""

    feelings = FeelingPicks()

    def certainty(self) -> Certainty:
        """How it is named by these: by one, by several at once, or not yet."""
        several = len(self.cleaned_data["feelings"]) + self.has("own_word")
        return ("not_sure", "named")[several] if several < 2 else "mixed"  # noqa: PLR2004 - one, or more


class WordForm(NamedForm):
    """A word that came later, for a check-in that had none."""

    def clean(self) -> dict[str, Any]:
        """There is one now."""
        data: dict[str, Any] = super().clean() or {}
        if not (data.get("feelings") or self.has("own_word") or self.errors):
            self.add_error("feelings", _("Pick one, or write your own. Or leave it open."))
        return data

    def named(self, before: CheckIn) -> CheckIn:
        """The same check-in, with its word."""
        return structs.replace(
            before,
            feelings=self.cleaned_data["feelings"],
            own_word=self.has("own_word"),
            certainty=self.certainty(),
        )


class CheckInForm(CuesForm, NamedForm):
    """The whole check-in."""

    not_sure = forms.BooleanField(required=False)
    side = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        choices=[(one, one) for one in get_args(Side)],
    )
    strength = Slider(least=1)
    trigger = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [("", "")] + [(one.id, one.label) for one in vocabulary().triggers],
    )
    urge = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [("", "")] + [(one.id, one.label) for one in vocabulary().urges],
    )

    def clean(self) -> dict[str, Any]:
        """Something was noticed, if only that it is not clear yet."""
        data: dict[str, Any] = super().clean() or {}
        noticed = ("body", "feelings", "not_sure", "words", "trigger", "urge", "said")
        if not any(data.get(name) for name in noticed) and not self.errors:
            raise forms.ValidationError(
                _("Pick one thing you notice, or “not sure yet”. That is enough.")
            )
        return data

    def check_in(self) -> CheckIn:
        """The checked moment."""
        data = self.cleaned_data
        return CheckIn(
            body=tuple(data["body"]),
            energy=self.number("energy"),
            pleasantness=self.number("pleasantness"),
            feelings=data["feelings"],
            certainty="not_sure" if data["not_sure"] else self.certainty(),
            own_word=self.has("own_word"),
            strength=self.number("strength"),
            trigger=data["trigger"] or None,
            urge=data["urge"] or None,
            side=data["side"] or None,
            in_control=data["in_control"] or None,
            toward_away=data["toward_away"] or None,
        )

"""What a reflection asks. All of it may be left out but the answer itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import vocabulary
from nearer.core.moments import Reflection, Tried
from nearer.web.choices import GONE, Glossed, Picks
from nearer.web.sealed import SealedForm

WAYS = {
    "afraid": _("I’m afraid to say it"),
    "dont_know": _("I don’t know what I feel"),
    "not_now": _("I don’t want to, right now"),
}
"""The answers that can be kept. The fourth, that it isn't safe, is no choice of any form."""

FITS = {"fits": _("fits"), "a_bit": _("a bit"), "not": _("doesn’t fit")}


class ReflectionForm(SealedForm):
    """The answer, what one is afraid of, how each reading fits, old hurts in one word."""

    way = forms.ChoiceField(choices=list(WAYS.items()), widget=forms.HiddenInput)
    fears = Picks(
        label=_("If I said it"),
        choices=lambda: [(fear.id, fear.label) for fear in vocabulary().fears],
    )
    hurts = Picks(
        label=_("In one word"),
        choices=lambda: [(hurt.id, Glossed(hurt.label, hurt.gloss)) for hurt in vocabulary().hurts],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        for reading in vocabulary().readings:
            self.fields[_fit(reading.id)] = forms.ChoiceField(
                required=False,
                label=reading.label,
                help_text=reading.text,
                choices=list(FITS.items()),
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": GONE},
            )

    def readings(self) -> list[forms.BoundField]:
        """The field of each reading, in their order."""
        return [self[_fit(reading.id)] for reading in vocabulary().readings]

    def reflection(self) -> Reflection:
        """The checked moment."""
        data = self.cleaned_data
        fits = {reading.id: data[_fit(reading.id)] for reading in vocabulary().readings}
        return Reflection(
            way=data["way"],
            fears=data["fears"],
            readings=tuple(Tried(reading, fit) for reading, fit in fits.items() if fit),
            hurts=data["hurts"],
        )


def _fit(reading: str) -> str:
    return f"fit_{reading}"

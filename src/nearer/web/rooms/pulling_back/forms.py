"""What pulling back asks: one tap, or two."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import vocabulary
from nearer.core.moments import Pause, PausesFelt, Sign
from nearer.core.pauses import Offer
from nearer.web.choices import GONE
from nearer.web.sealed import SealedForm
from nearer.web.templatetags.pausing import PAUSES_ARE


class SignForm(forms.Form):
    """One sign, and what would help, if anything."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    sign = forms.ChoiceField(
        choices=lambda: [(sign.id, sign.label) for sign in vocabulary().signs],
        error_messages={"required": _("Pick one. One tap is enough."), "invalid_choice": GONE},
    )
    help = forms.ChoiceField(
        required=False,
        choices=lambda: [("", "")] + [(one.id, one.label) for one in vocabulary().requests],
        error_messages={"invalid_choice": GONE},
    )

    def moment(self) -> Sign:
        """The checked sign."""
        return Sign(sign=self.cleaned_data["sign"], help=self.cleaned_data["help"] or None)


class PauseForm(forms.Form):
    """A return time, the line beside it, and for oneself the reason."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    when = forms.ChoiceField(
        error_messages={
            "required": _("Pick when you will be back. You can put it off once."),
            "invalid_choice": _("That time has passed by now. Pick another one, please."),
        }
    )
    line = forms.ChoiceField(
        required=False,
        choices=lambda: [("", "")] + [(one.id, one.label) for one in vocabulary().pause_lines],
        error_messages={"invalid_choice": GONE},
    )
    reason = forms.ChoiceField(
        required=False,
        choices=lambda: [("", "")] + [(one.id, one.label) for one in vocabulary().pause_reasons],
        error_messages={"invalid_choice": GONE},
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.until: dict[str, Any] = {offer.when: offer.until for offer in offers}
        self.fields["when"].choices = [(when, when) for when in self.until]  # type: ignore[attr-defined]

    def moment(self) -> Pause:
        """The checked pause."""
        data = self.cleaned_data
        return Pause(
            until=self.until[data["when"]],
            line=data["line"] or None,
            reason=data["reason"] or None,
        )


class PausesFeltForm(SealedForm):
    """How the pauses feel, or nothing said. Being afraid of them is no choice of any form."""

    how = forms.ChoiceField(
        required=False, choices=[("", ""), *PAUSES_ARE.items()], widget=forms.HiddenInput
    )

    def moment(self) -> PausesFelt:
        """The checked answer."""
        return PausesFelt(how=self.cleaned_data["how"] or None)

"""What a sentence asks: a feeling. The rest may be left out, how sure one is of it too."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import vocabulary
from nearer.core.moments import Sentence, SentenceMark
from nearer.web.choices import GONE
from nearer.web.sealed import SealedForm

SURE = [(str(number), str(number)) for number in range(11)]


class SureField(forms.TypedChoiceField):
    """Eleven places from not at all to quite sure. Unlike on a slider, none is picked yet."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(
            required=False,
            choices=SURE,
            coerce=int,
            empty_value=None,
            label=_("How sure are you that you could say this?"),
            error_messages={"invalid_choice": _("Pick one of the places from 0 to 10.")},
            **kwargs,
        )


class SentenceForm(SealedForm):
    """One feeling, one reason, one request."""

    feeling = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [(word.id, word.word) for word in vocabulary().feelings],
        error_messages={"invalid_choice": _("This feeling is not known here. Pick again, please.")},
    )
    request = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        label=_("Would you …?"),
        choices=lambda: [(request.id, request.asked) for request in vocabulary().requests],
        error_messages={"invalid_choice": GONE},
    )
    from_check_in = forms.UUIDField(required=False, widget=forms.HiddenInput)
    sure = SureField()

    def clean(self) -> dict[str, Any]:
        """There is a feeling, be it in an own word."""
        data: dict[str, Any] = super().clean() or {}
        own_word = self.has("own_word") and (data.get("words") or self.has_error("words"))
        if not (data.get("feeling") or own_word or self.has_error("feeling")):
            self.add_error("feeling", _("Pick one, or write a word of your own."))
        return data

    def sentence(self) -> Sentence:
        """The checked moment."""
        data = self.cleaned_data
        return Sentence(
            feeling=data["feeling"] or None,
            own_word=self.has("own_word"),
            request=data["request"] or None,
            from_check_in=data["from_check_in"],
            sure=data["sure"],
        )


class MarkForm(forms.Form):
    """Coming back to a sentence: how sure one is by now, or that it was said."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    sure = SureField()
    said = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """One of the two is said."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("sure") is None and not data.get("said") and not self.errors:
            self.add_error("sure", _("Pick a place between the two, or leave it. Both are fine."))
        return data

    def about(self, sentence: UUID) -> SentenceMark:
        """The checked mark."""
        data = self.cleaned_data
        return SentenceMark(about=sentence, sure=data["sure"], said=data["said"])

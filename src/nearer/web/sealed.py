"""The server's side of a form whose words are sealed in the browser."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nearer.vault.errors import Malformed
from nearer.vault.records import looks_like_box
from nearer.vault.wire import to_bytes


class BytesField(forms.CharField):
    """Bytes in base64url, of one length if given. A browser made them; no person types them."""

    widget = forms.HiddenInput
    empty_values = [*forms.CharField.empty_values, b""]
    default_error_messages = {"invalid": _("Something went missing on the way. Try once more.")}

    def __init__(self, *, length: int | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        self.length = length
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - Django types this as str
        """Bytes; empty for nothing."""
        text = super().to_python(value)
        try:
            data = to_bytes(text or "")
        except Malformed:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if data and self.length is not None and len(data) != self.length:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return data


class WordsField(BytesField):
    """A words box. The server cannot open it, and checks that it has the shape of one."""

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - see above
        """The box; empty for no words."""
        data = super().to_python(value)
        if data and not looks_like_box(data):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return data


class _SealedWords(forms.HiddenInput):
    """Tells "no words" from "words that did not come along"."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ANN401, ARG002 - Django's
        """What the script put there; a sign that no box can be where it put nothing."""
        return data.get(name, "-")


class Sealed(forms.Field):
    """A place for words that never come here. There is only an error to be said beside it."""

    def __init__(self) -> None:
        super().__init__(required=False)


class SealedForm(forms.Form):
    """A form with marks the server reads and words it cannot.

    `record` is the id that the page gave to what is being written, so that a double click or a
    second tab writes it once. `words` is always sent by the script, empty or not: a form that
    comes without it was sent by a page whose script had not started, and is refused, since its
    words would be lost. `filled` names the words fields that have something in them.
    """

    record = forms.UUIDField(widget=forms.HiddenInput)
    words = WordsField(required=False, widget=_SealedWords)
    filled = forms.CharField(required=False, widget=forms.HiddenInput)

    def has(self, field: str) -> bool:
        """Whether this words field has something in it."""
        return field in self.cleaned_data.get("filled", "").split()

    def record_id(self) -> UUID:
        """The checked id of what is being written."""
        record: UUID = self.cleaned_data["record"]
        return record

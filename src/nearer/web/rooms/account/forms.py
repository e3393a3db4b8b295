"""Forms whose secrets the browser made. What a person types is a name; the rest comes by script."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.acts.begin import NewPerson, NewSlot
from nearer.vault.errors import Malformed
from nearer.vault.secret import Secret
from nearer.vault.wire import to_bytes
from nearer.web.names import NameField, NewNameForm
from nearer.web.sealed import BytesField

SLOT_LENGTH = 93
SEALED_KEY_LENGTH = 81
ONLY_PROFILE = "standard"


class SecretField(BytesField):
    """A private key or a proof: it becomes a Secret at once, which never prints."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - Django's
        """A Secret of 32 bytes."""
        return Secret(super().clean(value))


def _profile() -> forms.ChoiceField:
    """Only the named cost that real slots have (specification, section 2)."""
    return forms.ChoiceField(choices=[(ONLY_PROFILE, ONLY_PROFILE)], widget=forms.HiddenInput)


class SignInForm(forms.Form):
    """A name, the proof of a passphrase, and the marks key that the slot gave."""

    name = NameField(
        label=_("Your name here"),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    proof = SecretField(length=32, required=False)
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    marks_private = SecretField(length=32)
    time_zone = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    next = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)


class NewSlotForm(forms.Form):
    """A passphrase slot as the browser made it."""

    profile = _profile()
    salt = BytesField(length=16)
    proof = SecretField(length=32)
    slot = BytesField(length=SLOT_LENGTH)

    def passphrase_slot(self) -> NewSlot:
        """The checked slot."""
        data = self.cleaned_data
        return NewSlot(data["proof"].reveal(), data["slot"], data["profile"], data["salt"])


class BeginForm(NewSlotForm, NewNameForm):
    """A new person, complete."""

    person = forms.UUIDField(widget=forms.HiddenInput)
    space = forms.UUIDField(widget=forms.HiddenInput)
    recovery_proof = SecretField(length=32)
    recovery_slot = BytesField(length=SLOT_LENGTH)
    marks_public = BytesField(length=32)
    words_public = BytesField(length=32)
    marks_key = BytesField(length=SEALED_KEY_LENGTH)
    words_key = BytesField(length=SEALED_KEY_LENGTH)
    marks_private = SecretField(length=32)
    time_zone = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    next = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)

    def new_person(self) -> NewPerson:
        """The checked person."""
        data = self.cleaned_data
        return NewPerson(
            id=data["person"],
            name=data["name"],
            marks_public=data["marks_public"],
            words_public=data["words_public"],
            passphrase=self.passphrase_slot(),
            recovery=NewSlot(data["recovery_proof"].reveal(), data["recovery_slot"]),
            space=data["space"],
            marks_key=data["marks_key"],
            words_key=data["words_key"],
        )


class RecoverForm(NewSlotForm):
    """The old code's proof, a new passphrase and a new code."""

    name = NameField(label=_("Your name here"))
    recovery_proof = SecretField(length=32)
    new_recovery_proof = SecretField(length=32)
    new_recovery_slot = BytesField(length=SLOT_LENGTH)
    marks_private = SecretField(length=32)
    time_zone = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def recovery_slot(self) -> NewSlot:
        """The checked new recovery slot."""
        data = self.cleaned_data
        return NewSlot(data["new_recovery_proof"].reveal(), data["new_recovery_slot"])


class PassphraseForm(NewSlotForm):
    """The old proof and the new slot."""

    old_proof = SecretField(length=32)


class IdleForm(forms.Form):
    """How long this person's browsers stay unlocked without a hand."""

    idle_minutes = forms.IntegerField(
        label=_("Lock after how many minutes without you?"),
        min_value=1,
        max_value=60,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "min_value": _("One minute is the shortest."),
            "max_value": _("Sixty minutes is the longest."),
            "invalid": _("A whole number of minutes, please."),
            "required": _("A number from 1 to 60, please."),
        },
    )


def secret_from(text: str) -> bytes:
    """A proof that came by script. Raises Malformed unless it is 32 bytes."""
    data = to_bytes(text)
    if len(data) != 32:  # noqa: PLR2004 - the length the specification gives every proof
        raise Malformed
    return data

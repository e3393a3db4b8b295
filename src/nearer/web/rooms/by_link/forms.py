"""Forms of a letter by link. All that is written is sealed in the browser, twice over."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nearer.acts.by_link import SealedLetter
from nearer.web.invites import InviteForm
from nearer.web.sealed import BytesField, Sealed, SealedForm, WordsField


class LinkedLetterForm(InviteForm):
    """A letter under its link, the invite of the same link, and the writer's own copy.

    The letter is sealed once it was looked at, so that a form that lacks something has none yet.
    """

    from_name = Sealed()
    feeling = Sealed()
    letter_box = WordsField(required=False)
    letter_proof = BytesField(length=32, required=False)

    def clean(self) -> dict[str, Any]:
        """Who it is from, and one feeling. The rest may be left out."""
        data: dict[str, Any] = super().clean() or {}
        if not self.has("from_name"):
            self.add_error("from_name", _("Who is it from? The name they call you is enough."))
        if not self.has("feeling"):
            self.add_error("feeling", _("One feeling, in a word. Pick one, or write your own."))
        whole = all(data.get(name) for name in ("letter_box", "letter_proof", "words"))
        if not self.errors and not whole:
            raise ValidationError(_("Something went missing on the way. Try once more."))
        return data

    def new_letter(self) -> SealedLetter:
        """The checked letter."""
        return SealedLetter(self.cleaned_data["letter_box"], self.cleaned_data["letter_proof"])


class AnswerKeptForm(SealedForm):
    """An answer that this browser has opened, sealed again for oneself."""

    def clean(self) -> dict[str, Any]:
        """Something is in it: an answer that did not open must not be thought kept."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not data["words"]:
            raise ValidationError(_("Something went missing on the way. Try once more."))
        return data

"""What a letter and its answers ask."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nearer.content import vocabulary
from nearer.core.moments import PARTS, Courage, Felt, FeltGuess, Reply
from nearer.core.moments.reply import Part
from nearer.web.choices import GONE, FeelingPicks
from nearer.web.sealed import Sealed, SealedForm


class LetterForm(SealedForm):
    """One feeling, one reason, one request. Each may be left out, not all."""

    feelings = FeelingPicks(label=_("What I feel"))
    request = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        label=_("What would help"),
        choices=lambda: [(request.id, request.label) for request in vocabulary().requests],
    )
    receive = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        label=_("If this isn’t easy to write"),
        choices=[
            ("", _("nothing to add")),
            ("word", _("a word about that is welcome")),
            ("sign", _("a sign is enough")),
            ("nothing", _("please say nothing about it")),
        ],
        error_messages={"invalid_choice": GONE},
    )
    from_check_in = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Something is in it."""
        data: dict[str, Any] = super().clean() or {}
        if not (data.get("feelings") or data.get("request") or data.get("words") or self.errors):
            raise ValidationError(_("A letter needs a feeling or a few words. One is enough."))
        return data


class ReplyForm(SealedForm):
    """A guess at the feeling, and three parts, any of which may be left out."""

    guess = FeelingPicks(label=_("What do you hear?"))

    def clean(self) -> dict[str, Any]:
        """At least one part is there; which ones, the script says."""
        data: dict[str, Any] = super().clean() or {}
        if not data.get("words") or not self.parts():
            raise ValidationError(_("One of the three is enough. A few words will do."))
        return data

    def parts(self) -> tuple[Part, ...]:
        """The parts that are there, in their order."""
        return tuple(part for part in PARTS if self.has(part))

    def reply_to(self, letter: Any) -> Reply:  # noqa: ANN401 - a UUID
        """The checked reply."""
        return Reply(about=letter, parts=self.parts(), guess=self.cleaned_data["guess"])


def _scale(label: Any) -> forms.ChoiceField:  # noqa: ANN401 - a lazy translation
    """Five places from not at all to very much; each has its own words for a screen reader."""
    choices = [
        ("0", _("not at all")),
        ("1", _("a little")),
        ("2", _("somewhat")),
        ("3", _("quite")),
        ("4", _("very much")),
    ]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


class FeltForm(forms.Form):
    """Whether the guess in the reply was right, and how it felt. All of it is optional."""

    guess = forms.ChoiceField(
        label=_("Did they hear it?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("right", _("That’s it")), ("nearly", _("Nearly")), ("not", _("No"))],
    )
    understood = _scale(_("I feel understood"))
    valued = _scale(_("I feel valued"))
    cared = _scale(_("I feel cared for"))
    shared = forms.BooleanField(required=False, label=_("Let the other one see this"))

    def clean(self) -> dict[str, Any]:
        """At least one scale is answered."""
        data: dict[str, Any] = super().clean() or {}
        if not any(data.get(name) for name in ("understood", "valued", "cared", "guess")):
            raise ValidationError(_("Pick at least one, or leave the page as it is."))
        return data

    def felt_about(self, reply: Any) -> Felt:  # noqa: ANN401 - a UUID
        """The checked answer."""
        data = self.cleaned_data
        guess = data["guess"] or None
        return Felt(about=reply, shared=data["shared"], guess=guess, **_given(data))


def _given(data: dict[str, Any]) -> dict[str, int]:
    """The scales that were answered."""
    return {name: int(data[name]) for name in ("understood", "valued", "cared") if data.get(name)}


class GuessForm(forms.Form):
    """What one guesses of how one's answer felt, on the same scales. Any of them will do."""

    understood = _scale(_("They felt understood"))
    valued = _scale(_("They felt valued"))
    cared = _scale(_("They felt cared for"))
    shared = forms.BooleanField(required=False, label=_("Let the other one see my guess"))

    def clean(self) -> dict[str, Any]:
        """At least one scale is answered."""
        data: dict[str, Any] = super().clean() or {}
        if not (_given(data) or self.errors):
            raise ValidationError(_("Pick at least one, or leave it. Both are fine."))
        return data

    def guess_about(self, reply: Any) -> FeltGuess:  # noqa: ANN401 - a UUID
        """The checked guess."""
        data = self.cleaned_data
        return FeltGuess(about=reply, shared=data["shared"], **_given(data))


class CourageForm(SealedForm):
    """A word or a sign that a letter took courage. A word has words."""

    how = forms.ChoiceField(choices=[("word", "word"), ("sign", "sign")], widget=forms.HiddenInput)
    word = Sealed()

    def clean(self) -> dict[str, Any]:
        """A word is there, or a sign without one."""
        data: dict[str, Any] = super().clean() or {}
        words = bool(data.get("words")) and self.has("word")
        if data.get("how") == "word" and not (words or self.has_error("words")):
            self.add_error("word", _("A few words, or the line that is ready."))
        return data

    def courage_for(self, letter: Any) -> Courage:  # noqa: ANN401 - a UUID
        """The checked word or sign."""
        return Courage(about=letter, how=self.cleaned_data["how"])

    def box(self) -> bytes:
        """The sealed word; a sign has none, whatever was sent."""
        words: bytes = self.cleaned_data["words"]
        return words if self.cleaned_data["how"] == "word" else b""

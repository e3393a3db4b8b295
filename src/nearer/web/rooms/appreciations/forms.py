"""What saying something good asks: of what it is, and some words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.core.moments import Appreciation, Good
from nearer.web.choices import GONE
from nearer.web.sealed import Sealed, SealedForm

OF: dict[Good, Any] = {
    "strength": _("Something I see in them"),
    "imperfection": _("Something not perfect that I love"),
    "good_news": _("Something good that happened"),
}


class WordsNeeded(SealedForm):
    """A sealed form with one place for words that may not stay empty."""

    needed: str
    lacks: Any

    def clean(self) -> dict[str, Any]:
        """The words are there."""
        data: dict[str, Any] = super().clean() or {}
        there = data.get("words") or self.has_error("words")
        if not (there and self.has(self.needed)):
            self.add_error(self.needed, self.lacks)
        return data


class GoodForm(WordsNeeded):
    """Something good, for oneself at first."""

    needed = "text"
    lacks = _("A few words, so that you find it again.")
    of = forms.ChoiceField(
        label=_("What is it?"),
        choices=list(OF.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick the one that fits best."), "invalid_choice": GONE},
    )
    text = Sealed()

    def appreciation(self) -> Appreciation:
        """The checked moment."""
        return Appreciation(of=self.cleaned_data["of"])


class AskForm(WordsNeeded):
    """A question about the other's good news."""

    needed = "question"
    lacks = _("One question, in a few words.")
    question = Sealed()


class MoreForm(WordsNeeded):
    """A few words to what was asked."""

    needed = "text"
    lacks = _("A few words, or leave it as it is.")
    text = Sealed()

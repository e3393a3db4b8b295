"""What forms of several rooms let one pick from, and what is said of a pick that fits nowhere."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nearer.content import vocabulary

MOST_FEELINGS = 3
"""As `core.moments.marks.Feelings`: more than three words of one moment blur it."""

GONE = _("That one is not known here. Pick again, please.")


@dataclass(frozen=True)
class Glossed:
    """A choice in a few words, with a sentence under it."""

    word: str | Promise
    gloss: str | Promise = ""

    def __str__(self) -> str:
        """Return the few words."""
        return str(self.word)


class Picks(forms.MultipleChoiceField):
    """Any of them, or none, each once."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": GONE}

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - Django's
        """Their ids."""
        return tuple(dict.fromkeys(super().clean(value)))


class FeelingPicks(Picks):
    """Up to three feelings of the vocabulary."""

    default_error_messages = {
        "invalid_choice": _("One of these feelings is not known here. Pick again, please."),
        "too_many": _("Up to three feelings fit. The strongest ones will do."),
    }

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(
            choices=lambda: [(word.id, word.word) for word in vocabulary().feelings], **kwargs
        )

    def clean(self, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - Django's
        """Their ids, refused where they are more than three."""
        chosen = super().clean(value)
        if len(chosen) > MOST_FEELINGS:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        return chosen


class Slider(forms.IntegerField):
    """A place up to ten, on a form of `Sliders`."""

    def __init__(self, *, least: int = 0, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(required=False, min_value=least, max_value=10, **kwargs)


class Sliders(forms.Form):
    """A slider always has a place. `said` names those a hand has moved; the others say nothing."""

    said = Picks(widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        there = [name for name, field in self.fields.items() if isinstance(field, Slider)]
        self.fields["said"].choices = [(name, name) for name in there]  # type: ignore[attr-defined]

    def number(self, name: str) -> int | None:
        """Where this slider was moved to, if it was."""
        moved: int | None = self.cleaned_data[name]
        return moved if name in self.cleaned_data["said"] else None

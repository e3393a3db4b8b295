"""A form as its authors wrote it, one question after the other."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.core.measures import Item, Measure
from nearer.core.moments import Answered, MeasureTaken
from nearer.web.choices import GONE


class MeasureForm(forms.Form):
    """The questions of one form. With one left out there is no score, so that is said first."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.measure = measure
        for item in measure.items:
            self.fields[item.id] = _field(item)

    @property
    def questions(self) -> list[tuple[Item, forms.BoundField]]:
        """Each question with its field, in their order."""
        return [(item, self[item.id]) for item in self.measure.items]

    @property
    def is_incomplete(self) -> bool:
        """Whether nothing else is wrong but that answers are missing."""
        wrong = [error for errors in self.errors.as_data().values() for error in errors]
        return bool(wrong) and all(error.code == "missing" for error in wrong)

    def clean(self) -> dict[str, Any]:
        """Each question has an answer, unless one would keep it as it is."""
        data: dict[str, Any] = super().clean() or {}
        left_out = [item.id for item in self.measure.items if data.get(item.id) in (None, "")]
        if len(left_out) == len(self.measure.items) and not self.errors:
            raise forms.ValidationError(_("Nothing is answered yet. Pick one, or leave the page."))
        if not data.get("anyway"):
            for one in left_out:
                if not self.has_error(one):
                    said = _("Not answered yet. Without it there is no score.")
                    self.add_error(one, forms.ValidationError(said, code="missing"))
        return data

    def taken(self) -> MeasureTaken:
        """The checked moment."""
        given = [
            Answered(item.id, self.cleaned_data[item.id])
            for item in self.measure.items
            if self.cleaned_data[item.id] is not None
        ]
        return MeasureTaken(
            measure=self.measure.id, version=self.measure.version, answers=tuple(given)
        )


def _field(item: Item) -> forms.TypedChoiceField:
    points = item.answers.points
    return forms.TypedChoiceField(
        label=item.text or " – ".join(item.ends),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(str(p), label) for p, label in zip(points, item.answers.labels, strict=True)],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE},
    )

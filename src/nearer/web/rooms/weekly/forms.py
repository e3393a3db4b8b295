"""What a week asks, in words only; and what the two choose: a day, an hour, and questions."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from nearer.content import weekly
from nearer.core.moments import WEEKLY_PARTS, WeeklyPlan
from nearer.core.weekly import MOST
from nearer.web.choices import GONE, Picks
from nearer.web.sealed import Sealed, SealedForm

LOST = _("Something went missing on the way. Try once more.")
NO_TIME = _("Pick an hour, such as 20:00.")


class QuestionPicks(Picks):
    """Up to three questions, or none."""

    default_error_messages = {
        "too_many": _("Up to three fit into a quarter of an hour."),
    }

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(choices=lambda: [(q.id, q.label) for q in weekly().questions], **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - Django's
        """Their ids, refused where they are more than three."""
        chosen = super().clean(value)
        if len(chosen) > MOST:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        return chosen


class WeekForm(SealedForm):
    """Words for the week that the page was about. Each part may be left empty, and all of them."""

    week = forms.UUIDField(widget=forms.HiddenInput, error_messages={"invalid": LOST})
    good, hard, request = Sealed(), Sealed(), Sealed()
    answer_1, answer_2, answer_3 = Sealed(), Sealed(), Sealed()

    def week_id(self) -> UUID:
        """The checked id of the week."""
        found: UUID = self.cleaned_data["week"]
        return found


class AnswersForm(WeekForm):
    """What one writes, for oneself at first. The day and the questions are those of the page."""

    day = forms.DateField(widget=forms.HiddenInput, error_messages={"invalid": LOST})
    questions = QuestionPicks(widget=forms.MultipleHiddenInput)


class KeepBackForm(forms.Form):
    """One part of what one has written, kept back or shown after all."""

    part = forms.ChoiceField(
        choices=[(part, part) for part in WEEKLY_PARTS], widget=forms.HiddenInput
    )
    back = forms.BooleanField(required=False)


class DayForm(forms.Form):
    """A day, an hour, and which questions."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    day = forms.TypedChoiceField(
        label=_("Which day?"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick a day."), "invalid_choice": GONE},
    )
    hour = forms.TimeField(
        label=_("At what time?"),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": NO_TIME, "invalid": NO_TIME},
    )
    questions = QuestionPicks(
        label=_("Which questions?"),
        help_text=_("Up to three, for each week. Pick none, and each week brings one of its own."),
        widget=forms.CheckboxSelectMultiple,
    )

    def plan(self, time_zone: str, *, now: datetime) -> WeeklyPlan:
        """The checked choice. From when it holds is worked out when it is kept."""
        data = self.cleaned_data
        at: time = data["hour"]
        return WeeklyPlan(
            day=data["day"],
            hour=at.hour,
            minute=at.minute,
            time_zone=time_zone,
            questions=data["questions"],
            since=now,
        )

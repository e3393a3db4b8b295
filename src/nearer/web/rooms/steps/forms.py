"""What a step asks before, what it asks after, and what a step of one's own needs."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import steps
from nearer.core.moments import ChosenStep, Expectation, OwnStep, StepOutcome
from nearer.core.steps import Compared, Size, Step, Topic, place_between, to_compare
from nearer.web.choices import GONE, Slider, Sliders
from nearer.web.sealed import Sealed, SealedForm

TOPICS: dict[Topic, Any] = {
    "emotions": _("What I feel"),
    "fears": _("What I’m afraid of"),
    "insecurities": _("Where I’m unsure of myself"),
    "dreams": _("What I dream of"),
    "goals": _("What I want to reach"),
    "experiences": _("What I’ve been through"),
}
FORMS = {
    "write": _("write something"),
    "say": _("say something"),
    "ask": _("ask something"),
    "together": _("do something together"),
}
SIZES: dict[Size, Any] = {"small": _("small"), "middle": _("middle"), "large": _("large")}
FEARED = {
    "not": _("It didn’t come"),
    "partly": _("Part of it came"),
    "happened": _("It came"),
    "cannot_tell": _("I can’t tell"),
}
THAN = {"easier": _("easier"), "same": _("the same"), "harder": _("harder")}
LIKELY = [("", _("I can’t say")), *((str(n), str(n)) for n in range(0, 101, 10))]
"""Tens, and no slider: one always stands somewhere, and what nobody said would be counted."""


class SkipForm(forms.Form):
    """One tap that passes a step over."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    step = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, known: list[str], **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [(step, step) for step in known]  # type: ignore[attr-defined]


class TakeForm(SealedForm):
    """Before: how likely it seems. What one fears and how one will know are words."""

    size = forms.ChoiceField(choices=list(SIZES.items()), widget=forms.HiddenInput)
    likely = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label=_("How likely does that seem, in 100?"),
        choices=LIKELY,
        initial="",
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE},
    )

    def expectation(self, step: Step) -> Expectation:
        """The checked moment, with a copy of where the step stands now."""
        data = self.cleaned_data
        size: Size = data["size"] if data["size"] in step.sizes else step.sizes[0]
        chosen = ChosenStep(step.id, step.topic, step.form, step.difficulty, size)
        return Expectation(step=chosen, likely=data["likely"])


class TellForm(Sliders, SealedForm):
    """After: what became of the fear, and how hard it was. The rest are words."""

    feared = forms.ChoiceField(
        label=_("What came of what you feared?"),
        choices=list(FEARED.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pick what comes closest. “I can’t tell” is an answer."),
            "invalid_choice": GONE,
        },
    )
    hard = Slider(label=_("How hard was it?"))

    def outcome(self, taken: UUID, expected: Expectation) -> StepOutcome:
        """The checked moment."""
        data = self.cleaned_data
        return StepOutcome(
            about=taken,
            step=expected.step,
            feared=data["feared"],
            hard=self.number("hard"),
            likely=expected.likely,
        )


def _beside() -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=list(THAN.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick one. A guess is enough."), "invalid_choice": GONE},
    )


class OwnStepForm(SealedForm):
    """A step of one's own. What it is are words; where it stands follows from two comparisons."""

    step = Sealed()
    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=list(TOPICS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick what comes closest."), "invalid_choice": GONE},
    )
    way = forms.ChoiceField(
        label=_("What kind of step is it?"),
        choices=list(FORMS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick what comes closest."), "invalid_choice": GONE},
    )
    first = _beside()
    second = _beside()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.beside = to_compare(steps())
        for name, step in zip(("first", "second"), self.beside, strict=True):
            self.fields[name].label = _("Beside this one, yours would be …")
            self.fields[name].help_text = f"{step.title}: {step.middle}"

    def clean(self) -> dict[str, Any]:
        """There are words: without them nobody would know later what the step was."""
        data: dict[str, Any] = super().clean() or {}
        if not (self.has_error("words") or (data.get("words") and self.has("step"))):
            self.add_error("step", _("Say what you would do. A few words will do."))
        return data

    def own_step(self) -> OwnStep:
        """The checked moment."""
        data = self.cleaned_data
        first, second = (
            Compared(data[name], step.difficulty)
            for name, step in zip(("first", "second"), self.beside, strict=True)
        )
        return OwnStep(
            topic=data["topic"], form=data["way"], difficulty=place_between(first, second)
        )

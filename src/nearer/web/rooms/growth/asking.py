"""The questions one may put to one's own check-ins, and what an answer says in words."""

from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nearer.core.insight.association import Association
from nearer.web.choices import GONE


@dataclass(frozen=True)
class Asked:
    """A question, and how its two possible answers begin. Neither says why."""

    text: Promise
    rises: Promise
    falls: Promise


ASKED = {
    "energy_pleasant": Asked(
        _("Energy, and how good it felt"),
        _("On days with more energy it tended to feel better."),
        _("On days with more energy it tended to feel harder."),
    ),
    "strong_pleasant": Asked(
        _("How strong a feeling was, and how good it felt"),
        _("On days with stronger feelings it tended to feel better."),
        _("On days with stronger feelings it tended to feel harder."),
    ),
    "strong_energy": Asked(
        _("How strong a feeling was, and energy"),
        _("On days with stronger feelings there tended to be more energy."),
        _("On days with stronger feelings there tended to be less energy."),
    ),
    "quiet_energy": Asked(
        _("Going quiet, and energy"),
        _("On days when you were the one who goes quiet there tended to be more energy."),
        _("On days when you were the one who goes quiet there tended to be less energy."),
    ),
    "letter_pleasant": Asked(
        _("Sending a letter, and how good it felt"),
        _("On days when you sent a letter it tended to feel better."),
        _("On days when you sent a letter it tended to feel harder."),
    ),
}
"""One for each of `core.growth.QUESTIONS`."""

STRENGTH = {"weak": _("weak"), "middling": _("middling"), "strong": _("strong")}


def line(question: str, found: Association) -> Promise:
    """What was found, in one sentence."""
    asked = ASKED[question]
    return asked.rises if found.rises else asked.falls


class QuestionForm(forms.Form):
    """Which question for this month."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    question = forms.ChoiceField(
        label=_("What would you like to know?"),
        choices=[(name, asked.text) for name, asked in ASKED.items()],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE, "required": _("Pick one of them.")},
    )

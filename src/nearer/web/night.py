"""Another way to see it, as a form: for whoever is in, and for whoever is about to begin."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import support, vocabulary
from nearer.core.moments import Night
from nearer.web.choices import GONE, Glossed, Picks
from nearer.web.sealed import SealedForm


class NightForm(SealedForm):
    """How it is for me, the story, other ways it may be, the next ten minutes. All optional."""

    feelings = Picks(
        label=_("In a word"),
        choices=lambda: [(one, vocabulary().feeling[one].word) for one in support().night.feelings],
    )
    body = Picks(
        label=_("In the body"),
        choices=lambda: [(one, vocabulary().body_cue[one].label) for one in support().night.body],
    )
    stories = Picks(
        label=_("What it says"),
        choices=lambda: [(one.id, one.label) for one in support().stories],
    )
    readings = Picks(
        label=_("Could be"),
        choices=lambda: [
            (one.id, Glossed(one.label, one.text)) for one in support().other_readings
        ],
    )
    next_minutes = forms.ChoiceField(
        label=_("For the next ten minutes"),
        required=False,
        choices=lambda: [(one.id, one.label) for one in support().ten_minutes],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": GONE},
    )

    def moment(self) -> Night:
        """The checked moment."""
        data = self.cleaned_data
        return Night(
            feelings=data["feelings"],
            body=data["body"],
            stories=data["stories"],
            readings=data["readings"],
            next_minutes=data["next_minutes"] or None,
        )

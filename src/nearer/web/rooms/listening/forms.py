"""What a listening round asks: a few taps, and words only where one likes to write."""

from typing import Any, get_args

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.content import listening
from nearer.core.listening import What
from nearer.core.moments import ListeningRound
from nearer.web.choices import GONE, Glossed
from nearer.web.sealed import Sealed, SealedForm

WAYS = ("say", "hear", "sit")
MINUTES = (2, 3, 4)
"""Short turns (evidence, section 1: two to three minutes), and shorter than the usual idle time
after which a phone that lies on the table locks itself."""

WHERE = {"two": _("Each on their own phone"), "one": _("On this phone, passed across the table")}
LOST = _("Something went missing on the way. Try once more.")
FIELDS = {"said": "said", "again": "said", "heard": "heard", "sense": "sense"}
"""The words field of each move that is written, or said aloud instead."""

CHECKED = ("thats_it", "nearly", "no")


def _ways() -> list[tuple[str, Any]]:
    prompt = listening().prompt
    return [(way, Glossed(prompt[way].label, prompt[way].text)) for way in WAYS]


class InviteForm(forms.Form):
    """What one would like, how long a turn is, and on how many phones."""

    record = forms.UUIDField(widget=forms.HiddenInput)
    way = forms.ChoiceField(
        label=_("What would you like?"),
        choices=_ways,
        initial="say",
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick one of the three."), "invalid_choice": GONE},
    )
    minutes = forms.TypedChoiceField(
        label=_("Minutes for a turn"),
        choices=[(n, str(n)) for n in MINUTES],
        initial=3,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick how long."), "invalid_choice": GONE},
    )
    phones = forms.ChoiceField(
        label=_("Where?"),
        choices=list(WHERE.items()),
        initial="two",
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick where."), "invalid_choice": GONE},
    )

    def moment(self) -> ListeningRound:
        """The checked invitation."""
        data = self.cleaned_data
        return ListeningRound(way=data["way"], minutes=data["minutes"], phones=data["phones"])


class _InARound(forms.Form):
    """Which round it is for, and which move of it comes next by the page that was shown."""

    found = forms.UUIDField(widget=forms.HiddenInput, error_messages={"invalid": LOST})
    number = forms.IntegerField(
        min_value=1,
        max_value=500,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), LOST),
    )


class MoveForm(_InARound):
    """A move without words."""

    what = forms.ChoiceField(
        choices=[(what, what) for what in get_args(What)],
        widget=forms.HiddenInput,
        error_messages={"required": LOST, "invalid_choice": LOST},
    )


class WrittenForm(SealedForm, _InARound):
    """A move that is written, or said aloud: the two are equal, and one of them it is."""

    what = forms.ChoiceField(
        choices=[(what, what) for what in (*FIELDS, *CHECKED)],
        widget=forms.HiddenInput,
        error_messages={"required": LOST, "invalid_choice": LOST},
    )
    aloud = forms.BooleanField(required=False, widget=forms.HiddenInput)
    said, heard, sense, missing = Sealed(), Sealed(), Sealed(), Sealed()

    def clean(self) -> dict[str, Any]:
        """Written or aloud; nothing at all is a tap too early."""
        data: dict[str, Any] = super().clean() or {}
        field = FIELDS.get(data.get("what", ""))
        there = data.get("words") or self.has_error("words")
        if field and not data.get("aloud") and not (there and self.has(field)):
            self.add_error(field, _("A few words are enough. Or say it aloud."))
        return data

    def sent_words(self) -> bytes:
        """The words that go along. Said aloud, none do; where it was right, nothing is missing."""
        data = self.cleaned_data
        if data["aloud"] or data["what"] == "thats_it":
            return b""
        words: bytes = data["words"]
        return words


class KeepForm(SealedForm, _InARound):
    """The answer at the end, where one phone is passed: the words come along, to be kept or not."""

    what = forms.ChoiceField(
        choices=[(what, what) for what in ("keep", "let_go")],
        widget=forms.HiddenInput,
        error_messages={"required": LOST, "invalid_choice": LOST},
    )

"""A form with one field of each kind, so that the elements are seen on real widgets."""

from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Word:
    """A choice with a gloss under it: the chip shows both, a plain list shows the word."""

    word: str | Promise
    gloss: str | Promise = ""

    def __str__(self) -> str:
        """Return the word alone, as every widget but the chip shows it."""
        return str(self.word)


class RangeInput(forms.NumberInput):
    """A number chosen by sliding."""

    input_type = "range"


class ExampleForm(forms.Form):
    """Every kind of field, none of them kept anywhere."""

    name = forms.CharField(
        label=_("A name"), help_text=_("Any name. It need not be your real one."), max_length=80
    )
    taken = forms.CharField(label=_("A field with something to put right"), max_length=80)
    shut = forms.CharField(
        label=_("A field that cannot be changed"), disabled=True, initial=_("as it is")
    )
    when = forms.ChoiceField(
        label=_("A list"), choices=[("5", _("after 5 minutes")), ("15", _("after 15 minutes"))]
    )
    feelings = forms.MultipleChoiceField(
        label=_("Could it be …?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("overwhelmed", Word(_("overwhelmed"), _("too much at once"))),
            ("ashamed", Word(_("ashamed"), _("wanting to hide"))),
            ("hurt", Word(_("hurt"), _("something landed hard"))),
            ("numb", Word(_("numb"), _("far away from it all"))),
            ("unsure", Word(_("not sure yet"))),
            ("own", Word(_("my own word"))),
        ],
        initial=["overwhelmed"],
    )
    request = forms.ChoiceField(
        label=_("What would help?"),
        widget=forms.RadioSelect,
        choices=[
            ("listen", _("just listen")),
            ("ask", _("ask me")),
            ("hug", _("a hug")),
            ("later", _("later")),
            ("practical", _("practical help")),
        ],
        initial="listen",
    )
    strength = forms.IntegerField(
        label=_("How strong is it?"),
        initial=60,
        widget=RangeInput(attrs={"min": 0, "max": 100, "step": 5}),
    )
    sure = forms.ChoiceField(
        label=_("How sure are you that you could say this?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[(str(number), str(number)) for number in range(11)],
        initial="4",
    )
    understood = forms.ChoiceField(
        label=_("How understood did you feel?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("0", _("not at all")),
            ("1", _("a little")),
            ("2", _("somewhat")),
            ("3", _("mostly")),
            ("4", _("fully")),
        ],
        initial="3",
    )
    agree = forms.BooleanField(label=_("I have read what this cannot do"), required=False)

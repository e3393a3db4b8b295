"""A form with one field of each kind, so that the elements are seen on real widgets."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nearer.web.choices import Glossed


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
            ("overwhelmed", Glossed(_("overwhelmed"), _("too much at once"))),
            ("ashamed", Glossed(_("ashamed"), _("wanting to hide"))),
            ("hurt", Glossed(_("hurt"), _("something landed hard"))),
            ("numb", Glossed(_("numb"), _("far away from it all"))),
            ("unsure", Glossed(_("not sure yet"))),
            ("own", Glossed(_("my own word"))),
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

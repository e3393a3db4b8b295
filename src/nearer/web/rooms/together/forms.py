"""Forms of pairing. The browser makes everything in them; see `web/invites.py` for a new link."""

from django import forms

from nearer.web.invites import SEALED_KEY_LENGTH
from nearer.web.sealed import BytesField


class AcceptForm(forms.Form):
    """The link's proof, and the couple's keys sealed to the one who accepts."""

    proof = BytesField(length=32)
    marks_key = BytesField(length=SEALED_KEY_LENGTH)
    words_key = BytesField(length=SEALED_KEY_LENGTH)

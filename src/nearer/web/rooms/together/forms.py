"""Forms of pairing. The browser makes everything in them."""

from django import forms

from nearer.acts.pair import NewInvite
from nearer.web.rooms.together.lengths import INVITE_LENGTH, SEALED_KEY_LENGTH
from nearer.web.sealed import BytesField, SealedForm


class InviteForm(SealedForm):
    """A new invite; its link, with the secret half, is in the sealed words of one's own record."""

    invite = forms.UUIDField(widget=forms.HiddenInput)
    space = forms.UUIDField(widget=forms.HiddenInput)
    box = BytesField(length=INVITE_LENGTH)
    proof = BytesField(length=32)
    marks_key = BytesField(length=SEALED_KEY_LENGTH)
    words_key = BytesField(length=SEALED_KEY_LENGTH)

    def new_invite(self) -> NewInvite:
        """The checked invite."""
        data = self.cleaned_data
        return NewInvite(
            id=data["invite"],
            space=data["space"],
            box=data["box"],
            proof=data["proof"],
            marks_key=data["marks_key"],
            words_key=data["words_key"],
        )


class AcceptForm(forms.Form):
    """The link's proof, and the couple's keys sealed to the one who accepts."""

    proof = BytesField(length=32)
    marks_key = BytesField(length=SEALED_KEY_LENGTH)
    words_key = BytesField(length=SEALED_KEY_LENGTH)

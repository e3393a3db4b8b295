"""A link to be linked by, as a browser sends it, and what is said when it cannot be used.

Two rooms make one: to pair (`together`), and with a letter that is read by it (`by_link`).
"""

from django import forms
from django.utils.translation import gettext as _

from nearer.acts.pair import NewInvite
from nearer.web.sealed import BytesField, SealedForm

INVITE_LENGTH = 93
SEALED_KEY_LENGTH = 81
"""Lengths that the specification gives, in bytes."""


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


def sentence(reason: str) -> str:
    """What a person reads when a link cannot be used, or not now."""
    sentences = {
        "yours": _("You have opened this link already. The four words wait on the page Us."),
        "gone": _("This link doesn’t lead anywhere now. Ask for a new one."),
        "used": _("This link was used already. Each link works once. Ask for a new one."),
        "expired": _("This link is more than seven days old. Ask for a new one."),
        "own": _("This is your own link. It is for the other person: send it to them."),
        "paired": _("You are linked with someone already. One at a time works here."),
        "torn": _("Part of the link is missing. Copy the whole link and try again."),
        "comparing": _("Four words wait for you on the page called Us. Compare them first."),
        "waiting": _("The other has not opened the link yet."),
    }
    return sentences[reason]

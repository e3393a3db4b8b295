"""A pairing that is under way."""

from django.db import models

from nearer.store.models.person import Person
from nearer.store.models.space import Space


class Invite(models.Model):
    """A one-time link to a couple's space (specification, section 10).

    The secret half of the link never reaches the server. `box` is emptied when the invite is
    accepted. The row goes once both have said that their four words are the same, or one said
    that they are not, or seven days are over.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    space = models.OneToOneField(Space, on_delete=models.CASCADE, related_name="invite")
    inviter = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    accepter = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", null=True)
    box = models.BinaryField(max_length=93)
    verifier = models.BinaryField(max_length=32)
    made = models.DateTimeField()
    inviter_same = models.BooleanField(default=False)
    accepter_same = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "invite"

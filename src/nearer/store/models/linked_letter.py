"""A letter that is read by a link."""

from django.db import models

from nearer.store.models.person import Person


class LinkedLetter(models.Model):
    """A sealed letter to somebody who may have no account (specification, section 14).

    The secret half of the link never reaches the server, nor does what is in either box. `id` is
    that of the invite made with it. Of its being read there is no trace. An answer takes the
    letter's place: `box` is emptied then. The row goes when the answer is kept in its writer's own
    space, when it is taken back, or unanswered after seven days.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    sender = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    box = models.BinaryField()
    verifier = models.BinaryField(max_length=32)
    made = models.DateTimeField()
    answer = models.BinaryField(default=b"")

    def __str__(self) -> str:
        return "letter by link"

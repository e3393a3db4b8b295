"""The one table that holds what people keep."""

from django.db import models

from nearer.store.models.person import Person
from nearer.store.models.space import Space


class Record(models.Model):
    """One sealed row in a space (specification, section 7).

    In the clear: ids, the shelf and the thread (keyed hashes), and a time. `marks` opens on the
    server while its reader is unlocked; `words` only in a member's browser. Rows are written
    once and removed whole: there is no update.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="records")
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    shelf = models.BinaryField(max_length=16)
    thread = models.BinaryField(max_length=16, null=True)
    at = models.DateTimeField()
    marks = models.BinaryField()
    words = models.BinaryField(default=b"")

    class Meta:
        """What the table holds to."""

        indexes = [
            models.Index(fields=["space", "shelf", "-at"], name="record_shelf"),
            models.Index(fields=["space", "thread"], name="record_thread"),
        ]

    def __str__(self) -> str:
        return "record"

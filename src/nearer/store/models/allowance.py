"""How often something may be tried."""

from django.db import models


class Allowance(models.Model):
    """A token bucket: what is left for one act by one subject, and when that was true.

    `key` is a keyed hash of act and subject, so that the table names nobody.
    """

    key = models.BinaryField(max_length=32, primary_key=True)
    tokens = models.FloatField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "allowance"

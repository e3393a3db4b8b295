"""A person, and the slots that open what is theirs."""

import uuid

from django.db import models


class Person(models.Model):
    """An account: a chosen name and two public keys. The name is the one thing a host can read.

    `folded` is the name as it is compared (see `vault.passphrase.fold_name`). The day of
    beginning is kept without a time: nothing needs more.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=240, unique=True)
    marks_public = models.BinaryField(max_length=32)
    words_public = models.BinaryField(max_length=32)
    began = models.DateField()

    def __str__(self) -> str:
        return self.name


class Slot(models.Model):
    """One way to open a person's root key (specification, section 4).

    A passphrase and a recovery slot carry a verifier for their login proof; a passkey slot
    carries the credential instead. There is one of each of the first two, any number of the last.
    """

    class Kind(models.IntegerChoices):
        """The kind byte of the specification."""

        PASSPHRASE = 1
        RECOVERY = 2
        PASSKEY = 3

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="slots")
    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    box = models.BinaryField(max_length=93)
    verifier = models.BinaryField(max_length=32, default=b"")
    profile = models.CharField(max_length=20, default="")
    salt = models.BinaryField(max_length=16, default=b"")
    credential = models.BinaryField(max_length=1023, null=True, unique=True)
    credential_key = models.BinaryField(max_length=2048, default=b"")
    sign_count = models.PositiveBigIntegerField(default=0)
    made = models.DateField()

    class Meta:
        """What the table holds to."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(kind__in=[1, 2]),
                name="one_passphrase_one_recovery",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} slot"

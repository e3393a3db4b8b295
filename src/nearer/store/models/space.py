"""Spaces and who is in them."""

from django.db import models

from nearer.store.models.person import Person


class Space(models.Model):
    """A sealed log with members: one's own, or a couple's.

    `version` rises by one with each change inside, so that a page that is open on another
    device learns *that* something changed, and nothing else.
    """

    class Kind(models.TextChoices):
        """Whose space it is."""

        OWN = "own"
        COUPLE = "couple"

    class State(models.TextChoices):
        """A couple's space waits until both have compared the words; it ends when one leaves."""

        PENDING = "pending"
        OPEN = "open"
        ENDED = "ended"

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    version = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.kind} space"


class Member(models.Model):
    """One person's key to one space: the marks key and the words key, sealed to that person."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    marks_key = models.BinaryField(max_length=81)
    words_key = models.BinaryField(max_length=81)

    class Meta:
        """What the table holds to."""

        constraints = [
            models.UniqueConstraint(fields=["space", "person"], name="a_member_once"),
        ]

    def __str__(self) -> str:
        return "member"

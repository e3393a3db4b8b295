"""Being signed in, and being unlocked."""

import uuid

from django.db import models

from nearer.store.models.person import Person


class Session(models.Model):
    """One signed-in browser (specification, section 9).

    The cookie holds a token; the row only its hash, so that a stolen backup signs nobody in.
    `box` holds the marks private key sealed under a secret that lives in a second cookie; it is
    empty while the session is locked. `active` is when a hand last did something, to the
    half-minute; it is never shown to anyone else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token_hash = models.BinaryField(max_length=32, unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sessions")
    box = models.BinaryField(default=b"")
    idle_minutes = models.PositiveSmallIntegerField(default=5)
    begun = models.DateTimeField()
    unlocked = models.DateTimeField()
    active = models.DateTimeField()
    challenge = models.BinaryField(max_length=64, default=b"")
    challenge_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return "session"

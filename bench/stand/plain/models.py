"""One plain row."""

from typing import ClassVar

from django.db import connection, models


class Note(models.Model):
    """A text and a time, with nothing sealed and nothing to look up."""

    objects: ClassVar[models.Manager["Note"]]
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "plain"

    def __str__(self) -> str:
        return "note"


def make_table() -> None:
    """Make its table. It has no migration: Nearer's own must not know of it."""
    with connection.schema_editor() as editor:
        editor.create_model(Note)

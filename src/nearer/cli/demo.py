"""`nearer demo`: the same place with an example couple in it, to look around."""

import os
from pathlib import Path

import click

FOLDER = "demo"


@click.command("demo")
def command() -> None:
    """Serve an example couple and twelve weeks of their history, in a folder of their own."""
    # Before the settings are read: the example never shares a database with real people.
    os.environ["NEARER_DATA"] = str(Path(os.environ.get("NEARER_DATA") or "data") / FOLDER)
    os.environ.pop("DATABASE_URL", None)
    os.environ.pop("DATABASE_URL_FILE", None)
    from nearer.cli import ready  # noqa: PLC0415 - only now may settings be read
    from nearer.cli.serve import serve  # noqa: PLC0415 - the same

    ready.begin()
    serve(furnish=_move_in_once)


def _move_in_once() -> None:
    """Write the example where it is not there yet, all of it or nothing."""
    from django.db import transaction  # noqa: PLC0415 - needs the settings
    from django.utils import timezone  # noqa: PLC0415 - the same

    from nearer.cli import example  # noqa: PLC0415 - the same
    from nearer.store.models import Person  # noqa: PLC0415 - the same

    if not Person.objects.exists():
        click.echo("Ada and Ben move in.")
        with transaction.atomic():
            example.move_in(now=timezone.now().astimezone())
    click.echo("Everyone can read these two, so keep nothing of your own here. Sign in as:")
    for name, passphrase in example.PASSPHRASES.items():
        click.echo(f"  {name}    {passphrase}")

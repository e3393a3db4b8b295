"""`nearer tend`: clear away what has ended. For a timer, once a day or once an hour."""

import click
from django.utils import timezone

from nearer.cli import database, ready


@click.command("tend")
def command() -> None:
    """Clear away sessions, invites and slowed-down guesses that have ended."""
    ready.begin()
    database.reach()
    from nearer.store.tend import tend  # noqa: PLC0415  models need the apps to be loaded

    gone = tend(timezone.now())
    click.echo(f"Gone: {gone.sessions} sessions, {gone.invites} invites, {gone.allowances} limits.")

"""`nearer content check`: is everything in `content/` as its guide says?"""

import click

from nearer.content import check, content_folder


@click.group("content")
def command() -> None:
    """Look after the words in `content/`."""


@command.command("check")
def check_command() -> None:
    """Say what is wrong in `content/`, each in one line. Exits with 1 if anything is."""
    problems = check(content_folder())
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise SystemExit(1)
    click.echo("The content is in order.")

"""The command line `nearer`: one file a command, loaded only when it is called."""

import os
from importlib import import_module
from importlib.util import find_spec

import click

from nearer import __version__

NAMES = ("serve", "demo", "doctor", "backup", "restore", "content", "simulate", "tend")


class Commands(click.Group):
    """Finds the command NAME as `command` in the module `nearer.cli.NAME`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Name every command that is there."""
        return [name for name in NAMES if find_spec(f"nearer.cli.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"nearer.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what the database then refuses is said in one line."""
        from django.db import DatabaseError  # noqa: PLC0415  for `nearer --help` to be quick

        try:
            return super().invoke(ctx)
        except DatabaseError as error:
            reason = " ".join(str(error).split())
            raise click.ClickException(f"The database refuses: {reason}") from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
def main() -> None:
    """Nearer: a private place for two people when one of them goes quiet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nearer.settings")

"""The database as a host meets it: reachable or not, and how PostgreSQL's own tools are told."""

import os
import shutil
import subprocess
from pathlib import Path

import click
import psycopg
from django.conf import settings
from django.db import Error, connection
from psycopg.conninfo import make_conninfo

CONNECT_SECONDS = 5


def is_sqlite() -> bool:
    """Whether it is SQLite, in the data folder."""
    return connection.vendor == "sqlite"


def reach() -> None:
    """Open the database once.

    Raises:
        ClickException: with one line that says why it cannot be opened.
    """
    if reason := why_out_of_reach():
        raise click.ClickException(f"The database cannot be opened: {reason}")


def why_out_of_reach() -> str:
    """The reason in the database's own words, on one line; empty if it can be opened."""
    try:
        if is_sqlite():
            connection.ensure_connection()
        else:  # past the pool, which would retry for long and then only say that it took too long
            with psycopg.connect(conninfo(), password=password(), connect_timeout=CONNECT_SECONDS):
                pass
    except (Error, psycopg.Error) as error:
        return " ".join(str(error).split())
    return ""


def conninfo() -> str:
    """What psycopg, pg_dump and pg_restore are given. The password is never on a command line."""
    chosen = settings.DATABASES["default"]
    options = {name: text for name, text in chosen["OPTIONS"].items() if isinstance(text, str)}
    names = {"dbname": "NAME", "user": "USER", "host": "HOST", "port": "PORT"}
    known = {ours: chosen[theirs] for ours, theirs in names.items() if chosen[theirs]}
    return make_conninfo(**known, **options)


def password() -> str | None:
    """The password by itself, if there is one."""
    return settings.DATABASES["default"]["PASSWORD"] or None


def environment() -> dict[str, str]:
    """The environment for PostgreSQL's own tools, with the password in it."""
    return {**os.environ, "PGPASSWORD": password() or ""}


def run_tool(name: str, *options: str, source: Path | None = None) -> None:
    """Run one of PostgreSQL's own programs, on our database or on a dump in a file.

    Raises:
        ClickException: with the program's last words on one line, or that it is not there.
    """
    program = shutil.which(name)
    if program is None:
        raise click.ClickException(f"{name} is missing: it comes with PostgreSQL's client.")
    about = [str(source)] if source else [f"--dbname={conninfo()}"]
    ended = subprocess.run(  # noqa: S603  a program found by its name, with options made here
        [program, *options, *about], env=environment(), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        last = (ended.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise click.ClickException(f"{name} did not finish: {last}")

"""`nearer backup`: everything a host needs to start again, copied while people go on writing."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import click
from django.conf import settings

from nearer.cli import archive, database, ready


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write a backup to FILE, for its owner's eyes only. Nearer may go on running.

    What people wrote is in it as it is in the database: sealed. An older FILE is replaced once the
    new one is whole.
    """
    ready.begin()
    database.reach()
    if not settings.SECRET_KEY_IS_KNOWN:
        raise click.ClickException(f"There is no secret file at {settings.NEARER_SECRET_FILE}.")
    try:
        manifest = make(file.absolute())
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from None
    size = file.stat().st_size
    click.echo(f"{file}: {size:,} bytes, {manifest.database}, {manifest.made}")


def make(file: Path) -> archive.Manifest:
    """Write the backup beside its place, then rename: there is never half a backup under the name.

    Raises:
        OSError: the folder cannot be written to, or the disk is full; what was there stays.
        ClickException: the database cannot be copied.
    """
    with tempfile.TemporaryDirectory(prefix=".nearer-backup-", dir=file.parent) as workplace:
        parts = Path(workplace) / "parts"
        parts.mkdir()
        kind = copy_database(parts)
        shutil.copyfile(settings.NEARER_SECRET_FILE, parts / archive.SECRET)
        whole = Path(workplace) / "whole"
        manifest = archive.write(whole, parts, database=kind)
        whole.replace(file)
        _keep_name(file.parent)
    return manifest


def copy_database(folder: Path) -> str:
    """Copy the database as it is at one moment; returns its kind."""
    kind = "sqlite" if database.is_sqlite() else "postgresql"
    target = folder / archive.DATABASE[kind]
    if kind == "sqlite":
        copy_sqlite(Path(settings.DATABASES["default"]["NAME"]), target)
    else:
        database.run_tool(
            "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}"
        )
    return kind


def copy_sqlite(source: Path, target: Path) -> None:
    """SQLite's own backup, in one step: in WAL mode a reader holds up no writer.

    In smaller steps it would begin again with every write, and on a busy server might never end.

    Raises:
        ClickException: the copy is not in order, so neither is the database.
    """
    with closing(sqlite3.connect(target)) as copy:
        with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as original:
            original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # so that one file holds it all
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise click.ClickException("The database is damaged: see what `nearer doctor` says.")


def _keep_name(folder: Path) -> None:
    """Let the new name reach the disk as well."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

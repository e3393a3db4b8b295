"""`nearer restore`: put a backup in its place, whole or not at all."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import click
from django.conf import settings
from django.db import connection
from psycopg import sql

from nearer.cli import archive, database, ready

OUR_TABLES = ("store_", "django_")


@click.command("restore")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what is there now.")
def command(file: Path, *, replace: bool) -> None:
    """Put the backup FILE in place of the database and the secret file."""
    ready.begin()
    ready.make_data_folder(settings.NEARER_DATA)
    database.reach()
    if not replace and (what := already_there()):
        raise click.ClickException(
            f"There is {what} here already. To put the backup in its place, add --replace."
        )
    with tempfile.TemporaryDirectory(prefix="restore-", dir=settings.NEARER_DATA) as workplace:
        manifest = archive.unpack(file, Path(workplace))
        put_back(Path(workplace), manifest)
    click.echo(f"The backup of {manifest.made} is in place. If Nearer is running, start it again.")


def already_there() -> str:
    """What a restore would overwrite; empty if nothing."""
    if any(name.startswith(OUR_TABLES) for name in connection.introspection.table_names()):
        return "a database"
    return "a secret file" if settings.SECRET_KEY_IS_KNOWN else ""


def put_back(folder: Path, manifest: archive.Manifest) -> None:
    """Replace the database in one transaction, then the secret file by a rename.

    A crash before the end leaves the old database or the new one, never a mixture; running the
    restore again then finishes it.

    Raises:
        ClickException: the backup is of the other kind of database, or the database refuses it.
    """
    kind = "sqlite" if database.is_sqlite() else "postgresql"
    if manifest.database != kind:
        raise click.ClickException(
            f"The backup is of {manifest.database}, and DATABASE_URL stands for {kind}."
        )
    source = folder / archive.DATABASE[kind]
    if kind == "sqlite":
        connection.close()
        put_back_sqlite(source, Path(settings.DATABASES["default"]["NAME"]))
    else:
        put_back_postgres(source, folder / "script.sql")
    secret = Path(settings.NEARER_SECRET_FILE)
    secret.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = secret.with_name(f".{secret.name}.restored")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write((folder / archive.SECRET).read_bytes())
        file.flush()
        os.fsync(file.fileno())
    beside.replace(secret)


def put_back_sqlite(source: Path, target: Path) -> None:
    """Write every page in one transaction, through SQLite: a server that runs sees all or nothing.

    Raises:
        ClickException: the copy is damaged, or a writer did not let go in time.
    """
    try:
        with closing(sqlite3.connect(source)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise click.ClickException("The database in the backup is damaged.")
            with closing(sqlite3.connect(target, timeout=30)) as place:
                copy.backup(place)
                place.execute("PRAGMA journal_mode = WAL")
                place.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target.chmod(0o600)
    except sqlite3.Error as error:
        raise click.ClickException(f"The database cannot be replaced: {error}.") from None


def put_back_postgres(source: Path, script: Path) -> None:
    """Drop our tables and play the dump, in one transaction.

    pg_restore's own --clean drops only what the dump knows: a table of a later version would stay
    and stand in the way of its migration.
    """
    database.run_tool("pg_restore", "--no-owner", "--no-acl", f"--file={script}", source=source)
    names = [n for n in connection.introspection.table_names() if n.startswith(OUR_TABLES)]
    connection.close()
    drop = sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(
        sql.SQL(", ").join(map(sql.Identifier, names))
    )
    first = ["--command", drop.as_string()] if names else []
    options = ["--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    database.run_tool("psql", *options, *first, f"--file={script}")

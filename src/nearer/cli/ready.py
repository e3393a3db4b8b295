"""What stands between a start and the first request: folder, database, secret, static files.

Each step does nothing where there is nothing to do, which is what makes a second start quick.
"""

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

import click
import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from nearer import secret_file
from nearer.cli.database import reach


def begin() -> None:
    """Load the settings and the apps. A wrong setting ends the program here, with its line."""
    django.setup()


def make_ready(*, migrate: bool = True) -> None:
    """Do whatever is missing for the server to start.

    Raises:
        ClickException: with one line, when something is in the way that only the host can move.
    """
    make_data_folder(settings.NEARER_DATA)
    reach()
    if migrate:
        bring_up_to_date()
    settle_secret()
    if collect_if_stale():
        click.echo("Static files are collected.")
    forget_connections()


def make_data_folder(folder: Path) -> None:
    """Make the data folder, for its owner's eyes only, and see that it can be written to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"NEARER_DATA is {folder}: {error.strerror}.") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise click.ClickException(f"NEARER_DATA is {folder}, which cannot be written to.")


def missing_migrations() -> list[str]:
    """The migrations that this program brings and the database has not had yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]


def bring_up_to_date() -> None:
    """Apply missing migrations."""
    if missing_migrations():
        call_command("migrate", verbosity=0, interactive=False)
        click.echo("The database is up to date.")


def settle_secret() -> None:
    """Make the server's secret if there was never one.

    A database that people are in once had one. Then it is missing, not new, and making another
    would show who has an account here (see nearer.secret_file).
    """
    if settings.SECRET_KEY_IS_KNOWN:
        return
    path = settings.NEARER_SECRET_FILE
    if someone_is_here():
        raise click.ClickException(
            f"People have accounts here, and the secret file {path} is missing: "
            "bring it back from a backup, or write 64 random letters into it."
        )
    settings.SECRET_KEY = secret_file.make(path)
    click.echo(f"A secret file is made: {path}. It belongs into every backup.")


def someone_is_here() -> bool:
    """Whether the database holds an account."""
    from nearer.store.models import Person  # noqa: PLC0415  models need the apps to be loaded

    there = Person._meta.db_table in connection.introspection.table_names()  # noqa: SLF001  Django's
    return there and Person.objects.exists()


def collect_if_stale() -> bool:
    """Collect the static files anew if any of them, or what collects them, is another."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / "collected-from"
    now = _fingerprint()
    if stamp.is_file() and stamp.read_text("ascii") == now:
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(now, "ascii")
    return True


def _fingerprint() -> str:
    """A hash over every source file's name, size and time, and the versions of what treats them."""
    files = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            files.append((name, facts.st_size, facts.st_mtime_ns))
    treated_by = [version("django"), version("whitenoise")]
    return hashlib.sha256(json.dumps([sorted(files), treated_by]).encode()).hexdigest()


def forget_connections() -> None:
    """Close what this process opened, since the workers are forked from it."""
    for each in connections.all():
        each.close()
        close_pool = getattr(each, "close_pool", None)
        if close_pool:
            close_pool()

"""`nearer doctor`: what is wrong with settings, keys, database, clock and disk, in words."""

import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from nearer import env, secret_file
from nearer.cli import database, ready

LEAST_FREE = 100 * 1024**2  # bytes; below it a busy day may fill the disk
FAIR_FREE = 1024**3  # bytes
END_OF_TIME = 2100  # a year; a clock past it is no clock


class State(Enum):
    """How one thing is."""

    WELL = "well "
    LOOK = "look "
    WRONG = "WRONG"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and a sentence about it."""

    state: State
    sentence: str


def well(sentence: str) -> Finding:
    """It is as it is meant to be."""
    return Finding(State.WELL, sentence)


def look(sentence: str) -> Finding:
    """It works, and the host may want to know."""
    return Finding(State.LOOK, sentence)


def wrong(sentence: str) -> Finding:
    """It keeps Nearer from working or from protecting people."""
    return Finding(State.WRONG, sentence)


@click.command("doctor")
def command() -> None:
    """Say in words what is wrong, if anything. Ends with 1 if something is."""
    findings = list(setting_lines())
    _show(findings)
    if any(finding.state is State.WRONG for finding in findings):
        raise SystemExit(1)
    ready.begin()
    for part in (origin, keys, disk, the_database, clock):
        found = list(part())
        _show(found)
        findings += found
    if any(finding.state is State.WRONG for finding in findings):
        raise SystemExit(1)


def _show(findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(f"{finding.state.value}  {finding.sentence}")


def setting_lines() -> Iterator[Finding]:
    """Every wrong setting at once; loading the settings would stop at the first."""
    lines = env.problems(os.environ)
    if not lines:
        try:
            secret_file.read(env.read(os.environ).secret_file)
        except env.WrongSetting as problem:
            lines = [str(problem)]
    yield from (wrong(line) for line in lines)
    if not lines:
        yield well("Every setting can be used.")


def origin() -> Iterator[Finding]:
    """What browsers need: https, or this machine itself."""
    if not settings.SESSION_COOKIE_SECURE:
        yield well(
            f"People on this machine come in at {settings.NEARER_ORIGIN}; browsers trust it as it "
            "is. Others cannot: for them, put https in front and name it in NEARER_ORIGIN."
        )
        if settings.NEARER_DEVELOPMENT:
            yield look("NEARER_DEVELOPMENT is yes: the page of all elements can be seen.")
        return
    yield well(f"People come in at {settings.NEARER_ORIGIN}, and cookies are for https only.")
    if not settings.NEARER_TRUSTED_PROXY.networks:
        yield look(
            "NEARER_TRUSTED_PROXY names nobody: behind a proxy, everybody would share one address, "
            "and a stranger's guesses would slow all of them down."
        )


def keys() -> Iterator[Finding]:
    """The secret file and the data folder: there, and for one pair of eyes."""
    path = Path(settings.NEARER_SECRET_FILE)
    if not settings.SECRET_KEY_IS_KNOWN:
        yield look(f"There is no secret file at {path} yet: the first `nearer serve` makes it.")
    elif _others_may_read(path):
        yield wrong(f"Others on this machine can read the secret file: chmod 600 {path}")
    else:
        yield well(f"The secret file {path} can be read by its owner only.")
    folder = Path(settings.NEARER_DATA)
    if folder.is_dir() and _others_may_read(folder):
        yield look(f"Others on this machine can look into the data folder: chmod 700 {folder}")


def _others_may_read(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def disk() -> Iterator[Finding]:
    """Whether there is room, and whether it can be written to."""
    folder = Path(settings.NEARER_DATA)
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if not os.access(there, os.W_OK):
        yield wrong(f"NEARER_DATA is {folder}, and it cannot be written to.")
    free = shutil.disk_usage(there).free
    state = wrong if free < LEAST_FREE else look if free < FAIR_FREE else well
    yield state(f"{free / 1024**3:.1f} GiB of disk are free for {folder}.")


def the_database() -> Iterator[Finding]:
    """Reachable, of this version, whole, and set up so that what is erased is gone."""
    if database.is_sqlite() and not Path(settings.DATABASES["default"]["NAME"]).exists():
        yield look("There is no database yet: the first `nearer serve` makes it.")
        return
    if reason := database.why_out_of_reach():
        yield wrong(f"The database cannot be opened: {reason}")
        return
    yield well(f"The database can be opened: {connection.vendor}.")
    try:
        yield from _migrations()
        yield from (_sqlite() if database.is_sqlite() else _postgres())
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        yield wrong(f"The database is damaged ({reason}): restore the last backup.")


def _migrations() -> Iterator[Finding]:
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415  needs the apps

    missing = ready.missing_migrations()
    known = MigrationLoader(None).disk_migrations
    had = MigrationRecorder(connection).applied_migrations()
    if missing:
        yield look(f"{len(missing)} migrations are still to come: `nearer serve` applies them.")
    elif any(app == "store" and (app, name) not in known for app, name in had):
        yield wrong("The database was used by a later Nearer than this one.")
    else:
        yield well("The database is of this version.")


def _sqlite() -> Iterator[Finding]:
    answers = {"journal_mode": "wal", "secure_delete": 1, "foreign_keys": 1}
    for name, expected in answers.items():
        found = _ask(f"PRAGMA {name}")
        if found != expected:
            yield wrong(f"SQLite's {name} is {found} and not {expected}.")
    damage = _ask("PRAGMA integrity_check")
    if damage == "ok":
        yield well("The database is whole.")
    else:
        yield wrong(f"The database is damaged ({damage}): restore the last backup.")


def _postgres() -> Iterator[Finding]:
    encoding = _ask("SHOW server_encoding")
    if encoding != "UTF8":
        yield wrong(f"PostgreSQL's encoding is {encoding}: make the database with UTF8.")
    for tool in ("pg_dump", "pg_restore", "psql"):
        if shutil.which(tool) is None:
            yield look(f"{tool} is missing here, so `nearer backup` and `restore` cannot work.")


def _ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def clock() -> Iterator[Finding]:
    """Whether the year can be true, and whether time zones are known."""
    now, newest = time.gmtime(), Path(env.__file__).stat().st_mtime
    if time.time() < newest or now.tm_year > END_OF_TIME:
        yield wrong(f"The clock says {time.strftime('%Y-%m-%d %H:%M', now)} UTC: set it.")
    else:
        yield well(f"The clock says {time.strftime('%Y-%m-%d %H:%M', now)} UTC.")
    try:
        ZoneInfo("Europe/Lisbon")
    except ZoneInfoNotFoundError:
        yield wrong("Time zones are not known here: pip install tzdata")

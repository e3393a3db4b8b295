"""A house to measure in: a data folder and a database of its own, and one server process.

`running()` comes first in every script: it sets what the settings are made from, in this process
too, so that models and acts are to be imported inside it.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import psycopg
from bench.stand.process import Process
from psycopg import sql

START_SECONDS = 60


@dataclass
class House:
    """The one server. Which database it is over stands in `database`."""

    port: int
    database: str
    process: Process


@contextmanager
def running() -> Iterator[House]:
    """A house over SQLite, or over a new PostgreSQL database where DATABASE_URL names a server."""
    folder = Path(tempfile.mkdtemp(prefix="nearer-bench-"))
    server = os.environ.pop("DATABASE_URL", "")
    port = _free_port()
    _surround(folder, port)
    try:
        with _database(server), _serving(folder, port) as process:
            yield House(port, "PostgreSQL" if server else "SQLite", process)
    finally:
        _hang_up()
        if server:
            os.environ["DATABASE_URL"] = server
        shutil.rmtree(folder, ignore_errors=True)


def _surround(folder: Path, port: int) -> None:
    for name in [name for name in os.environ if name.startswith("NEARER_")]:
        del os.environ[name]  # what a developer has set must not change a figure
    os.environ["NEARER_DATA"] = str(folder)
    os.environ["NEARER_LISTEN"] = f"127.0.0.1:{port}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.stand.settings"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _database(server: str) -> Iterator[None]:
    """Name a new database of that server in DATABASE_URL, for as long as it is needed."""
    if not server:
        yield
        return
    name = f"bench_{secrets.token_hex(6)}"
    with closing(psycopg.connect(server, autocommit=True)) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        os.environ["DATABASE_URL"] = f"{server.rpartition('/')[0]}/{name}"
        try:
            yield
        finally:
            _hang_up()
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            admin.execute(drop.format(sql.Identifier(name)))
            del os.environ["DATABASE_URL"]


def _hang_up() -> None:
    from django.apps import apps

    from nearer.cli import ready

    if apps.ready:
        ready.forget_connections()


@contextmanager
def _serving(folder: Path, port: int) -> Iterator[Process]:
    from nearer.cli import ready

    ready.begin()
    with redirect_stdout(StringIO()):  # what is made ready for a figure is nobody's news
        ready.make_ready()
    from bench.stand.plain.models import make_table

    make_table()
    with (folder / "log").open("ab") as log:
        command = [sys.executable, "-m", "bench.stand.serve"]
        process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603  our own program
    try:
        _wait(process, port, folder / "log")
        yield Process(process.pid)
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit(f"The server did not start:\n{log.read_text()}")

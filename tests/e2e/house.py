"""A real server of one's own for a test: its own folder, its own database, a real process."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import httpx
import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 30.0
LATER = Path(__file__).parent / "later"
NOT_FOR_IT = ("NEARER_", "DATABASE_", "COVERAGE_", "COV_CORE_")
"""What a house is not given: settings of whoever runs the tests; and being measured, which makes it
slower for nothing, since a process that is killed writes down no coverage."""


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class House:
    """One running server."""

    data: Path
    port: int
    database_url: str
    process: subprocess.Popen[bytes] | None = None
    later: int = 0

    @property
    def address(self) -> str:
        """Where it is. By name, since a passkey belongs to a name and not to a number."""
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the process is given."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(NOT_FOR_IT)}
        mine = {"NEARER_DATA": str(self.data), "NEARER_LISTEN": f"127.0.0.1:{self.port}"}
        mine["DJANGO_SETTINGS_MODULE"] = "nearer.settings"  # not the tests' own
        if self.database_url:
            mine["DATABASE_URL"] = self.database_url
        if self.later:
            mine |= {"PYTHONPATH": str(LATER), "LATER": str(self.later)}
        return {**kept, **mine, "TMPDIR": str(self.data / "tmp")}

    def start(self) -> None:
        """Start it and wait until it answers."""
        (self.data / "tmp").mkdir(parents=True, exist_ok=True)
        with (self.data / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "nearer.cli", "serve"],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE
        with httpx.Client(timeout=2) as client:  # one for all tries: each would read certificates
            while time.monotonic() < until:
                try:
                    client.get(f"{self.address}/help/")
                except httpx.TransportError:
                    time.sleep(0.05)
                else:
                    return
        raise AssertionError((self.data / "log").read_text())

    def kill(self) -> None:
        """End it in the middle of whatever it does (SIGKILL), its workers too."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def later_by(self, minutes: int) -> None:
        """End it at once, since kindly takes seconds, and start it that much later by its clock."""
        self.kill()
        self.later += minutes * 60
        self.start()

    def stop(self) -> None:
        """End it kindly."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)
            self.process = None


@contextmanager
def running(data: Path) -> Iterator[House]:
    """A house over SQLite, or over a new PostgreSQL database where DATABASE_URL names a server."""
    server = os.environ.get("DATABASE_URL", "")
    with _database(server) as url:
        house = House(data, free_port(), url)
        house.start()
        try:
            yield house
        finally:
            house.kill()


@contextmanager
def _database(server: str) -> Iterator[str]:
    if not server:
        yield ""
        return
    name = f"house_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

"""Nearer as a program of its own, as a host would run it: with data folder, database and port."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

START_SECONDS = 60  # generous: static files are collected first, on machines with much else to do


@dataclass
class Program:
    """One installation. `environ` is all it knows of its surroundings."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run `nearer WORDS` to its end, with further variables if any are given."""
        return subprocess.run(
            self._command(*words),
            env={**self.environ, **environ},
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=START_SECONDS,
        )

    def start(self, *words: str, **environ: str) -> subprocess.Popen[str]:
        """Start `nearer serve` and come back when it answers."""
        with (self.folder / "stderr").open("a") as stderr:
            process = subprocess.Popen(
                self._command("serve", *words),
                env={**self.environ, **environ},
                cwd=self.folder,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                start_new_session=True,
            )
        for _ in range(START_SECONDS * 50):
            if self.answers():
                return process
            if process.poll() is not None:
                break
            time.sleep(0.02)
        kill(process)
        raise AssertionError(f"It did not start: {self.said()}")

    @contextmanager
    def serving(self, *words: str, **environ: str) -> Iterator[str]:
        """The address of a server that runs until the end of the block."""
        process = self.start(*words, **environ)
        try:
            yield self.address
        finally:
            process.terminate()
            process.communicate(timeout=START_SECONDS)

    def answers(self) -> bool:
        """Whether somebody answers at its address, whatever they say."""
        try:
            urllib.request.urlopen(self.address, timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def said(self) -> str:
        """All that it wrote on standard error while serving."""
        return (self.folder / "stderr").read_text("utf-8")

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://{self.environ['NEARER_LISTEN']}"

    @property
    def data(self) -> Path:
        """Its data folder."""
        return Path(self.environ["NEARER_DATA"])

    @staticmethod
    def _command(*words: str) -> list[str]:
        return [sys.executable, "-c", "from nearer.cli import main; main()", *words]


@contextmanager
def program(folder: Path, like: Program | None = None) -> Iterator[Program]:
    """An installation in `folder`, on the kind of database that the tests run on.

    It is empty, or a copy of another one that does not run at this moment.
    """
    ours = ("NEARER_", "DJANGO_", "DATABASE_URL")
    environ = {name: text for name, text in os.environ.items() if not name.startswith(ours)}
    environ |= {"NEARER_DATA": str(folder / "data"), "NEARER_LISTEN": f"127.0.0.1:{free_port()}"}
    if like:
        shutil.copytree(like.data, folder / "data")
    url = os.environ.get("DATABASE_URL")
    if not url:
        yield Program(folder, environ)
        return
    template = like.environ["DATABASE_URL"].rpartition("/")[2] if like else "template1"
    with _database(url, template) as own:
        yield Program(folder, {**environ, "DATABASE_URL": own})


@contextmanager
def _database(url: str, template: str) -> Iterator[str]:
    """A PostgreSQL database beside the one that is named, made like another."""
    name = f"nearer_{secrets.token_hex(8)}"
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(make.format(sql.Identifier(name), sql.Identifier(template)))
        yield f"{url.rpartition('/')[0]}/{name}"
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port: int = attempt.getsockname()[1]
        return port


def kill(process: subprocess.Popen[str]) -> None:
    """End a server and its workers at once, as a torn power cord would."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()

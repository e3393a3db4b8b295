"""`nearer serve`: make everything ready, then answer requests until told to stop."""

import errno
import socket
from collections.abc import Callable
from typing import Any

import click
from django.conf import settings
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from nearer.addresses import Listen
from nearer.cli import ready

STOP_SECONDS = 5  # for answers under way; an open live stream would otherwise hold the stop up


@click.command("serve")
@click.option("--migrate/--no-migrate", default=True, help="Bring the database up to date first.")
def command(*, migrate: bool) -> None:
    """Serve Nearer at NEARER_LISTEN. Stops on Ctrl-C or SIGTERM."""
    ready.begin()
    serve(migrate=migrate)


def serve(*, migrate: bool = True, furnish: Callable[[], None] | None = None) -> None:
    """Make ready, `furnish` if there is something to put in first, and serve until told to stop."""
    see_that_it_is_free(settings.NEARER_LISTEN)
    ready.make_ready(migrate=migrate)
    if furnish:
        furnish()
        ready.forget_connections()
    server = make_server(settings.NEARER_LISTEN)
    server.on_startup(lambda: click.echo(f"Nearer is at {settings.NEARER_ORIGIN}"))
    server.serve()


def see_that_it_is_free(address: Listen) -> None:
    """Try to listen there.

    Raises:
        ClickException: with one line, if another program has it or it is not ours to take.
    """
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((address.host, address.port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            reason = "which another program is using" if taken else f"but: {error.strerror}"
            raise click.ClickException(f"NEARER_LISTEN is {address}, {reason}.") from None


def make_server(address: Listen) -> MPServer:
    """Granian, without an access log: nobody needs to know who looked at what, and when."""
    return MPServer(
        "nearer.asgi:application",
        address=address.host,
        port=address.port,
        interface=Interfaces.ASGINL,
        workers=settings.NEARER_WORKERS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.warning,
        log_dictconfig=_log_like_everything_else(),
        log_access=False,
    )


def _log_like_everything_else() -> dict[str, Any]:
    return {**settings.LOGGING, "loggers": {"_granian": {"level": "WARNING"}}}

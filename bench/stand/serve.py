"""Serve the two as `nearer serve` does: the same server, made in the same way."""

from django.conf import settings

from nearer.cli import ready
from nearer.cli.serve import make_server

if __name__ == "__main__":
    ready.begin()
    server = make_server(settings.NEARER_LISTEN)
    server.target = "bench.stand.app:application"
    server.serve()

"""Nearer's own application and, beside it in the same process, a bare Django to compare with.

Below /plain/ it is Django as it comes: its ASGI handler with no middleware at all, a new thread
and a new database connection for each request. Below /settled/ the same views run on threads and
connections that stay, as Nearer's own do: a harder reference, which no target names.
"""

from typing import Any

from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest
from django.test.utils import override_settings

from nearer.asgi import application as nearer
from nearer.web.handler import Handler


def only_plain(handler: type[ASGIHandler]) -> ASGIHandler:
    """A handler of this kind without middleware, which knows the plain paths only."""

    class Plain(handler):  # type: ignore[valid-type, misc]
        def create_request(self, scope: Any, body_file: Any) -> Any:  # noqa: ANN401  Django's
            request, error = super().create_request(scope, body_file)
            if isinstance(request, HttpRequest):
                request.urlconf = "bench.stand.plain.urls"
            return request, error

    with override_settings(MIDDLEWARE=[]):
        made: ASGIHandler = Plain()
    return made


chosen = {"plain": only_plain(ASGIHandler), "settled": only_plain(Handler)}


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401
    """Send each request to the one that its path begins with; all others are Nearer's."""
    first = scope.get("path", "").split("/")[1]
    await chosen.get(first, nearer)(scope, receive, send)

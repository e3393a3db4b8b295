"""Pages for when something is not there or went wrong. They need no database."""

import sys

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nearer.web import answers
from nearer.web.access import by_script

NO_ROOM = (OperationalError, InterfaceError, InternalError)
"""A full disk, or a database that does not answer. PostgreSQL calls read-only an internal error."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Not there and not yours look the same."""
    return render(request, "not_found.html", status=404)


def problem(request: HttpRequest) -> HttpResponse:
    """Something broke here, perhaps the database: so this page does not ask who is here."""
    request.here = request.session_row = None  # type: ignore[attr-defined] # see here.Request
    if not isinstance(sys.exception(), NO_ROOM):
        return render(request, "problem.html", status=500)
    if by_script(request):
        return answers.full()
    return render(request, "full.html", status=503)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A request that makes no sense."""
    return render(request, "problem.html", status=400)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A form whose token is missing: cookies blocked, or a page from before signing in."""
    return render(request, "problem.html", status=403)

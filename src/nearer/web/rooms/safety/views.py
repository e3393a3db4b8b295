"""The help page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Where to turn now. The same for everyone, signed in or out."""
    return render(request, "safety/help.html")


@require_safe
def how_sealed(request: HttpRequest) -> HttpResponse:
    """What is protected against whom, in words."""
    return render(request, "safety/sealed.html")

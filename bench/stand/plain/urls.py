"""The two references: a view that inserts one row, and a page with nothing in it."""

from bench.stand.plain.models import Note
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone


def keep(request: HttpRequest, which: str) -> HttpResponse:  # noqa: ARG001  the way it came
    """Insert one plain row."""
    Note.objects.create(text=request.POST["text"], at=timezone.now())
    return HttpResponse(status=204)


def empty(request: HttpRequest, which: str) -> HttpResponse:  # noqa: ARG001  the way it came
    """Draw a template that asks for nothing."""
    return render(request, "plain/empty.html")


urlpatterns = [
    path("<slug:which>/keep/", keep),
    path("<slug:which>/empty/", empty),
]

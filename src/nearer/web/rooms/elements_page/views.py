"""The page of elements. Wired only while developing; it reads nothing and keeps nothing."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nearer.web.rooms.elements_page.forms import ExampleForm


def elements(request: HttpRequest) -> HttpResponse:
    """Show every element in every state, with made-up words.

    ``?theme=light`` and ``?theme=dark`` choose a theme, whatever the device says.
    """
    form = ExampleForm()
    problem = ExampleForm({"taken": "Ada", "feelings": []})
    problem.add_error("taken", _("Someone here already has this name. Another one, perhaps?"))
    return render(
        request,
        "elements_page/elements.html",
        {
            "form": form,
            "problem": problem,
            "theme": request.GET.get("theme", ""),
            "parts": [_("body"), _("feeling"), _("words"), _("look again")],
            "part": _("feeling"),
            "same": ["lantern", "harbour", "maple", "violet"],
            "recovery": ["4KQ7", "M2XD", "9RTA", "WE6H", "B3NZ", "7YPC", "QF8K"],
            "passphrase": ["gentle", "river", "amber", "window", "quiet", "field", "morning"],
            "day": datetime(2026, 11, 22, 20, 40, tzinfo=UTC),
        },
    )

"""A second belt beside Django's CSRF token: who may send us a form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SAFE = {"GET", "HEAD", "OPTIONS"}


class SameOrigin:
    """Refuses a changing request that another site caused.

    Every current browser says where a request came from (`Sec-Fetch-Site`). One that says
    nothing at all is left to the CSRF token: refusing it would shut out old browsers and add
    nothing, since a forger cannot make a current browser keep silent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, or refuse."""
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        if request.method not in SAFE and site != "same-origin":
            return render(request, "problem.html", status=403)
        return self.get_response(request)

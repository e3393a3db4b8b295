"""The two cookies: which session this is, and the secret that opens it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from nearer.acts.session import Cookies


def _names() -> tuple[str, str]:
    """With https the names carry `__Host-`: no subdomain or plain-http page can then set them."""
    prefix = "__Host-" if settings.SESSION_COOKIE_SECURE else ""
    return f"{prefix}nearer_session", f"{prefix}nearer_key"


def read(request: HttpRequest) -> tuple[str, str]:
    """Token and key as the browser sent them; empty where it sent none."""
    session, key = _names()
    return request.COOKIES.get(session, ""), request.COOKIES.get(key, "")


def write(response: HttpResponse, cookies: Cookies) -> None:
    """Set both. They end with the browser: there is no "remember me"."""
    session, key = _names()
    _set(response, session, cookies.token)
    _set(response, key, cookies.key)


def write_key(response: HttpResponse, key: str) -> None:
    """Set the key cookie anew, after an unlock."""
    _set(response, _names()[1], key)


def _set(response: HttpResponse, name: str, value: str) -> None:
    # Lax, not Strict: a pairing link that is opened from a web mail page must find its person
    # signed in. A forged form is met by the CSRF token and by middleware/origin.py.
    response.set_cookie(
        name,
        value,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def drop_key(response: HttpResponse) -> None:
    """Locking: the browser forgets its half."""
    _drop(response, _names()[1])


def drop(response: HttpResponse) -> None:
    """Signing out: the browser forgets both."""
    for name in _names():
        _drop(response, name)


def _drop(response: HttpResponse, name: str) -> None:
    response.set_cookie(
        name,
        "",
        max_age=0,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/",
    )

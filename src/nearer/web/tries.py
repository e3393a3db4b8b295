"""Whose tries a guess counts as."""

from collections.abc import Iterator
from contextlib import contextmanager

from nearer.acts.slow_down import Try, give_back_each, own_browser, spend_each
from nearer.vault.passphrase import fold_name
from nearer.web.address import address_of
from nearer.web.here import Request


def tries_of(request: Request, name: str) -> list[tuple[Try, str]]:
    """The buckets that a guess at this name draws from.

    A browser that is signed in as this person has one of its own: nobody who guesses elsewhere,
    not even over the same router, can keep them from unlocking it.
    """
    folded, session = fold_name(name), request.session_row
    if session is not None and session.person.folded == folded:
        return [(Try.NAME, own_browser(session))]
    return [(Try.ADDRESS, address_of(request)), (Try.NAME, folded)]


@contextmanager
def one_try(request: Request, name: str) -> Iterator[None]:
    """Use one try for what is proven inside; a proof that fits gives it back.

    Raises SlowDown.
    """
    tries = tries_of(request, name)
    spend_each(tries, now=request.now)
    yield
    give_back_each(tries)

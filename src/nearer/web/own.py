"""Keep what a form brings in one's own space, once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.urls import reverse

from nearer.core.moments import Moment, Opened
from nearer.store.log import AlreadyKept, Draft, NotThere
from nearer.web import answers
from nearer.web.here import UnlockedRequest
from nearer.web.sealed import SealedForm


@contextmanager
def once() -> Iterator[None]:
    """A second tap keeps nothing more. An id that is another's is not there: Http404."""
    try:
        with suppress(AlreadyKept):
            yield
    except NotThere:
        raise Http404 from None


def then(there: str, act: Callable[[], object]) -> HttpResponse:
    """Do what a sealed form asks for, once, and go there; on a full disk say so, and lose nothing.

    Raises Http404 for an id that is another's.
    """
    try:
        with once():
            act()
    except DatabaseError:
        return answers.full()
    return answers.go_to(there)


def note_opened(request: UnlockedRequest, about: UUID) -> None:
    """Note, once and for oneself alone, that one has opened what the other has shown."""
    log = request.here.log
    only = log.only_id(log.own, Opened, about)
    with suppress(AlreadyKept):
        log.write(log.own, Draft(only, Opened(about=about), request.now, about=about))


def keep(
    request: UnlockedRequest, form: SealedForm, moment: Moment, page: str, *, by_id: bool = True
) -> HttpResponse:
    """Keep it, and go to the page of that name, which is given the record's id if it is `by_id`.

    A second click or a second tab keeps it once. Raises Http404 for an id that is another's.
    """
    log, record = request.here.log, form.record_id()
    draft = Draft(record, moment, request.now, form.cleaned_data["words"])
    there = reverse(page, args=[record] if by_id else [])
    return then(there, lambda: log.rewrite(log.own, draft))

"""Why something cannot be sent now, in one place and in kind words. Nothing is lost by it."""

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from nearer.acts.ask_once import AskedAlready
from nearer.acts.pull_back import InPause
from nearer.store.log import Closed, NotThere
from nearer.web import answers
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now

REFUSALS = (InPause, AskedAlready, Closed, NotThere, ValidationError, DatabaseError)


def refusal(request: UnlockedRequest, error: Exception) -> HttpResponse:
    """The answer for one of `REFUSALS`: its sentence stands beside the form."""
    match error:
        case InPause() as pause:
            return answers.cannot(not_now(request.here, pause, kept=True))
        case AskedAlready():
            return answers.cannot(
                _(
                    "Another letter of yours asks for something and waits for an answer. One "
                    "request at a time is easier to hear. What you wrote is kept; send it after, "
                    "or leave out what would help."
                )
            )
        case Closed():
            return answers.cannot(
                _("You are not linked with anyone now. What you wrote is kept for you.")
            )
        case NotThere():
            return answers.cannot(_("This was taken back. Begin a new letter, if you like."))
        case ValidationError():
            return answers.cannot(
                _("Your words didn’t come along. Wait a moment, then send again.")
            )
    return answers.full()

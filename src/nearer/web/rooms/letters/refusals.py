"""Why something cannot be sent now, in one place and in kind words. Nothing is lost by it."""

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from nearer.acts.pull_back import InPause
from nearer.store.log import Closed, NotThere
from nearer.web import answers
from nearer.web.here import UnlockedRequest

REFUSALS = (InPause, Closed, NotThere, ValidationError, DatabaseError)


def refusal(request: UnlockedRequest, error: Exception) -> HttpResponse:
    """The answer for one of `REFUSALS`: its sentence stands beside the form."""
    match error:
        case InPause(until=until):
            partner = request.here.partner
            sentence = _(
                "%(name)s is in a pause until %(time)s. What you wrote is kept; send it after."
            ) % {
                "name": partner.name if partner else _("The other one"),
                "time": time_format(timezone.localtime(until), "H:i"),
            }
            return answers.cannot(sentence)
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

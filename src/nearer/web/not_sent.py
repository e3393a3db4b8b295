"""Why something of both cannot be sent now, in kind words. What was written stays in the field."""

from django.db import DatabaseError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from nearer.acts.pull_back import InPause
from nearer.store.log import Closed, NotThere
from nearer.web import answers
from nearer.web.here import UnlockedRequest
from nearer.web.in_pause import not_now

REFUSALS = (InPause, Closed, NotThere, DatabaseError)


def refusal(request: UnlockedRequest, error: Exception) -> HttpResponse:
    """The answer to a sealed form for one of `REFUSALS`."""
    match error:
        case InPause() as pause:
            return answers.cannot(not_now(request.here, pause, kept=True))
        case Closed():
            return answers.cannot(
                _("You are not linked with anyone now. What you wrote is still here.")
            )
        case NotThere():
            return answers.cannot(_("This was taken back. Open the page anew and begin again."))
    return answers.full()

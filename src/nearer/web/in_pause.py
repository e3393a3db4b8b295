"""What is said to somebody who would send something into the other's pause."""

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from nearer.acts.pull_back import InPause
from nearer.web.here import Here


def not_now(here: Here, pause: InPause, *, kept: bool = False) -> str:
    """Until when, by one's own clock. `kept`: whether words were typed, which are kept."""
    said = {
        "name": here.partner.name if here.partner else _("The other one"),
        "time": time_format(timezone.localtime(pause.until), "H:i"),
    }
    if kept:
        sentence = _(
            "%(name)s is in a pause until %(time)s. What you wrote is kept; send it after."
        )
    else:
        sentence = _("%(name)s is in a pause until %(time)s. Nothing was sent; it can wait.")
    return sentence % said

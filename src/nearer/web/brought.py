"""What somebody wrote on our pages before they had an account, as it comes along into a new one."""

from django.http import HttpRequest

from nearer.core.moments import LetterKept
from nearer.web.night import NightForm
from nearer.web.sealed import SealedForm


class LetterKeptForm(SealedForm):
    """A letter that came by a link, and one's answer to it: all of it is words.

    With none the person did not want to keep it, and nothing is.
    """

    def moment(self) -> LetterKept:
        """That there is one."""
        return LetterKept()


Brought = NightForm | LetterKeptForm


def brought_along(request: HttpRequest) -> Brought | None:
    """The form that came with a new account, if one did; it says in `brought` what it is."""
    if "record" not in request.POST:
        return None
    return (LetterKeptForm if request.POST.get("brought") == "letter" else NightForm)(request.POST)

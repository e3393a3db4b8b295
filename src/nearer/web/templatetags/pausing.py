"""Template filters for pauses and signs: clock times and the lines that the other reads."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from nearer.core.feelings import PauseTalk, Vocabulary
from nearer.core.letters import SeenLetter
from nearer.core.moments import Sign, kind_of
from nearer.core.pauses import Offer
from nearer.store.log import Entry
from nearer.web.here import Here

register = template.Library()

PAUSES_ARE = {
    "help": _l("They help me"),
    "too_long": _l("They are too long for me"),
    "left_alone": _l("I feel left alone in them"),
}
"""The answers that can be kept. The fourth, being a bit afraid of them, has no value anywhere."""


@register.filter
def clock(at: datetime, now: datetime) -> str:
    """A time on the reader's own clock; with the day when it is not today's."""
    local, today = timezone.localtime(at), timezone.localdate(now)
    time = time_format(local, "H:i")
    if local.date() == today:
        return time
    if local.date() == today + timedelta(days=1):
        return _("%(time)s tomorrow") % {"time": time}
    return f"{date_format(local, 'l')}, {time}"


@register.filter
def offer_label(offer: Offer) -> str:
    """A return time to pick, in words and on the clock."""
    at = time_format(timezone.localtime(offer.until), "H:i")
    if offer.when == "morning":
        return _("in the morning, %(time)s") % {"time": at}
    if offer.when == "tonight":
        return _("tonight, %(time)s") % {"time": at}
    if offer.when == "tomorrow":
        return _("tomorrow, %(time)s") % {"time": at}
    return _("%(minutes)s minutes") % {"minutes": offer.when}


@register.filter
def row_kind(row: Entry | SeenLetter[Entry]) -> str:
    """What a row of the timeline is: "letter", or the kind of its moment."""
    return kind_of(row.moment) if isinstance(row, Entry) else "letter"


@register.filter
def quiet_line(row: Entry, here: Here) -> str:
    """A sign or a pause in a few words."""
    mine = row.author == here.person.id
    name = here.partner.name if here.partner else _("The other one")
    if isinstance(row.moment, Sign):
        return _("Your sign") if mine else _("A sign from %(name)s") % {"name": name}
    return _("Your pause") if mine else _("A pause of %(name)s’s") % {"name": name}


@register.filter
def line_label(line: str | None, vocabulary: Vocabulary) -> str:
    """The kind line of a pause."""
    found = vocabulary.pause_line.get(line or "")
    return _("“%(line)s”") % {"line": found.label} if found else ""


@register.filter
def pauses_are(how: str) -> str:
    """An answer to how the pauses feel."""
    return str(PAUSES_ARE[how])


@register.filter
def talks_for(how: str, vocabulary: Vocabulary) -> tuple[PauseTalk, ...]:
    """Sentences to borrow that go with such an answer."""
    return tuple(talk for talk in vocabulary.pause_talks if talk.how == how)


@register.filter
def pause_reason(reason: str, vocabulary: Vocabulary) -> str:
    """What a pause was for, as its person picked it."""
    found = {one.id: one.label for one in vocabulary.pause_reasons}
    return found.get(reason, reason.replace("_", " "))


@register.filter
def pause_length(length: str) -> str:
    """Roughly how long a pause was meant to be."""
    words = {
        "half_hour": _("up to half an hour"),
        "hour": _("about an hour"),
        "hours": _("a few hours"),
        "day": _("a night or a day"),
    }
    return words[length]


@register.filter
def pause_back(back: str) -> str:
    """How a pause ended. Nothing said is not the same as late."""
    words = {
        "in_time": _("Back by about the time you gave"),
        "later": _("Back later"),
        "not_said": _("Not said here"),
    }
    return words[back]


@register.simple_tag
def sign_line(entry: Entry, name: str, vocabulary: Vocabulary) -> SafeString:
    """A sign as the other reads it: the name goes on into the sign, then what would help."""
    sign = entry.moment
    if not isinstance(sign, Sign):
        return SafeString("")
    shown = vocabulary.sign.get(sign.sign)
    wish = vocabulary.request.get(sign.help or "")
    first = format_html("{} {}.", name, shown.shown if shown else _("gives a sign"))
    return format_html("{} {} {}.", first, name, wish.shown) if wish else first

"""What the two pictures of this page show."""

from datetime import date

from nearer.core.insight.patterns import Patterns
from nearer.core.insight.pausing import Pausing
from nearer.web.picture import Picture, placed

DAY = 24 * 60  # minutes


def pleasant_days(seen: Patterns) -> Picture:
    """Each check-in that said how pleasant it was: pleasant above, hard below."""
    dots = [(dot.day, (10 - dot.pleasantness) / 10) for dot in seen.dots]
    return Picture(placed(dots, seen.since, seen.until))


def quiet_hours(seen: Pausing, since: date, until: date) -> Picture:
    """Each pause a dot and each sign a ring, by the time of day: midnight above, noon midway."""
    by_day = [(one, (one.at.hour * 60 + one.at.minute) / DAY) for one in seen.each]
    pauses = [(one.day, share) for one, share in by_day if one.minutes is not None]
    signs = [(one.day, share) for one, share in by_day if one.minutes is None]
    return Picture(placed(pauses, since, until), placed(signs, since, until))

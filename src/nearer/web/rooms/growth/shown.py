"""What stands in a picture and in the table beside it, which is where the picture reads it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nearer.core.growth import Follow, Ours, Row, Scores

NAMES: Mapping[str, Promise] = {
    "pleasantness": _("How good it felt"),
    "energy": _("Energy"),
    "understood": _("Felt understood"),
    "valued": _("Felt valued"),
    "cared": _("Felt cared for"),
}

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Picture:
    """Columns of numbers by day, drawn as dots, or by week as bars.

    `says` is the picture in a sentence, for who does not see it.
    """

    says: Text
    columns: Sequence[Text]
    rows: Iterable[Row]
    low: int
    high: int
    bars: bool = False


def of_days(followed: Follow, high: int) -> Picture:
    """Each answer by its day."""
    return Picture(
        _(
            "Each day with an answer is a dot, higher for more, days from left to right. "
            "The same is in the table below."
        ),
        [NAMES[one.name] for one in followed.each],
        followed.rows,
        0,
        high,
    )


def of_weeks(ours: Ours) -> Picture:
    """Letters by week, both together."""
    return Picture(
        _(
            "One bar for each week, higher for more letters. "
            "A week without a bar is just that. The same is in the table below."
        ),
        [_("Letters")],
        [Row(week.begins, (float(week.count),)) for week in ours.weeks],
        0,
        max((week.count for week in ours.weeks), default=1),
        bars=True,
    )


def of_scores(scores: Scores, names: Sequence[str], high: int) -> Picture:
    """Each one's own scores, one below the other."""
    return Picture(
        _(
            "Each score is a dot, higher for more points, days from left to right, "
            "one picture for each of you. The same is in the table below."
        ),
        names,
        scores.rows,
        0,
        high,
    )

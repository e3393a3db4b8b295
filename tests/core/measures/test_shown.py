"""Ada and Ben may show each other a score of a form, and none of them goes first."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from nearer.core.measures.shown import Shown, shown
from nearer.core.moments import MeasureShown, Moment, Sign

ADA, BEN = uuid4(), uuid4()
START = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """A record of the couple's space."""

    author: UUID
    moment: Moment
    at: datetime = START
    id: UUID = field(default_factory=uuid4)


def _score(author: UUID, day: int, points: int, form: str = "csi_4") -> Kept:
    moment = MeasureShown(measure=form, version=1, score=points)
    return Kept(author, moment, START + timedelta(days=day))


scores = st.lists(
    st.builds(
        _score,
        st.sampled_from([ADA, BEN]),
        st.integers(0, 90),
        st.integers(0, 21),
        st.sampled_from(["csi_4", "felt"]),
    )
)


def test_it_shows_each_the_other_s_scores_newest_first() -> None:
    first, second, his = _score(ADA, 1, 11), _score(ADA, 29, 14), _score(BEN, 3, 9)
    kept = [first, his, second, Kept(BEN, Sign(sign="care"))]
    assert shown(kept, "csi_4", who=ADA) == Shown(mine=(second, first), theirs=(his,))
    assert shown(kept, "csi_4", who=BEN) == Shown(mine=(his,), theirs=(second, first))
    assert shown(kept, "felt", who=BEN) == Shown()


@given(scores)
def test_it_tells_nobody_anything_that_they_do_not_show_themselves(kept: list[Kept]) -> None:
    for form in ("csi_4", "felt"):
        for me, other in ((ADA, BEN), (BEN, ADA)):
            hers = [one for one in kept if one.author == other]
            if not shown(kept, form, who=me).mine:
                without = [one for one in kept if one not in hers]
                assert shown(kept, form, who=me) == shown(without, form, who=me)

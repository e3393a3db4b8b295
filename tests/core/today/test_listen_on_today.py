"""A listening round on Today: it waits for whose turn it is, and is offered quietly."""

from datetime import timedelta
from uuid import UUID

from tests.core.letters.evening import ADA, BEN, MONDAY, Evening

from nearer.core.moments import CheckIn
from nearer.core.today import today

ROUND = UUID("dddddddd-0000-4000-8000-000000000000")
LATER = MONDAY + timedelta(hours=1)


def test_it_puts_a_round_in_which_it_is_bens_turn_before_any_letter() -> None:
    evening = Evening()
    evening.letter(ADA)
    page = today(evening.kept, who=BEN, now=LATER, to_listen=ROUND)
    assert (page.waits[0].what, page.waits[0].about) == ("listening_round", ROUND)
    without = today(evening.kept, who=BEN, now=LATER)
    assert "listening_round" not in {one.what for one in without.waits}


def test_it_offers_ben_a_round_once_he_has_written_lately_to_somebody_he_is_linked_with() -> None:
    evening = Evening()
    evening.keep(BEN, CheckIn())
    evening.letter(BEN)
    could = today(evening.kept, who=BEN, now=LATER, linked=True).could
    assert (could.act, could.because) == ("listen", "you_wrote_lately")
    assert today(evening.kept, who=BEN, now=LATER).could.act == "write"
    alone = [one for one in evening.kept if isinstance(one.moment, CheckIn)]
    assert today(alone, who=BEN, now=LATER, linked=True).could.act == "write"

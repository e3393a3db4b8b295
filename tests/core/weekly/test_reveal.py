"""Nobody goes first: what each sees of a week, whatever the two do and in whichever order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from nearer.core.moments import Moment, Opened, TakenBack, WeeklyDraft, WeeklyShown
from nearer.core.weekly import see_week

ADA = UUID("aaaaaaaa-0000-4000-8000-000000000000")
BEN = UUID("bbbbbbbb-0000-4000-8000-000000000000")
WEEK = UUID("cccccccc-0000-4000-8000-000000000000")
SUNDAY = date(2026, 11, 22)
ACTS = ("write", "ready", "not_yet", "open", "take_back", "another_week")


@dataclass(frozen=True)
class Kept:
    id: UUID
    author: UUID
    at: datetime
    moment: Moment


def shown_id(who: UUID) -> UUID:
    return uuid5(WEEK, str(who))


@dataclass
class Sofa:
    """Ada and Ben, each with a phone. `log` is all that both have kept, one act a minute."""

    log: list[Kept] = field(default_factory=list)
    minutes: int = 0

    def keep(self, who: UUID, moment: Moment, record: UUID | None = None) -> None:
        self.minutes += 1
        at = datetime(2026, 11, 22, 20, tzinfo=UTC) + timedelta(minutes=self.minutes)
        self.log.append(Kept(record or uuid5(WEEK, str(self.minutes)), who, at, moment))

    def is_ready(self, who: UUID) -> bool:
        return any(e.id == shown_id(who) for e in self.log)

    def took_back(self, who: UUID) -> bool:
        return any(e.author == who and getattr(e.moment, "letter", None) == WEEK for e in self.log)

    def drop(self, who: UUID) -> None:
        self.log = [e for e in self.log if e.id != shown_id(who)]

    def act(self, who: UUID, other: UUID, what: str) -> None:
        both = all(self.is_ready(one) or self.took_back(one) for one in (who, other))
        match what:
            case "write":
                self.keep(who, WeeklyDraft(about=WEEK, day=SUNDAY, kept_back=("hard",)))
            case "ready" if not self.is_ready(who) and not self.took_back(who):
                self.keep(who, WeeklyShown(about=WEEK, day=SUNDAY), shown_id(who))
            case "not_yet" if not both:
                self.drop(who)
            case "open" if both:
                self.keep(who, Opened(about=shown_id(other)))
            case "take_back" if both and self.is_ready(who):
                self.drop(who)
                self.keep(who, TakenBack(about=shown_id(who), what="weekly", letter=WEEK))
            case "another_week":
                self.keep(who, WeeklyShown(about=uuid5(WEEK, "next"), day=SUNDAY))
                self.keep(who, TakenBack(about=WEEK, what="weekly", letter=uuid5(WEEK, "next")))

    def as_seen_by(self, who: UUID) -> list[Kept]:
        """What that phone is given: the couple's space, and one's own."""
        private = (WeeklyDraft, Opened)
        return [e for e in self.log if e.author == who or not isinstance(e.moment, private)]


@st.composite
def sofas(draw: st.DrawFn) -> Sofa:
    sofa = Sofa()
    steps = st.tuples(st.sampled_from([(ADA, BEN), (BEN, ADA)]), st.sampled_from(ACTS))
    for (who, other), what in draw(st.lists(steps, max_size=14)):
        sofa.act(who, other, what)
    return sofa


@given(sofas())
def test_it_shows_neither_anything_before_both_are_ready(sofa: Sofa) -> None:
    seen = {who: see_week(sofa.log, WEEK, who=who) for who in (ADA, BEN)}
    ready = {who: sofa.is_ready(who) or sofa.took_back(who) for who in (ADA, BEN)}
    for who in (ADA, BEN):
        if not all(ready.values()):
            assert seen[who].theirs is None
            assert seen[who].state == ("ready" if ready[who] else "open")
        else:
            assert seen[who].state == "shown"


@given(sofas(), st.sampled_from([(ADA, BEN), (BEN, ADA)]))
def test_it_looks_the_same_however_far_the_other_is(sofa: Sofa, pair: tuple[UUID, UUID]) -> None:
    """Until both are ready, with all of the other's left out the page is the same."""
    who, other = pair
    seen = see_week(sofa.log, WEEK, who=who)
    if seen.state != "shown":
        assert seen == see_week([e for e in sofa.log if e.author != other], WEEK, who=who)


@given(sofas(), st.sampled_from([ADA, BEN]))
def test_it_depends_on_nothing_private_of_the_other(sofa: Sofa, who: UUID) -> None:
    assert see_week(sofa.log, WEEK, who=who) == see_week(sofa.as_seen_by(who), WEEK, who=who)


@given(sofas(), st.sampled_from([(ADA, BEN), (BEN, ADA)]))
def test_it_was_never_there_if_it_was_taken_back_unread(
    sofa: Sofa, pair: tuple[UUID, UUID]
) -> None:
    who, other = pair
    if not sofa.took_back(other):
        return
    seen = see_week(sofa.log, WEEK, who=who)
    read = any(e.author == who and e.moment == Opened(about=shown_id(other)) for e in sofa.log)
    assert (seen.theirs is not None) == read
    if seen.theirs is not None:
        assert (seen.theirs.state, seen.theirs.entry) == ("removed", None)


def test_it_lets_nobody_take_back_what_is_the_other_s() -> None:
    sofa = Sofa()
    sofa.act(ADA, BEN, "ready")
    sofa.keep(BEN, TakenBack(about=shown_id(ADA), what="weekly", letter=WEEK))
    mine = see_week(sofa.log, WEEK, who=ADA).mine
    assert mine is not None
    assert mine.entry is not None


def test_it_is_shown_still_to_the_one_who_took_hers_back_when_the_other_has_gone() -> None:
    """Ben erased all that was his. Ada took hers back before: nothing waits for anybody."""
    sofa = Sofa()
    sofa.keep(ADA, TakenBack(about=shown_id(ADA), what="weekly", letter=WEEK))
    seen = see_week(sofa.log, WEEK, who=ADA)
    assert (seen.state, seen.theirs) == ("shown", None)

"""What Ada and Ben see of the good things that they show each other."""

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st
from tests.core.letters.evening import (
    ADA,
    BEN,
    Evening,
    Kept,
    Pick,
    has_opened,
    taken_back_in,
    without,
)

from nearer.core.appreciations import see_good, see_goods
from nearer.core.moments import (
    Appreciation,
    AskedBack,
    Letter,
    Opened,
    TakenBack,
    ToldMore,
    kind_of,
)


def shows(evening: Evening, who: UUID, *, shared: bool = True) -> UUID:
    return evening.keep(who, Appreciation(of="good_news", shared=shared))


def asks_back(evening: Evening, who: UUID, good: UUID) -> UUID:
    return evening.keep(who, AskedBack(about=good), uuid5(good, "asked"))


def tells(evening: Evening, who: UUID, good: UUID) -> UUID:
    return evening.keep(who, ToldMore(about=good), uuid5(good, "told"))


def state(evening: Evening, good: UUID, who: UUID) -> list[str | None]:
    seen = see_good(evening.kept, good, who=who)
    if seen is None:
        return []
    return [one.state if one else None for one in (seen.good, seen.question, seen.answer)]


def test_it_carries_good_news_a_question_and_the_answer_between_them() -> None:
    evening = Evening()
    good = shows(evening, ADA)
    assert state(evening, good, ADA) == ["sent", None, None]
    assert state(evening, good, BEN) == ["waiting", None, None]
    evening.open(BEN, good)
    question = asks_back(evening, BEN, good)
    assert state(evening, good, ADA) == ["sent", "waiting", None]
    evening.open(ADA, question)
    answer = tells(evening, ADA, good)
    assert state(evening, good, ADA) == ["sent", "opened", "sent"]
    assert state(evening, good, BEN) == ["opened", "sent", "waiting"]
    evening.open(BEN, answer)
    assert state(evening, good, BEN) == ["opened", "sent", "opened"]


def test_it_shows_nobody_what_is_kept_for_oneself_and_nothing_else_as_good() -> None:
    evening = Evening()
    kept = shows(evening, ADA, shared=False)
    letter = evening.keep(ADA, Letter())
    for who in (ADA, BEN):
        assert see_goods(evening.kept, who=who) == ()
        assert see_good(evening.kept, kept, who=who) is None
        assert see_good(evening.kept, letter, who=who) is None


def test_it_lets_nobody_ask_about_their_own_news_or_answer_for_the_other() -> None:
    evening = Evening()
    good = shows(evening, ADA)
    asks_back(evening, ADA, good)
    tells(evening, BEN, good)
    for who in (ADA, BEN):
        assert state(evening, good, who)[1:] == [None, None]


def test_it_lists_the_newest_first() -> None:
    evening = Evening()
    first, second = shows(evening, ADA), shows(evening, BEN)
    assert [one.good.id for one in see_goods(evening.kept, who=BEN)] == [second, first]


def _free(evening: Evening, one: UUID) -> bool:
    """Whether an id is neither kept nor spent."""
    notes = {e.moment.about for e in evening.kept if isinstance(e.moment, TakenBack)}
    return one not in notes | {e.id for e in evening.kept}


def _goods(evening: Evening, who: UUID) -> list[UUID]:
    return [e.id for e in evening.kept if e.author == who and isinstance(e.moment, Appreciation)]


def _said(evening: Evening, who: UUID) -> list[Kept]:
    kinds = (Appreciation, AskedBack, ToldMore)
    return [e for e in evening.kept if e.author == who and isinstance(e.moment, kinds)]


def _show(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    del pick
    shows(evening, who)


def _open(evening: Evening, who: UUID, other: UUID, pick: Pick) -> None:
    if there := _said(evening, other):
        evening.open(who, pick(there).id)


def _ask(evening: Evening, who: UUID, other: UUID, pick: Pick) -> None:
    there = [
        good
        for good in _goods(evening, other)
        if has_opened(evening, who, good) and _free(evening, uuid5(good, "asked"))
    ]
    if there:
        asks_back(evening, who, pick(there))


def _tell(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    there = [
        good
        for good in _goods(evening, who)
        if has_opened(evening, who, uuid5(good, "asked")) and _free(evening, uuid5(good, "told"))
    ]
    if there:
        tells(evening, who, pick(there))


def _take_back(evening: Evening, who: UUID, _: UUID, pick: Pick) -> None:
    if not (there := _said(evening, who)):
        return
    one = pick(there)
    if evening.erase:
        evening.kept.remove(one)
    about = getattr(one.moment, "about", None)
    evening.keep(who, TakenBack(about=one.id, what=kind_of(one.moment), letter=about))  # type: ignore[arg-type]  # one of the three


@st.composite
def lives(draw: st.DrawFn) -> Evening:
    """Good things shown, opened, asked about, told of and taken back, as the room allows it."""
    evening = Evening(erase=draw(st.booleans()))
    for _ in range(draw(st.integers(1, 14))):
        who, other = draw(st.sampled_from([(ADA, BEN), (BEN, ADA)]))
        act = draw(st.sampled_from([_show, _open, _ask, _tell, _take_back]))
        act(evening, who, other, lambda things: draw(st.sampled_from(things)))
    return evening


@given(evening=lives())
def test_it_shows_ada_a_page_that_does_not_depend_on_what_ben_opened(evening: Evening) -> None:
    unread = without(evening, lambda e: isinstance(e.moment, Opened) and e.author == BEN)
    assert see_goods(evening.kept, who=ADA) == see_goods(unread, who=ADA)


@given(evening=lives())
def test_it_shows_ben_nothing_of_what_was_taken_back_unopened_as_if_never_shown(
    evening: Evening,
) -> None:
    unseen = {
        note.moment.about
        for note in taken_back_in(evening)
        if note.author == ADA and not has_opened(evening, BEN, note.moment.about)
    }
    never = without(evening, lambda e: e.id in unseen or getattr(e.moment, "about", None) in unseen)
    hers = {e.id for e in _said(evening, BEN) if getattr(e.moment, "about", None) in unseen}
    assert not hers, "Ben never asks about what he has not opened"
    assert see_goods(evening.kept, who=BEN) == see_goods(never, who=BEN)


@given(evening=lives())
def test_it_shows_one_as_it_shows_it_among_all(evening: Evening) -> None:
    for who in (ADA, BEN):
        for seen in see_goods(evening.kept, who=who):
            assert see_good(evening.kept, seen.good.id, who=who) == seen

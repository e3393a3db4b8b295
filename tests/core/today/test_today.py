"""What Ben finds when he comes back: what waits, and one thing he could do."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.core.letters.evening import ADA, BEN, MONDAY, Evening, Kept

from nearer.core.moments import (
    Appreciation,
    AskedBack,
    CheckIn,
    ChosenStep,
    Expectation,
    Felt,
    LetterDraft,
    ToldMore,
)
from nearer.core.today import Today, today

INVITE = UUID("cccccccc-0000-4000-8000-000000000000")
LATER = MONDAY + timedelta(hours=1)


def at(evening: Evening, now: datetime = LATER) -> Today[Kept]:
    return today(evening.kept, who=BEN, now=now)


def test_it_asks_ben_how_he_is_when_nothing_waits() -> None:
    page = at(Evening())
    assert page.waits == ()
    assert (page.could.act, page.could.because) == ("check_in", "not_yet_today")


def test_it_does_not_ask_ben_twice_on_one_day() -> None:
    evening = Evening()
    evening.keep(BEN, CheckIn())
    could = at(evening).could
    assert (could.act, could.because) == ("write", "you_checked_in")


def test_it_does_not_take_what_ada_keeps_for_his_own() -> None:
    evening = Evening()
    evening.keep(ADA, CheckIn())
    assert at(evening).could.act == "check_in"


def test_it_begins_bens_day_where_ben_is() -> None:
    evening = Evening()
    evening.keep(BEN, CheckIn())  # 20:01 in London, 05:01 on Tuesday in Tokyo
    late = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    assert at(evening, late.astimezone(ZoneInfo("Asia/Tokyo"))).could.act == "write"
    next_day = datetime(2026, 11, 3, 0, 30, tzinfo=UTC)
    assert at(evening, next_day).could.act == "check_in"
    assert at(evening, next_day.astimezone(ZoneInfo("Asia/Tokyo"))).could.act == "write"


def test_it_puts_the_words_to_compare_first_then_replies_then_letters_oldest_first() -> None:
    evening = Evening()
    first = evening.letter(ADA)
    second = evening.letter(ADA)
    his = evening.letter(BEN)
    reply = evening.reply(ADA, his)
    page = today(evening.kept, who=BEN, now=LATER, to_compare=INVITE)
    assert [(thing.what, thing.about) for thing in page.waits] == [
        ("words_to_compare", INVITE),
        ("reply_to_read", his),
        ("letter_to_open", first),
        ("letter_to_open", second),
    ]
    assert [thing.entry.id for thing in page.waits if thing.entry] == [reply, first, second]


def test_it_no_longer_brings_what_ada_took_back() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    evening.take_back(ADA, letter)
    assert at(evening).waits == ()


def test_it_offers_ben_to_go_on_with_what_he_began_before_anything_else() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    evening.open(BEN, letter)
    draft = evening.keep(BEN, LetterDraft(letter=INVITE))
    could = at(evening).could
    assert (could.act, could.because, could.about) == ("go_on_with_letter", "you_began", INVITE)
    assert could.entry
    assert could.entry.id == draft


def test_it_offers_ben_to_answer_what_he_has_opened() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    assert at(evening).could.act == "check_in"
    evening.open(BEN, letter)
    could = at(evening).could
    assert (could.act, could.because, could.about) == ("answer", "you_opened_it", letter)


def test_it_does_not_ask_ben_for_another_reply_once_he_took_his_back() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    evening.open(BEN, letter)
    reply = evening.reply(BEN, letter)
    evening.take_back(BEN, reply, of_letter=letter)
    assert at(evening).could.act == "check_in"


def test_it_offers_ben_to_say_how_a_reply_felt_until_he_did() -> None:
    evening = Evening()
    letter = evening.letter(BEN)
    reply = evening.reply(ADA, letter)
    evening.open(BEN, reply)
    could = at(evening).could
    assert (could.act, could.because, could.about) == ("say_how_it_felt", "you_read_it", letter)
    evening.keep(BEN, Felt(about=reply, cared=4))
    assert at(evening).could.act == "check_in"


def test_it_asks_ben_what_came_of_a_step_and_not_for_ever() -> None:
    evening = Evening()
    taken = ChosenStep("emotions_word_for_now", "emotions", "write", 1.0, "small")
    step = evening.keep(BEN, Expectation(step=taken))
    could = at(evening).could
    assert (could.act, could.because, could.about) == ("tell_step", "you_took_it", step)
    assert at(evening, MONDAY + timedelta(days=8)).could.act == "check_in"


def test_it_offers_ben_something_good_on_a_day_that_feels_good_and_not_twice_a_week() -> None:
    evening = Evening()
    evening.keep(BEN, CheckIn(pleasantness=6))
    evening.keep(ADA, CheckIn(pleasantness=9))
    evening.keep(ADA, Appreciation(of="strength"))
    assert at(evening).could.act == "write"
    evening.keep(BEN, CheckIn(pleasantness=7))
    could = at(evening).could
    assert (could.act, could.because) == ("say_something_good", "it_felt_good")
    evening.keep(BEN, Appreciation(of="good_news", shared=True))
    assert at(evening).could.act == "write"
    later = MONDAY + timedelta(days=8)
    assert at(evening, later).could.act == "check_in", "on no day by itself"


def test_it_brings_ben_what_ada_left_and_showed_after_all_that_weighs_more() -> None:
    evening = Evening()
    his = evening.letter(BEN)
    good = evening.keep(ADA, Appreciation(of="good_news", shared=True))
    news = evening.keep(BEN, Appreciation(of="good_news", shared=True))
    evening.keep(ADA, AskedBack(about=news))
    evening.courage(ADA, his)
    hers = evening.letter(ADA)
    assert [(thing.what, thing.about) for thing in at(evening).waits] == [
        ("letter_to_open", hers),
        ("courage_to_see", his),
        ("good_to_read", good),
        ("question_to_read", news),
    ]
    evening.keep(BEN, AskedBack(about=good))
    evening.keep(ADA, ToldMore(about=good))
    evening.open(BEN, good)
    waits = [(thing.what, thing.about) for thing in at(evening).waits]
    assert ("answer_to_read", good) in waits
    assert ("good_to_read", good) not in waits


def test_it_brings_nothing_up_for_ever() -> None:
    evening = Evening()
    evening.keep(BEN, LetterDraft(letter=INVITE))
    letter = evening.letter(ADA)
    evening.open(BEN, letter)
    reply = evening.reply(ADA, evening.letter(BEN))
    evening.open(BEN, reply)
    assert at(evening, MONDAY + timedelta(days=6)).could.act == "go_on_with_letter"
    assert at(evening, MONDAY + timedelta(days=9)).could.act == "check_in"

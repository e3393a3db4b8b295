"""What the one who waits is offered: kind, brief, and sure of nothing about the other."""

from nearer.content import support, vocabulary

WORDS = support()


def test_it_offers_at_night_only_feelings_and_body_words_that_there_are() -> None:
    assert len(WORDS.nights) == 1
    assert all(one in vocabulary().feeling for one in WORDS.night.feelings)
    assert all(one in vocabulary().body_cue for one in WORDS.night.body)


def test_it_begins_with_what_the_seed_hears_isolation_confusion_disconnection() -> None:
    assert WORDS.night.feelings[:3] == ("lonely", "confused", "distant")


def test_it_has_the_three_readings_and_none_of_them_is_certain() -> None:
    assert [one.id for one in WORDS.other_readings] == [one.id for one in vocabulary().readings]
    for one in WORDS.other_readings:
        assert one.label.startswith("It may be ")
        assert "Some people" in one.text or {"may", "can"} & set(one.text.split())


def test_it_asks_no_why_and_lets_every_question_go_unanswered() -> None:
    ways_out = ("another day", "No is fine", "Take your time", "If not")
    for one in WORDS.kind_questions:
        assert "why" not in one.label.lower()
        assert one.label.count("?") == 1
        assert any(way in one.label for way in ways_out), one.label
        assert "you always" not in one.label.lower()
        assert "you never" not in one.label.lower()


def test_it_needs_nobody_else_for_the_next_ten_minutes_or_for_the_wait() -> None:
    assert len(WORDS.ten_minutes) <= 6
    for one in (*WORDS.ten_minutes, *WORDS.meanwhile):
        assert not {"them", "they", "partner", "him", "her"} & set(one.label.split()), one.label

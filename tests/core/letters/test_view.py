"""What Ada and Ben each see of the letters between them."""

from uuid import uuid5

from tests.core.letters.evening import ADA, BEN, Evening

from nearer.core.letters import Gap, guess_gap, see, see_one, unsent
from nearer.core.moments import CheckIn, Felt, FeltGuess, Letter, LetterDraft, Opened


def test_it_shows_ada_that_her_letter_waits_for_an_answer_and_ben_that_it_waits_for_him() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    (hers,) = see(evening.kept, who=ADA)
    (his,) = see(evening.kept, who=BEN)
    assert (hers.mine, hers.state, hers.letter) == (True, "waiting", evening.kept[0])
    assert (his.mine, his.state, his.id) == (False, "waiting", letter)


def test_it_shows_ada_the_same_whether_or_not_ben_has_opened_it() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    before = see(evening.kept, who=ADA)
    evening.open(BEN, letter)
    assert see(evening.kept, who=ADA) == before
    assert see(evening.kept, who=BEN)[0].state == "opened"


def test_it_brings_ada_the_reply_and_shows_ben_only_that_he_sent_it() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    hers = see_one(evening.kept, letter, who=ADA)
    his = see_one(evening.kept, letter, who=BEN)
    assert hers
    assert hers.reply
    assert (hers.state, hers.reply.state, hers.reply.id) == ("answered", "waiting", reply)
    assert his
    assert his.reply
    assert (his.state, his.reply.state) == ("answered", "sent")
    evening.open(ADA, reply)
    read = see_one(evening.kept, letter, who=ADA)
    assert read
    assert read.reply
    assert read.reply.state == "opened"
    assert see_one(evening.kept, letter, who=BEN) == his


def test_it_shows_ben_how_his_reply_felt_only_once_ada_shares_it() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    evening.keep(ADA, Felt(about=reply, understood=3))
    hers, his = (see_one(evening.kept, letter, who=who) for who in (ADA, BEN))
    assert hers
    assert hers.reply
    assert hers.reply.felt
    assert hers.reply.state == "opened"
    assert his
    assert his.reply
    assert his.reply.felt is None
    evening.keep(ADA, Felt(about=reply, understood=4, shared=True))
    his = see_one(evening.kept, letter, who=BEN)
    assert his
    assert his.reply
    assert (his.reply.felt, his.reply.felt_waits) == (None, True), "he may guess first"
    evening.open(BEN, reply)
    his = see_one(evening.kept, letter, who=BEN)
    assert his
    assert his.reply
    assert his.reply.felt
    assert his.reply.felt.moment == Felt(about=reply, understood=4, shared=True)


def test_it_shows_the_guess_gap_to_both_once_both_agree_and_else_to_neither() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)

    def gaps() -> list[tuple[Gap, ...]]:
        seen = (see_one(evening.kept, letter, who=who) for who in (ADA, BEN))
        return [guess_gap(one.reply) for one in seen if one and one.reply]

    for guess, felt in ((False, True), (True, False)):
        evening.say(BEN, FeltGuess(about=reply, understood=2, valued=4, shared=guess))
        evening.say(ADA, Felt(about=reply, understood=3, cared=1, shared=felt))
        evening.open(BEN, reply)
        assert gaps() == [(), ()]
    evening.say(ADA, Felt(about=reply, understood=3, cared=1, shared=True))
    assert gaps() == [(Gap("understood", 2, 3),)] * 2, "and only what was guessed and said"


def test_it_shows_no_guess_but_that_of_the_one_who_answered() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    evening.keep(ADA, FeltGuess(about=reply, cared=4, shared=True))
    his = see_one(evening.kept, letter, who=BEN)
    assert his
    assert his.reply
    assert his.reply.guess is None


def test_it_brings_ada_a_word_about_her_courage_and_takes_it_back_without_a_trace() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    evening.open(BEN, letter)
    before = see_one(evening.kept, letter, who=ADA)
    word = evening.courage(BEN, letter)
    hers, his = (see_one(evening.kept, letter, who=who) for who in (ADA, BEN))
    assert hers
    assert hers.courage
    assert (hers.state, hers.courage.state) == ("waiting", "waiting"), "it is no answer"
    assert his
    assert his.courage
    assert (his.state, his.courage.state) == ("opened", "sent")
    evening.open(ADA, word)
    opened = see_one(evening.kept, letter, who=ADA)
    assert opened
    assert opened.courage
    assert opened.courage.state == "opened"
    evening.take_back(BEN, word, of_letter=letter, what="courage")
    traces = [see_one(evening.kept, letter, who=who) for who in (ADA, BEN)]
    assert [one.courage.state for one in traces if one and one.courage] == ["removed"] * 2
    evening.kept = [e for e in evening.kept if e.moment != Opened(about=word)]
    assert see_one(evening.kept, letter, who=ADA) == before
    assert see_one(evening.kept, letter, who=BEN) == traces[1]


def test_it_takes_no_word_of_her_own_and_no_note_of_another_s_for_his() -> None:
    evening = Evening(erase=False)
    letter = evening.letter(ADA)
    evening.courage(ADA, letter)
    seen = [see_one(evening.kept, letter, who=who) for who in (ADA, BEN)]
    assert [one.courage for one in seen if one] == [None, None]
    other = evening.letter(ADA)
    word = evening.courage(BEN, other)
    evening.take_back(ADA, word, of_letter=other, what="courage")
    his = see_one(evening.kept, other, who=BEN)
    assert his
    assert his.courage
    assert his.courage.state == "sent"


def test_it_shows_no_feeling_about_a_reply_but_that_of_the_one_who_wrote_the_letter() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    evening.keep(BEN, Felt(about=reply, cared=4, shared=True))
    hers = see_one(evening.kept, letter, who=ADA)
    assert hers
    assert hers.reply
    assert hers.reply.felt is None


def test_it_never_shows_ben_a_letter_that_ada_took_back_before_he_opened_it() -> None:
    for erase in (True, False):
        evening = Evening(erase=erase)
        letter = evening.letter(ADA)
        evening.take_back(ADA, letter)
        assert see(evening.kept, who=BEN) == ()
        (hers,) = see(evening.kept, who=ADA)
        assert (hers.state, hers.letter, hers.at) == ("removed", None, evening.kept[-1].at)


def test_it_leaves_ben_the_trace_of_a_letter_that_he_had_opened() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    evening.open(BEN, letter)
    evening.take_back(ADA, letter)
    (his,) = see(evening.kept, who=BEN)
    assert (his.state, his.letter) == ("removed", None)


def test_it_knows_that_ben_had_opened_what_he_answered() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    evening.take_back(ADA, letter)
    (his,) = see(evening.kept, who=BEN)
    assert his.state == "removed"
    assert his.reply
    assert his.reply.id == reply


def test_it_never_shows_ada_a_reply_that_ben_took_back_before_she_opened_it() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    before = see(evening.kept, who=ADA)
    reply = evening.reply(BEN, letter)
    evening.take_back(BEN, reply, of_letter=letter)
    assert see(evening.kept, who=ADA) == before
    (his,) = see(evening.kept, who=BEN)
    assert his.reply
    assert (his.state, his.reply.state) == ("opened", "removed")


def test_it_leaves_ada_the_trace_of_a_reply_that_she_had_opened() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    evening.open(ADA, reply)
    evening.take_back(BEN, reply, of_letter=letter)
    (hers,) = see(evening.kept, who=ADA)
    assert hers.state == "waiting"
    assert hers.reply
    assert (hers.reply.state, hers.reply.reply) == ("removed", None)


def test_it_lets_nobody_take_back_what_the_other_wrote() -> None:
    evening = Evening(erase=False)
    letter = evening.letter(ADA)
    reply = evening.reply(BEN, letter)
    evening.take_back(BEN, letter)
    evening.take_back(ADA, reply, of_letter=letter)
    (hers,) = see(evening.kept, who=ADA)
    assert hers.state == "answered"
    assert hers.reply
    assert hers.reply.state == "waiting"


def test_it_takes_no_reply_from_the_one_who_wrote_the_letter() -> None:
    evening = Evening()
    letter = evening.letter(ADA)
    evening.reply(ADA, letter)
    assert see(evening.kept, who=ADA)[0].reply is None


def test_it_knows_no_letter_that_was_never_written() -> None:
    evening = Evening()
    evening.keep(ADA, CheckIn())
    evening.open(BEN, ADA)
    assert see_one(evening.kept, ADA, who=BEN) is None


def test_it_shows_the_newest_letter_first() -> None:
    evening = Evening()
    first, second = evening.letter(ADA), evening.letter(BEN)
    assert [letter.id for letter in see(reversed(evening.kept), who=ADA)] == [second, first]


def test_it_gives_ada_the_newest_draft_of_each_letter_she_has_not_sent() -> None:
    evening = Evening()
    sent, back, open_end = (uuid5(BEN, name) for name in ("sent", "back", "open"))
    for letter in (sent, back, open_end, open_end):
        evening.keep(ADA, LetterDraft(letter=letter))
    evening.keep(BEN, LetterDraft(letter=uuid5(BEN, "his")))
    evening.keep(ADA, CheckIn())
    evening.keep(ADA, Letter(), sent)
    evening.take_back(ADA, back)
    (draft,) = unsent(evening.kept, who=ADA)
    assert draft == evening.kept[3]

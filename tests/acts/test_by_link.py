"""A letter by link: one way out, no trace of being read, one answer, and then it is gone."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from tests.by_link import ANSWERED, SAID, LinkedOne
from tests.cast import Cast, link
from tests.pairing import Link
from tests.trouble import at_once, cut_at_every_step, everything

from nearer.acts import by_link, pair
from nearer.acts.by_link import Gone
from nearer.acts.erase import erase
from nearer.acts.export import export
from nearer.acts.pair import CannotPair
from nearer.core.moments import AnswerByLink, CheckIn, LetterByLink, LetterKept
from nearer.store.log import AlreadyKept, Draft, NotThere
from nearer.store.models import Invite, LinkedLetter, Space
from nearer.store.tend import tend
from nearer.vault.letters import open_letter
from nearer.vault.records import plain_to_words

LATER = timedelta(days=7, seconds=1)


def read(one: LinkedOne, **how: object) -> dict[str, str]:
    """What a reader with the whole link reads."""
    box = by_link.read(one.id, one.proof, **{"now": timezone.now(), **how})  # type: ignore[arg-type]
    return plain_to_words(open_letter(one.secret, one.id, box))


def is_gone(one: LinkedOne, **how: object) -> bool:
    try:
        read(one, **how)
    except Gone:
        return True
    return False


def test_it_lets_a_reader_read_answer_and_join_by_one_link(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    assert SAID.items() <= read(one).items()
    sealed = one.answer()
    row = LinkedLetter.objects.get()
    assert (bytes(row.box), bytes(row.answer), str(row)) == (b"", sealed, "letter by link")
    assert one.opened(sealed) == ANSWERED
    invite = pair.under_way(cast.cleo.person, now=timezone.now())
    assert invite is not None
    taken = Link(cast.cleo, one.new, one.secret, invite).take(cast.eve)
    pair.say_same(cast.cleo.person, taken)
    assert pair.say_same(cast.eve.person, taken)
    assert by_link.answered(cast.cleo.log) == [one.entry]


def test_it_writes_nothing_when_it_is_read(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    before = everything()
    for by in (None, cast.eve.id):
        assert not is_gone(one, by=by)
    with pytest.raises(Gone):
        by_link.read(one.id, bytes(32), now=timezone.now())
    with pytest.raises(Gone):
        by_link.read(uuid4(), one.proof, now=timezone.now())
    assert everything() == before


def test_it_is_the_writer_s_own_and_says_so_to_nobody_else(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    with pytest.raises(CannotPair, match="own"):
        read(one, by=cast.cleo.id)
    with pytest.raises(CannotPair, match="own"):
        by_link.answer(one.id, one.proof, one.sealed_answer(), now=timezone.now(), by=cast.cleo.id)
    with pytest.raises(Gone):
        by_link.read(one.id, bytes(32), now=timezone.now(), by=cast.cleo.id)


@pytest.mark.parametrize("what", ["never", "answered", "taken back", "over", "removed", "erased"])
def test_it_is_gone_in_one_way(cast: Cast, what: str) -> None:
    one, later = LinkedOne.by(cast.cleo), timedelta()
    if what != "never":
        one.send()
    match what:
        case "answered":
            one.answer()
        case "taken back":
            by_link.take_back(cast.cleo.log, one.id)
        case "over":
            later = LATER
        case "removed":
            by_link.remove(cast.cleo.log, one.entry)
        case "erased":
            erase(cast.cleo.person)
    before, now = everything(), timezone.now() + later
    assert is_gone(one, now=now)
    with pytest.raises(Gone):
        one.answer(now=now)
    assert everything() == before


def test_it_takes_one_answer_and_the_same_one_sent_again_is_that_one(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    sealed = one.answer()
    before = everything()
    one.answer(sealed)
    with pytest.raises(Gone):
        one.answer()
    with pytest.raises(Gone):
        by_link.answer(one.id, bytes(32), sealed, now=timezone.now())
    assert everything() == before


@pytest.mark.django_db(transaction=True)
def test_it_takes_one_of_two_answers_at_once(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    said = at_once(*(partial(one.answer, one.sealed_answer()) for _ in range(2)))
    assert sorted(type(each).__name__ for each in said) == ["Gone", "bytes"]


def test_it_takes_none_when_another_s_comes_this_very_moment(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()

    def first(execute, sql, params, many, context):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        if sql.startswith("UPDATE") and "answer" in sql and not came:
            came.append(1)
            LinkedLetter.objects.filter(id=one.id).update(answer=b"theirs", box=b"")
        return execute(sql, params, many, context)

    came: list[int] = []
    with connection.execute_wrapper(first), pytest.raises(Gone):
        one.answer()


def test_it_tells_an_open_page_of_the_writer_that_an_answer_came(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    before = cast.cleo.log.own.version
    read(one)
    assert cast.cleo.log.own.version == before
    one.answer()
    assert cast.cleo.log.own.version == before + 1


def test_it_is_sent_whole_or_not_at_all(cast: Cast) -> None:
    earlier = LinkedOne.by(cast.cleo).send()
    one = LinkedOne.by(cast.cleo)
    copy, letter, log = one.copy, one.letter, cast.cleo.log

    def send() -> None:
        by_link.send(cast.cleo.person, log, one.new, letter, copy, now=timezone.now())

    cut_at_every_step(send, at_least=6)
    assert is_gone(earlier)
    assert not is_gone(one)
    assert [invite.id for invite in Invite.objects.all()] == [one.id]


def test_it_counts_what_was_sent_last_while_nobody_can_have_the_link(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    one.send()
    assert LinkedLetter.objects.count() == Invite.objects.count() == 1
    assert len(cast.cleo.log.read(cast.cleo.log.own, [LetterByLink], limit=9)) == 1


def test_it_is_sent_under_no_id_that_is_answered_or_another_s(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    one.answer()
    with pytest.raises(CannotPair, match="gone"):
        one.send()
    theirs = LinkedOne(cast.eve, cast.eve.side.invite()[0], one.secret, uuid4())
    theirs.new = type(theirs.new)(
        **{**{name: getattr(theirs.new, name) for name in theirs.new.__slots__}, "id": one.id}
    )
    Space.objects.filter(invite__id=one.id).delete()
    with pytest.raises(CannotPair, match="gone"):
        theirs.send()
    kept = LinkedOne.by(cast.dan)
    kept.record = one.record
    with pytest.raises(NotThere):
        kept.send()
    assert not Invite.objects.exists()


@pytest.mark.parametrize("how", ["another link", "given up", "another's link", "a new letter"])
def test_it_is_gone_with_the_link_that_it_is_read_by(cast: Cast, how: str) -> None:
    one = LinkedOne.by(cast.cleo).send()
    now = timezone.now()
    match how:
        case "another link":
            Link.by(cast.cleo)
        case "given up":
            invite = pair.under_way(cast.cleo.person, now=now)
            assert invite is not None
            pair.give_up(invite)
        case "another's link":
            Link.by(cast.eve).take(cast.cleo)
        case "a new letter":
            LinkedOne.by(cast.cleo).send()
    assert is_gone(one)
    assert by_link.state(cast.cleo.log, one.id, now=now) is None


def test_it_keeps_an_answer_whatever_becomes_of_the_link(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    one.answer()
    by_link.take_back(cast.cleo.log, one.id)
    LinkedOne.by(cast.cleo).send()
    tend(timezone.now() + 2 * LATER)
    assert by_link.answered(cast.cleo.log) == [one.entry]
    row = by_link.state(cast.cleo.log, one.id, now=timezone.now() + LATER)
    assert row is not None


def test_it_forgets_after_a_week_what_nobody_answered(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    now = timezone.now()
    assert by_link.state(cast.cleo.log, one.id, now=now) is not None
    assert by_link.state(cast.eve.log, one.id, now=now) is None
    assert by_link.state(cast.cleo.log, one.id, now=now + LATER) is None
    tend(now + timedelta(days=6))
    assert LinkedLetter.objects.exists()
    tend(now + LATER)
    assert not LinkedLetter.objects.exists()
    assert one.entry.id == one.record


def test_it_keeps_an_answer_once_and_then_the_server_has_none(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    entry, log, now = one.entry, cast.cleo.log, timezone.now()
    with pytest.raises(NotThere):
        by_link.keep_answer(log, entry, b"", now=now)
    one.answer()
    only = log.only_id(log.own, AnswerByLink, entry.id)
    words = cast.cleo.side.seal_words(log.own.id, only, ANSWERED)
    cut_at_every_step(partial(by_link.keep_answer, log, entry, words, now=now), at_least=2)
    assert not LinkedLetter.objects.exists()
    with pytest.raises(AlreadyKept):
        by_link.keep_answer(log, entry, words, now=now)
    kept = log.get(log.own, only)
    assert cast.cleo.side.open_words(kept.space, kept.id, kept.author, kept.words) == ANSWERED
    assert by_link.answered(log) == []
    taken = {each["id"] for each in export(cast.cleo.person, log)["records"]}
    assert {str(only), str(entry.id)} <= taken
    by_link.remove(log, entry)
    assert log.many(log.own, [only, entry.id]) == []


def test_it_keeps_no_answer_to_what_is_no_letter(cast: Cast) -> None:
    log = cast.cleo.log
    entry = log.write(log.own, Draft.new(CheckIn(certainty="not_sure"), timezone.now()))
    with pytest.raises(NotThere):
        by_link.keep_answer(log, entry, b"", now=timezone.now())


def test_it_takes_back_only_one_s_own_and_no_pairing_that_has_begun(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    by_link.take_back(cast.eve.log, one.id)
    assert not is_gone(one)
    invite = Invite.objects.get()
    Link(cast.cleo, one.new, one.secret, invite).take(cast.eve)
    by_link.take_back(cast.cleo.log, one.id)
    assert is_gone(one)
    assert Invite.objects.exists()


def test_it_removes_a_waiting_answer_and_a_kept_letter_too(cast: Cast) -> None:
    one, log = LinkedOne.by(cast.cleo).send(), cast.cleo.log
    one.answer()
    entry = one.entry
    cut_at_every_step(partial(by_link.remove, log, entry), at_least=3)
    assert not LinkedLetter.objects.exists()
    kept = log.write(log.own, Draft.new(LetterKept(), timezone.now()))
    by_link.remove(log, kept)
    assert log.many(log.own, [entry.id, kept.id]) == []


def test_it_lets_a_letter_be_answered_when_the_two_were_linked_since(cast: Cast) -> None:
    one = LinkedOne.by(cast.cleo).send()
    Space.objects.filter(invite__id=one.id).delete()
    link(cast.eve, cast.dan)
    assert one.opened(one.answer()) == ANSWERED

"""Pairing: a link that works once, four words that both compare, and then a space for two."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone
from tests.cast import Cast, Someone, link
from tests.pairing import Link
from tests.trouble import at_once, cut_at_every_step, everything

from nearer.acts import pair
from nearer.acts.pair import CannotPair
from nearer.store.models import Invite, Member, Space

LATER = timedelta(days=7, seconds=1)


def _refused(link: Link, who: Someone, **changed: Any) -> str:
    """Why this person cannot take the link. Nothing may have changed."""
    before = everything()
    with pytest.raises(CannotPair) as no:
        link.take(who, **changed)
    assert everything() == before
    return no.value.reason


def test_it_links_cleo_and_eve_once_both_have_seen_the_same_words(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    assert pair.under_way(cast.cleo.person, now=timezone.now()) == made.invite
    found = made.take(cast.eve)
    assert pair.under_way(cast.eve.person, now=timezone.now()) == found
    assert cast.eve.log.couple is None
    assert not pair.say_same(cast.eve.person, found)
    assert cast.cleo.log.couple is None
    assert pair.say_same(cast.cleo.person, found)
    for who in (cast.cleo, cast.eve):
        couple = who.log.couple
        assert couple is not None
        assert couple.id == made.new.space
        assert pair.is_paired(who.person)
        assert pair.under_way(who.person, now=timezone.now()) is None
    assert cast.cleo.side.words_keys[made.new.space] == cast.eve.side.words_keys[made.new.space]
    assert not Invite.objects.exists()


def test_it_forgets_the_box_once_the_link_is_taken(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    made.take(cast.eve)
    assert bytes(Invite.objects.get().box) == b""
    assert str(Invite.objects.get()) == "invite"


def test_it_says_why_a_link_does_not_work(cast: Cast) -> None:
    ada, ben, cleo, dan, eve = cast.everyone
    made = Link.by(cleo)
    assert _refused(made, cleo) == "own"
    assert _refused(made, ada) == "paired"
    assert _refused(made, eve, proof=bytes(32)) == "torn"
    assert _refused(made, eve, now=timezone.now() + LATER) == "expired"
    made.take(eve)
    assert _refused(made, dan) == "used"
    with pytest.raises(CannotPair, match="yours"):
        pair.look(eve.person, made.new.id, now=timezone.now())
    pair.give_up(made.invite)
    assert _refused(made, dan) == "gone"
    del ben


def test_it_calls_a_link_gone_when_its_maker_was_linked_with_another(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    Invite.objects.filter(id=made.new.id).update(inviter=cast.ada.person)
    assert _refused(made, cast.eve) == "gone"


def test_it_takes_a_link_once_from_someone_who_clicks_twice(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    first = made.take(cast.eve)
    before = everything()
    assert made.take(cast.eve) == first
    assert everything() == before


def test_it_makes_one_invite_of_a_double_click(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    before = everything()
    assert pair.invite(cast.cleo.person, made.new, now=timezone.now()) == made.invite
    assert everything() == before


def test_it_lets_an_earlier_link_lapse_when_another_is_made(cast: Cast) -> None:
    first, second = Link.by(cast.cleo), Link.by(cast.cleo)
    assert _refused(first, cast.eve) == "gone"
    second.take(cast.eve)
    assert not Space.objects.filter(id=first.new.space).exists()


def test_it_makes_no_link_for_someone_who_is_linked(cast: Cast) -> None:
    with pytest.raises(CannotPair, match="paired"):
        Link.by(cast.ada)


@pytest.mark.parametrize("who", ["cleo", "eve"])
def test_it_makes_no_second_link_while_four_words_wait(cast: Cast, who: str) -> None:
    Link.by(cast.cleo).take(cast.eve)
    with pytest.raises(CannotPair, match="comparing"):
        Link.by(getattr(cast, who))


def test_it_takes_no_second_link_while_four_words_wait(cast: Cast) -> None:
    """Else a word of yes, meant for one, could be said to the other."""
    Link.by(cast.cleo).take(cast.eve)
    of_dan = Link.by(cast.dan)
    assert _refused(of_dan, cast.eve) == "comparing"
    assert _refused(of_dan, cast.cleo) == "comparing"


def test_it_lets_a_comparison_that_ran_out_be_begun_anew(cast: Cast) -> None:
    Link.by(cast.cleo).take(cast.eve)
    later = timezone.now() + LATER
    assert pair.under_way(cast.cleo.person, now=later) is None
    again = Link.by(cast.cleo, now=later)
    again.take(cast.eve, now=later)
    assert Invite.objects.count() == 1


def test_it_drops_one_s_own_link_when_one_takes_the_other_s(cast: Cast) -> None:
    of_eve = Link.by(cast.eve)
    Link.by(cast.cleo).take(cast.eve)
    assert not Space.objects.filter(id=of_eve.new.space).exists()


def test_it_does_not_open_before_the_link_was_taken(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    with pytest.raises(CannotPair, match="waiting"):
        pair.say_same(cast.cleo.person, made.invite)


def test_it_says_gone_to_one_who_agrees_after_the_other_gave_up(cast: Cast) -> None:
    found = Link.by(cast.cleo).take(cast.eve)
    pair.give_up(found)
    with pytest.raises(CannotPair, match="gone"):
        pair.say_same(cast.eve.person, found)


def test_it_takes_a_link_back_with_all_that_hung_on_it(cast: Cast) -> None:
    before = everything()
    made = Link.by(cast.cleo)
    made.take(cast.eve)
    pair.give_up(made.invite)
    assert everything() == before


def test_it_cannot_undo_a_space_that_is_open_already(cast: Cast) -> None:
    found = Link.by(cast.cleo).take(cast.eve)
    pair.say_same(cast.eve.person, found)
    pair.say_same(cast.cleo.person, found)
    pair.give_up(found)
    assert pair.is_paired(cast.eve.person)


def test_it_takes_no_ids_that_are_in_use(cast: Cast) -> None:
    made = Link.by(cast.cleo)
    stolen: dict[str, Any]
    for stolen in ({"id": made.new.id}, {"space": made.new.space}, {"space": cast.ada.side.own}):
        before = everything()
        with pytest.raises(CannotPair, match="gone"):
            Link.by(cast.eve, now=None, **stolen)
        assert everything() == before


def test_it_leaves_all_as_it_was_wherever_the_power_fails(cast: Cast) -> None:
    new, secret = cast.cleo.side.invite()
    now = timezone.now()
    cut_at_every_step(lambda: pair.invite(cast.cleo.person, new, now=now), at_least=3)
    made = Link(cast.cleo, new, secret, Invite.objects.get())
    cut_at_every_step(partial(made.take, cast.eve), at_least=3)
    cut_at_every_step(lambda: pair.say_same(cast.cleo.person, made.invite), at_least=2)
    cut_at_every_step(lambda: pair.say_same(cast.eve.person, made.invite), at_least=4)
    assert pair.is_paired(cast.cleo.person)


def test_it_gives_a_link_to_one_of_two_who_take_it_at_once(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    made = Link.by(cast.cleo)
    said = at_once(partial(made.take, cast.eve), partial(made.take, cast.dan))
    kinds = sorted(type(one).__name__ for one in said)
    assert kinds == ["CannotPair", "Invite"], said
    assert Member.objects.filter(space_id=made.new.space).count() == 2


def test_it_opens_when_both_agree_in_the_same_moment(transactional_db: None, cast: Cast) -> None:
    del transactional_db
    found = Link.by(cast.cleo).take(cast.eve)
    said = at_once(
        partial(pair.say_same, cast.cleo.person, found),
        partial(pair.say_same, cast.eve.person, found),
    )
    assert sorted(map(str, said)) == ["False", "True"]
    assert pair.is_paired(cast.cleo.person)


def test_it_links_two_who_take_each_other_s_link_at_once_at_most_once(
    transactional_db: None, cast: Cast
) -> None:
    del transactional_db
    of_cleo, of_eve = Link.by(cast.cleo), Link.by(cast.eve)
    at_once(partial(of_cleo.take, cast.eve), partial(of_eve.take, cast.cleo))
    assert Invite.objects.exclude(accepter=None).count() == 1


def test_it_can_link_the_same_two_again(cast: Cast) -> None:
    link(cast.cleo, cast.dan)
    assert pair.is_paired(cast.dan.person)
    assert str(Space.objects.get(id=cast.ada.side.own)) == "own space"
    assert str(Member.objects.first()) == "member"

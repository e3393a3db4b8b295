from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.laws import BITS, IDS, KEYS, flipped

from nearer.vault import Malformed, Mistyped, PersonKeys, PublicKeys, Secret, SpaceKeys, Tampered
from nearer.vault.pairing import InviteSecret, comparison, invite_proof, open_invite, seal_invite

LINKS = st.binary(min_size=16, max_size=16).map(InviteSecret)
PEOPLE = KEYS.map(lambda root: PersonKeys.from_root(root).public)


@given(link=LINKS)
def test_it_reads_the_link_it_wrote(link: InviteSecret) -> None:
    fragment = link.write_fragment()
    assert len(fragment) == 24
    assert InviteSecret.read_fragment(fragment) == link


@given(link=LINKS, keep=st.integers(min_value=0, max_value=23))
def test_it_knows_a_link_torn_in_half(link: InviteSecret, keep: int) -> None:
    with pytest.raises(Malformed):
        InviteSecret.read_fragment(link.write_fragment()[:keep])


@given(text=st.text(max_size=30))
def test_it_reads_any_text_as_a_link_or_as_one_of_two_failures(text: str) -> None:
    with pytest.raises((Malformed, Mistyped)):
        InviteSecret.read_fragment(text)


@given(link=LINKS, invite=IDS, space=IDS, ada=IDS, marks=KEYS, words=KEYS)
def test_it_hands_ben_the_keys_that_ada_made(
    link: InviteSecret, invite: UUID, space: UUID, ada: UUID, marks: Secret, words: Secret
) -> None:
    keys = SpaceKeys(marks, words)
    box = seal_invite(link, invite, space, ada, keys)
    assert len(box) == 93
    assert open_invite(link, invite, space, ada, box) == keys


@given(link=LINKS, dans=LINKS, ids=st.lists(IDS, min_size=4, max_size=4, unique=True), bit=BITS)
def test_it_hands_nobody_else_anything(
    link: InviteSecret, dans: InviteSecret, ids: list[UUID], bit: int
) -> None:
    invite, space, ada, other = ids
    box = seal_invite(link, invite, space, ada, SpaceKeys.fresh())
    for who in (
        (dans, invite, space, ada, box),
        (link, other, space, ada, box),
        (link, invite, other, ada, box),
        (link, invite, space, other, box),
        (link, invite, space, ada, flipped(box, bit)),
    ):
        if who != (link, invite, space, ada, box):
            with pytest.raises((Malformed, Tampered)):
                open_invite(*who)


def test_it_shows_a_proof_that_opens_nothing() -> None:
    link = InviteSecret.make()
    assert len(invite_proof(link)) == 32
    assert invite_proof(link) != invite_proof(InviteSecret.make())


@pytest.mark.parametrize("wrong", ["marks", "words"])
def test_it_seals_no_half_keys(wrong: str) -> None:
    keys = {"marks": Secret.fresh(), "words": Secret.fresh(), wrong: Secret.fresh(31)}
    ids = (UUID(int=1), UUID(int=2), UUID(int=3))
    with pytest.raises(Malformed):
        seal_invite(InviteSecret.make(), *ids, SpaceKeys(**keys))


@given(words=KEYS, space=IDS, ada=PEOPLE, ben=PEOPLE, dan=PEOPLE)
def test_it_shows_both_the_same_four_words_and_others_to_someone_in_the_middle(
    words: Secret, space: UUID, ada: PublicKeys, ben: PublicKeys, dan: PublicKeys
) -> None:
    seen = comparison(words, space, ada, ben)
    assert all(0 <= word < 2048 for word in seen)
    assert comparison(words, space, ada, ben) == seen
    for others in ((dan, ben), (ada, dan), (ben, ada), (PublicKeys(ada.words, ada.marks), ben)):
        if others != (ada, ben):
            assert comparison(words, space, *others) != seen

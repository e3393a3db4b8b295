from uuid import UUID

import pytest
from hypothesis import given
from tests.vault.laws import BITS, IDS, PLAIN, flipped

from nearer.vault import Malformed, PersonKeys, Secret, Tampered
from nearer.vault.drafts import open_draft, seal_draft

ADA, BEN = (PersonKeys.from_root(Secret(letter * 32)).words for letter in (b"a", b"b"))


@given(ada=IDS, plain=PLAIN)
def test_it_gives_ada_back_what_was_in_the_field(ada: UUID, plain: bytes) -> None:
    assert open_draft(ADA.private, ada, seal_draft(ADA.public, ada, plain)) == plain


@given(ada=IDS, ben=IDS, bit=BITS)
def test_it_gives_it_to_nobody_else_and_not_bent(ada: UUID, ben: UUID, bit: int) -> None:
    sealed = seal_draft(ADA.public, ada, b"I went quiet because")
    for key, person, box in (
        (BEN, ada, sealed),
        (ADA, ben, sealed),
        (ADA, ada, flipped(sealed, bit)),
    ):
        if (key, person, box) != (ADA, ada, sealed):
            with pytest.raises((Malformed, Tampered)):
                open_draft(key.private, person, box)


def test_it_finds_nothing_where_nothing_was_kept() -> None:
    with pytest.raises(Malformed):
        open_draft(ADA.private, UUID(int=1), b"")

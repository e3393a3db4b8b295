from uuid import UUID

import pytest
from hypothesis import given
from tests.vault.laws import BITS, IDS, KEYS, flipped

from nearer.vault import Malformed, Secret, Tampered
from nearer.vault.sessions import open_session, seal_session


@given(cookie=KEYS, session=IDS, marks=KEYS)
def test_it_opens_adas_session_with_her_cookie(
    cookie: Secret, session: UUID, marks: Secret
) -> None:
    sealed = seal_session(cookie, session, marks.reveal())
    assert open_session(cookie, session, sealed) == marks.reveal()


@given(cookie=KEYS, cleos=KEYS, session=IDS, other=IDS, bit=BITS)
def test_it_opens_for_no_other_cookie_session_or_bytes(
    cookie: Secret, cleos: Secret, session: UUID, other: UUID, bit: int
) -> None:
    sealed = seal_session(cookie, session, b"a key")
    for key, row, box in (
        (cleos, session, sealed),
        (cookie, other, sealed),
        (cookie, session, flipped(sealed, bit)),
    ):
        if (key, row, box) != (cookie, session, sealed):
            with pytest.raises((Malformed, Tampered)):
                open_session(key, row, box)


def test_it_finds_nothing_in_a_locked_session() -> None:
    with pytest.raises(Malformed):
        open_session(Secret.fresh(), UUID(int=1), b"")

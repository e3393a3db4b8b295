import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.vault import Malformed
from nearer.vault.wire import to_bytes, to_text


@given(data=st.binary(max_size=100))
def test_it_reads_the_bytes_it_wrote(data: bytes) -> None:
    assert to_bytes(to_text(data)) == data


@given(text=st.text("AB01-_=+/ \n\u00c5", max_size=12))
def test_it_reads_only_what_it_would_have_written(text: str) -> None:
    try:
        data = to_bytes(text)
    except Malformed:
        return
    assert to_text(data) == text


@pytest.mark.parametrize("text", ["A", "AB==", "A+", "A/", "A B", "AB\n", "\u00c5A", "AB"])
def test_it_refuses_other_ways_to_write_bytes(text: str) -> None:
    with pytest.raises(Malformed):
        to_bytes(text)

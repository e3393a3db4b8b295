from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nearer.vault import Malformed, Mistyped, Secret, recovery

CODES = st.binary(min_size=16, max_size=16).map(Secret)
CODE = recovery.write_code(Secret(b"a quiet evening."))


@given(code=CODES)
def test_it_reads_what_it_wrote_however_it_is_copied(code: Secret) -> None:
    written = recovery.write_code(code)
    assert [len(group) for group in written.split("-")] == [4] * 7
    for typed in (written, written.lower(), written.replace("-", " "), f" {written}\n"):
        assert recovery.read_code(typed) == code
    confused = written.replace("1", "l").replace("0", "o")
    assert recovery.read_code(confused) == code


@given(
    at=st.integers(min_value=0, max_value=27),
    letter=st.sampled_from(recovery.ALPHABET),
)
def test_it_notices_a_slip_or_reads_the_code_itself(at: int, letter: str) -> None:
    letters = CODE.replace("-", "")
    typed = letters[:at] + letter + letters[at + 1 :]
    if typed == letters:
        assert recovery.read_code(typed) == recovery.read_code(CODE)
    else:
        # This one code was tried with all 28 x 31 slips: none passes. Of all codes one slip
        # in 4096 would, which is what twelve check bits are.
        with pytest.raises(Mistyped):
            recovery.read_code(typed)


@given(text=st.text(max_size=40))
def test_it_reads_any_text_as_a_code_or_as_one_of_two_failures(text: str) -> None:
    with suppress(Malformed, Mistyped):
        assert len(recovery.read_code(text)) == 16


def test_it_makes_another_code_each_time() -> None:
    assert recovery.new_code() != recovery.new_code()
    assert len(recovery.new_code()) == 16


def test_it_gives_the_two_halves_of_a_code_at_once() -> None:
    code = recovery.new_code()
    assert recovery.stretch_code(code) == recovery.stretch_code(code)
    assert recovery.stretch_code(code) != recovery.stretch_code(recovery.new_code())

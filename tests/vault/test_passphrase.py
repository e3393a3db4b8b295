import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.laws import TEXTS

from nearer.vault import Malformed, Secret
from nearer.vault.passphrase import (
    PROFILES,
    fake_salt,
    fold_name,
    normalise,
    proof_matches,
    stretch,
    verifier,
)

SALT = bytes(range(16))


@given(text=TEXTS)
def test_it_takes_every_way_to_type_a_passphrase_for_the_same(text: str) -> None:
    try:
        normal = normalise(text)
    except Malformed:
        return
    for typed in (
        unicodedata.normalize("NFD", text),
        unicodedata.normalize("NFC", text),
        f"\u3000\n{text}\t ",
        normal.decode(),
    ):
        assert normalise(typed) == normal


def test_it_tells_passphrases_of_other_letters_apart() -> None:
    assert len({normalise(text) for text in ("a b", "ab", "A b", "a\u200bb", "a\ufeffb")}) == 5


@given(name=TEXTS)
def test_it_folds_a_folded_name_to_itself(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


def test_it_knows_ada_however_she_writes_her_name() -> None:
    assert fold_name(" ADA  Lovelace\n") == fold_name("ada lovelace") == "ada lovelace"
    assert fold_name("ada") != fold_name("ad a")


def test_it_gives_ada_her_two_halves_and_cleo_others() -> None:
    adas = stretch("seven quiet words", SALT, "cheapest")
    assert stretch(" seven  quiet words ", SALT, "cheapest") == adas
    assert stretch("seven quiet word", SALT, "cheapest") != adas
    assert adas.login_proof != adas.slot_key
    assert "…" in repr(adas)


def test_it_has_one_profile_for_people_and_one_for_tests() -> None:
    assert [name for name, profile in PROFILES.items() if not profile.tests_only] == ["standard"]
    assert PROFILES["standard"].memory_kib == 64 * 1024
    with pytest.raises(TypeError):
        PROFILES["weakest"] = PROFILES["cheapest"]  # type: ignore[index]


def test_it_knows_adas_proof_by_its_verifier() -> None:
    proof = stretch("seven quiet words", SALT, "cheapest").login_proof.reveal()
    assert proof_matches(proof, verifier(proof))
    assert not proof_matches(proof[:-1], verifier(proof))
    assert not proof_matches(verifier(proof), verifier(proof))
    assert not proof_matches(b"", b"")


@given(name=st.text(max_size=40))
def test_it_answers_for_a_name_that_nobody_has_as_if_somebody_had_it(name: str) -> None:
    secret = Secret(b"a server's secret")
    try:
        salt = fake_salt(secret, name)
    except Malformed:
        return
    assert len(salt) == 16
    assert salt == fake_salt(secret, f" {name}\n")
    assert salt != fake_salt(secret, f"{name}?")
    assert salt != fake_salt(Secret(b"another"), name)

"""The little language in which Dr Eve writes a rule."""

import re

import pytest

from nearer.core.replies import PatternError, check_words, to_regex

LISTS = {"lead": ("well", "please"), "kin": ("sister", "best+friend")}


def fits(pattern: str, words: str) -> bool:
    return re.search(to_regex(pattern, LISTS), f" {words} ") is not None


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("calm down", "do calm down now", "calmed down"),
        ("calm|cool down", "cool down", "slow down"),
        ("at+least|only you", "at least you", "at least"),
        ("overreact*", "you are overreacting", "you react"),
        ("your @kin", "your best friend", "your cousin"),
        ("so? sad", "sad", "so"),
        ("_ is", "mum is", ", is"),
        ("you ~2 late", "you were so late", "you were so very late"),
        ("you ~2 late", "you are late", "you are not late"),
        ("you ~2 late", "you late", "you , late"),
        ("i hear ..3 but", "i hear you , but", "i hear you , and all of it but"),
        ("^ relax", "well , please relax", "i can relax"),
        ("^ relax", "you see , relax", "you see relax"),
        ("fine $", "that is fine , so", "fine by me"),
        ("yes|$ , no", "yes , no", "yes no"),
        ("why you ?", "why you at all ?", "why you at all"),
    ],
)
def test_it_reads_each_sign(pattern: str, yes: str, no: str) -> None:
    assert fits(pattern, yes)
    assert not fits(pattern, no)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "at least one word"),
        ("~3 _", "would fit anything"),
        ("You", "small letters"),
        ("don't", "no apostrophe"),
        ("@cousins", "there is no list “cousins”"),
        ("you ~13 late", "from 1 to 12"),
        ("you ~0 late", "from 1 to 12"),
        ("(you|me)", "is no word"),
        ("a||b", "is no word"),
    ],
)
def test_it_says_what_is_wrong_with_a_pattern(pattern: str, said: str) -> None:
    with pytest.raises(PatternError, match=re.escape(said)):
        to_regex(pattern, LISTS)


def test_it_refuses_a_word_that_could_not_stand_in_a_pattern() -> None:
    check_words(("at+least", "over*"))
    with pytest.raises(PatternError):
        check_words(("don't",))

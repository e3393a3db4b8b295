"""What is lent for saying something good: about what somebody does, small, and owed to nobody."""

import pytest

from nearer.content import appreciations
from nearer.core.moments import GOODS, Good

WORDS = appreciations()


@pytest.mark.parametrize("of", GOODS)
def test_it_has_a_few_beginnings_of_each_kind_with_a_gap_for_what_is_ones_own(of: Good) -> None:
    found = WORDS.starts_for[of]
    assert 2 <= len(found) <= 4
    assert all("…" in one.label for one in found)


def test_it_praises_nobody_and_compares_with_nothing() -> None:
    for one in WORDS.starts:
        words = set(one.label.lower().replace(",", "").split())
        assert not {"best", "perfect", "always", "never", "better", "than"} & words, one.label
        assert "you are" not in one.label.lower()


def test_it_asks_back_one_open_question_about_the_other_and_no_why() -> None:
    for one in WORDS.ask_back:
        assert one.label.count("?") == 1
        assert one.label.endswith("?")
        assert "why" not in one.label.lower()
        assert one.label.split()[0] in {"What", "How"}


def test_it_has_one_word_for_courage_that_is_ready_and_the_rest_with_a_gap() -> None:
    ready, *others = WORDS.courage
    assert "…" not in ready.label
    assert all("…" in one.label for one in others)
    for one in WORDS.courage:
        assert "?" not in one.label, "nothing is asked in return"
        assert "proud of you" not in one.label

"""Ben drafts an answer to Ada, and asks for a look at it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.replies.drafts import FINE, STINGS
from tests.core.replies.measure import READY, broken, look_at

from nearer.content import reply_rules
from nearer.core.replies import look

RULES = {rule.id: rule for rule in reply_rules().rules}
PLAIN = "you always never but why did not calm down at least tell me when i was over it . , ? u é"
WORDS = [*PLAIN.split(), "don\u2019t", "\u201cyou", "\u201d", '"', "\n", "\U0001f440"]
drafts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def test_it_has_four_hundred_drafts_half_of_them_fine() -> None:
    assert len(FINE) + len(STINGS) >= 400
    assert 0.4 < len(FINE) / (len(FINE) + len(STINGS)) < 0.6
    texts = [draft.text for draft in FINE + STINGS]
    assert len(set(texts)) == len(texts)


def test_it_has_at_least_a_dozen_drafts_for_each_rule_and_no_rule_besides() -> None:
    for rule in RULES:
        assert sum(rule in draft.breaks for draft in STINGS) >= 12, rule
    assert {one for draft in STINGS for one in draft.breaks} == set(RULES)


def test_it_names_what_works_first_and_best() -> None:
    seen = look(
        {
            "heard": "that the evening was too loud for you",
            "sense": "you had been up since five",
            "matter": "I should have asked. No need to answer.",
        },
        READY,
    )
    assert seen.remarks == ()
    assert seen.works[:3] == ("owning", "hearing", "sense")
    assert "no_hurry" in seen.works


def test_it_shows_ben_at_most_two_remarks_about_different_words_in_the_order_of_his_draft() -> None:
    draft = "You're too sensitive. At least it's Friday. Calm down. Why didn't you ring?"
    seen = look_at(draft)
    assert len(seen.remarks) == 4
    assert [remark.rule for remark in seen.shown] == ["youre_too", "calm_down"]
    assert [draft[one.start : one.end] for one in seen.shown] == [
        "You're too sensitive",
        "Calm down",
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "I won't tell you to calm down.",
        'You wrote "you never ask", and I heard it.',
        "You said that you always feel alone in that house.",
        "I always feel safe with you.",
        "It's hard to read, but I'm glad it's here.",
        "You asked me for ideas. You should ring the school first.",
        "Tell me more if you like.",
    ],
)
def test_it_lets_a_denial_a_quotation_and_an_honest_i_pass(draft: str) -> None:
    assert broken(draft) == frozenset()


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        ("You wrote that you feel alone, but you always say that.", "always_never"),
        ("I won't say it again, but calm down.", "calm_down"),
    ],
)
def test_it_is_not_fooled_by_a_denial_that_a_but_takes_back(draft: str, rule: str) -> None:
    assert rule in broken(draft)


def test_it_takes_what_follows_i_heard_for_what_ada_said() -> None:
    assert look({"heard": "you're always the last to be asked"}, READY).remarks == ()
    assert look({"matter": "You're always the last one."}, READY).remarks != ()


@given(draft=drafts)
def test_it_finds_only_what_stands_in_the_draft_and_the_same_each_time(draft: str) -> None:
    seen = look_at(draft)
    assert seen == look_at(draft)
    assert len({remark.rule for remark in seen.remarks}) == len(seen.remarks)
    for remark in seen.remarks:
        assert 0 <= remark.start < remark.end <= len(draft)
        assert draft[remark.start : remark.end].strip()
    assert len(seen.shown) <= 2


@given(draft=drafts)
def test_it_looks_at_nothing_between_quotation_marks(draft: str) -> None:
    quoted = draft.replace('"', "").replace("\u201c", "").replace("\u201d", "").replace("\n", " ")
    assert look_at(f"\u201c{quoted}x\u201d").remarks == ()


def test_it_has_no_way_to_read_a_draft_twice() -> None:
    """Only the letters of one word repeat without bound, so the work grows with the draft alone."""
    excuses = [one.finds for one in READY.excuses.values()]
    works = [one.finds for one in READY.works]
    rules = [finds for rule in READY.rules for finds in (rule.finds, rule.unless)]
    for finds in [*rules, *excuses, *works, READY.turning]:
        bare = re.sub(r"\[\^ ,?\?\](?:\*|\+ )", "", finds)
        assert not re.search(r"[*+]|\{\d*,\}", bare), finds

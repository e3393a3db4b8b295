"""The words that help with a reply: enough for every letter, kind, and checked with their names."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from nearer.content import ContentError, check, content_folder, load_reply, reply_rules, vocabulary
from nearer.core.moments import PARTS
from nearer.core.replies import look, make_ready, offered_to_hear, starters_for

RULES = reply_rules()
READY = make_ready(RULES)
FAMILIES = [family.id for family in vocabulary().families]
WISHES = [None, *vocabulary().request]
Edit = Callable[[str, str, str], list[str]]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    folder = Path(copytree(content_folder(), tmp_path / "content"))

    def replace(file: str, old: str, new: str) -> list[str]:
        path = folder / "en/reply" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(problem) for problem in check(folder)]

    return replace


def test_it_looks_for_the_thirteen_things_that_may_sting() -> None:
    assert " ".join(sorted(rule.id for rule in RULES.rules)) == (
        "advice always_never at_least but calm_down comparing defending own_story"
        " pressing sarcasm scorekeeping why_didnt youre_too"
    )


@pytest.mark.parametrize("family", [(), *[(one,) for one in FAMILIES]])
@pytest.mark.parametrize("wish", WISHES)
def test_it_has_two_or_three_beginnings_for_each_part_of_an_answer_to_any_letter(
    family: tuple[str, ...], wish: str | None
) -> None:
    for part in PARTS:
        offered = starters_for(RULES.starters, part, families=family, request=wish)
        assert 2 <= len(offered) <= 3, part


def test_it_offers_what_fits_the_letter_before_what_fits_any() -> None:
    offered = starters_for(RULES.starters, "matter", families=("hurt",), request="hug")
    assert [one.id for one in offered] == ["matter_hug", "matter_hurt", "matter_any"]
    offered = starters_for(RULES.starters, "heard", families=(), request=None)
    assert all(not one.families and not one.requests for one in offered)


def test_it_lends_no_beginning_and_no_kinder_shape_that_would_sting() -> None:
    for starter in RULES.starters:
        assert look({starter.part: starter.label}, READY).remarks == (), starter.id
    for rule in RULES.rules:
        assert look({"matter": rule.kinder}, READY).remarks == (), rule.id


def test_it_offers_ben_the_word_that_ada_named_and_those_near_it_to_guess_with() -> None:
    words = vocabulary()
    offered = offered_to_hear(("lonely",), words)
    assert len(offered) == 8
    assert offered[0].id == "lonely"
    assert {word.id for word in offered} > set(words.feeling["lonely"].neighbours)
    none_named = offered_to_hear((), words)
    assert {word.pleasantness for word in none_named} >= {"pleasant", "unpleasant"}
    assert offered_to_hear(("gone_from_the_list",), words) == none_named


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("rules.toml", '"calm|simmer down"', '"Calm down"', "patterns: in “Calm down”: “Calm” is"),
        ("rules.toml", '"calm|simmer down"', '"@calm down"', "there is no list “calm”"),
        ("rules.toml", '"calm|simmer down"', '"~3"', "would fit anything"),
        ("rules.toml", '"calm|simmer down"', "7", "a list of patterns in quotes belongs here"),
        ("rules.toml", '["said_no",', '["said_not",', "no excuse “said_not”; is “said_no”"),
        ("excuses.toml", 'reach = "before"', 'reach = "after"', "“after” is not one of: before"),
        ("lists.toml", '"brother"', '"Brother"', "word_list “kin”, words: “Brother” is no word"),
        ("spellings.toml", '"do not"', '"don\u2019t"', "spelling “dont”, stands_for"),
        ("starters.toml", 'families = ["hurt"]', 'families = ["hurts"]', "is “hurt” meant?"),
        ("works.toml", 'part = "heard"', 'part = "herd"', "is “heard” meant?"),
        ("rules.toml", "It can sound as if", "You feel that", "“you feel” is not for Nearer"),
    ],
)  # fmt: skip
def test_it_tells_dr_eve_which_line_of_the_rules_to_look_at(
    edit: Edit, file: str, old: str, new: str, said: str
) -> None:
    problems = edit(file, old, new)
    assert any(said in problem and f"en/reply/{file}" in problem for problem in problems), problems


def test_it_gives_no_rules_that_are_not_in_order(tmp_path: Path) -> None:
    folder = Path(copytree(content_folder(), tmp_path / "content"))
    (folder / "en/reply/works.toml").unlink()
    with pytest.raises(ContentError, match=r"en/reply/works\.toml: the file is missing"):
        load_reply(folder, "en")

"""The forms: what their authors wrote and allowed, and nothing beside it."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from nearer.content import ContentError, check, content_folder, measures
from nearer.content.measures import load_measures

MEASURES = {measure.id: measure for measure in measures()}
NOTICE = " ".join((Path(__file__).parents[2] / "NOTICE").read_text("utf-8").split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(content_folder(), tmp_path / "content"))


def test_it_has_only_the_forms_that_may_be_passed_on() -> None:
    assert set(MEASURES) == {"csi_4", "csi_16", "phq_4", "felt"}


@pytest.mark.parametrize("one", [one for one in MEASURES.values() if not one.ours], ids=str)
def test_it_says_where_a_form_comes_from_and_what_its_authors_allow(one: object) -> None:
    measure = MEASURES[getattr(one, "id", "")]
    assert measure.notice
    assert measure.notice in NOTICE
    assert re.search(r"\(\d{4}\)", measure.source)
    assert measure.to_be_confirmed


def test_it_keeps_the_phq_for_the_person_alone() -> None:
    assert [one.id for one in MEASURES.values() if one.private] == ["phq_4"]


def test_it_takes_the_short_form_out_of_the_long_one() -> None:
    long = [item.id for item in MEASURES["csi_16"].items]
    assert [item.id for item in MEASURES["csi_4"].items] == [long[n - 1] for n in (1, 5, 7, 10)]


def test_it_counts_the_kinder_answer_more_wherever_it_stands() -> None:
    kinder = {"Perfect", "All the time", "Completely TRUE", "Completely"}
    words = {"INTERESTING", "GOOD", "FULL", "STURDY", "HOPEFUL", "ENJOYABLE"}
    for item in MEASURES["csi_16"].items:
        first_counts_most = item.answers.points[0] == item.answers.most
        if item.ends:
            assert (item.ends[0] in words) == first_counts_most, item.ends
            assert item.answers.labels == tuple(str(n) for n in item.answers.points)
        else:
            assert item.answers.labels[0 if first_counts_most else -1] in kinder


def test_it_asks_our_own_questions_in_our_own_voice() -> None:
    for item in MEASURES["felt"].items:
        assert item.text.startswith("I felt ")
    assert MEASURES["felt"].ours
    assert not MEASURES["felt"].to_be_confirmed


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("measures", "cut = 13.5", 'cut = "13.5"', "a number from 0.5 to 161 belongs here"),
        ("measures", "cut = 13.5", "cut = 0.1", "a number from 0.5 to 161 belongs here"),
        ("items", '["BAD", "GOOD"]', '["BAD"]', "a list of 2 to 2 belongs here"),
        ("items", '["BAD", "GOOD"]', '"BAD"', "a list of 2 to 2 belongs here"),
        ("items", '["BAD", "GOOD"]', '["BAD", "BAD"]', "the same one is in the list twice"),
        ("items", '["BAD", "GOOD"]', '["BAD", "GOOD "]', "there is a space too many"),
        ("items", 'answers = "felt"', 'answers = "fellt"', "is “felt” meant?"),
    ],
)
def test_it_tells_dr_eve_what_is_wrong_with_a_form(
    folder: Path, file: str, old: str, new: str, what: str
) -> None:
    path = folder / f"en/measures/{file}.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    (problem,) = check(folder)
    assert what in problem.what
    with pytest.raises(ContentError, match=re.escape(what)):
        load_measures(folder, "en")


def test_it_refuses_a_question_without_words_or_with_two_kinds_of_them(folder: Path) -> None:
    path = folder / "en/measures/items.toml"
    whole = path.read_text("utf-8")
    for new in ("", 'text = "Bad?"\nends = ["BAD", "GOOD"]\n'):
        path.write_text(whole.replace('ends = ["BAD", "GOOD"]\n', new), encoding="utf-8")
        with pytest.raises(ContentError, match=r"csi_27.*either a text or two ends"):
            load_measures(folder, "en")

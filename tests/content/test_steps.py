"""The small steps as they are written: enough for everyone, kind, and safe for Ada and Ben."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest

from nearer.content import ContentError, check, content_folder, load_steps, steps
from nearer.core.steps import FORMS, SIZES, TOPICS, Step

STEPS = steps()
FEARS = "en/steps/fears.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(content_folder(), tmp_path / "content"))


def test_it_has_ninety_steps_with_four_for_each_topic_and_form() -> None:
    assert len(STEPS) >= 90
    cells = Counter((step.topic, step.form) for step in STEPS)
    assert all(cells[topic, form] >= 4 for topic in TOPICS for form in FORMS)


@pytest.mark.parametrize("topic", TOPICS)
def test_it_has_a_ladder_without_a_missing_rung_for_each_topic(topic: str) -> None:
    assert {step.difficulty for step in STEPS if step.topic == topic} == set(range(1, 11))


@pytest.mark.parametrize("topic", TOPICS)
def test_it_has_something_for_ben_before_ada_is_there(topic: str) -> None:
    alone = sorted(step.difficulty for step in STEPS if step.topic == topic and step.alone)
    assert alone[0] == 1
    assert len(alone) >= 5
    assert alone[-1] >= 6
    assert all(higher - lower <= 3 for lower, higher in pairwise(alone))


def test_it_asks_for_no_company_in_a_step_for_one_alone() -> None:
    assert all(step.form != "together" for step in STEPS if step.alone)


def test_it_says_what_to_know_first_wherever_something_tender_is_opened() -> None:
    assert [step.id for step in STEPS if step.difficulty >= 6 and not step.safety] == []
    notes = [step.safety for step in STEPS if step.safety]
    assert len(set(notes)) == len(notes)


def test_it_says_no_two_things_in_the_same_words() -> None:
    texts = [step.text(size) for step in STEPS for size in SIZES]
    assert len(set(texts)) == len(texts)
    assert len({step.title for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("step", STEPS, ids=[step.id for step in STEPS])
def test_it_begins_each_text_with_something_to_do_and_ends_it(step: Step) -> None:
    assert step.id.startswith(f"{step.topic}_")
    for size in SIZES:
        text = step.text(size)
        assert text[0].isupper()
        assert text.rstrip("”")[-1] in ".?…"
        sentences = re.split(r"(?<=[.?…:])\s+", text)
        assert max(len(sentence.split()) for sentence in sentences) <= 32, text


def test_it_calls_nobody_anything() -> None:
    said = " ".join(step.text(size) for step in STEPS for size in SIZES).lower()
    for label in ("withdrawn", "avoidant", "stonewall", "toxic", "needy", "must", "have to"):
        assert not re.search(rf"\b{label}\b", said), label


def test_it_has_an_empty_step_of_ones_own_in_one_size() -> None:
    own = Step(id="x", topic="goals", form="say", difficulty=4.5, own=True)
    assert own.sizes == ("middle",)
    assert own.text("middle") == ""


@pytest.mark.parametrize(
    ("old", "new", "field", "what"),
    [
        ("difficulty = 1\n", "difficulty = 11\n", "difficulty", "a whole number from 1 to 10"),
        ("difficulty = 1\n", "difficulty = 1.5\n", "difficulty", "a whole number from 1 to 10"),
        ("difficulty = 1\n", "difficulty = true\n", "difficulty", "a whole number from 1 to 10"),
        ('form = "write"', 'form = "rite"', "form", "is “write” meant?"),
        ('form = "write"', 'form = "write"\ntopic = "fears"', "topic", "the file’s name says it"),
    ],
)
def test_it_tells_dr_eve_which_line_of_a_step_to_look_at(
    folder: Path, old: str, new: str, field: str, what: str
) -> None:
    path = folder / FEARS
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    (problem,) = check(folder)
    assert (problem.file, problem.entry) == (FEARS, "step “fears_give_it_a_name”")
    assert problem.field == field
    assert what in problem.what
    with pytest.raises(ContentError):
        load_steps(folder, "en")


def test_it_takes_an_id_only_once_in_all_the_files_of_a_folder(folder: Path) -> None:
    goals = folder / "en/steps/goals.toml"
    text = goals.read_text("utf-8").replace("goals_one_for_today", "fears_give_it_a_name")
    goals.write_text(text, encoding="utf-8")
    (problem,) = check(folder)
    assert str(problem) == (
        "en/steps/goals.toml, step “fears_give_it_a_name”: another file has this id already"
    )


def test_it_says_which_file_of_a_folder_is_missing(folder: Path) -> None:
    (folder / FEARS).rename(folder / "en/steps/fear.toml")
    assert [str(problem) for problem in check(folder)] == [f"{FEARS}: the file is missing"]


def test_it_says_in_which_file_another_language_lacks_a_step(folder: Path) -> None:
    copytree(folder / "en", folder / "de")
    path = folder / "de/steps/fears.toml"
    text = path.read_text("utf-8").replace("fears_give_it_a_name", "fears_own_name")
    path.write_text(text, encoding="utf-8")
    assert [(problem.file, problem.entry) for problem in check(folder)] == [
        ("de/steps/fears.toml", "step “fears_give_it_a_name”"),
        ("de/steps/fears.toml", "step “fears_own_name”"),
    ]


def test_it_refuses_a_folder_without_the_field_its_files_are_named_for(folder: Path) -> None:
    guide = folder / "FIELDS.toml"
    text = guide.read_text("utf-8").replace('each = "topic"', 'each = "tropic"')
    guide.write_text(text, encoding="utf-8")
    (problem,) = check(folder)
    assert str(problem).startswith("FIELDS.toml, step, each: there is no field “tropic”")

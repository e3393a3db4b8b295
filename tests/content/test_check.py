"""Dr Eve edits the words. Whatever she mistypes, she reads where it is and what is wrong."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from nearer.content import ContentError, Problem, check, content_folder, load

Edit = Callable[[str, str, str], list[Problem]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(content_folder(), tmp_path / "content"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    def replace(file: str, old: str, new: str) -> list[Problem]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return check(folder)

    return replace


FEELINGS = "en/feelings.toml"
SAD = '[feeling.sad]\nword = "sad"\n'


def test_it_finds_nothing_wrong_with_the_words_as_they_are() -> None:
    assert check(content_folder()) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "what"),
    [
        (SAD, "[feeling.sad]\n", "word", "the line is missing. It says: The word itself"),
        (SAD, SAD + 'glos = "x"\n', "glos", "no such field; is “gloss” meant?"),
        (SAD, SAD + 'qqq = "x"\n', "qqq", "no such field"),
        (SAD, '[feeling.sad]\nword = " "\n', "word", "words in quotes belong here"),
        (SAD, "[feeling.sad]\nword = 3\n", "word", "words in quotes belong here"),
        (SAD, '[feeling.sad]\nword = "sad "\n', "word", "a space too many"),
        (SAD, f'[feeling.sad]\nword = "{"s" * 21}"\n', "word", "it has 21 letters; 20 fit"),
        (SAD, '[feeling.sad]\nword = "sad!"\n', "word", "does not raise its voice"),
        (SAD, '[feeling.sad]\nword = "Should cry"\n', "word", "“should” is not for Nearer"),
        ('family = "sadness"', 'family = "sadnes"', "family", "is “sadness” meant?"),
    ],
)
def test_it_tells_dr_eve_which_line_of_sad_to_look_at(
    edit: Edit, old: str, new: str, field: str, what: str
) -> None:
    first, *_ = edit(FEELINGS, old, new)
    assert (first.file, first.field) == (FEELINGS, field)
    assert first.entry == "feeling “sad”"
    assert what in first.what


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("energy = [2, 7]", "energy = [7, 2]", "two whole numbers from 0 to 10"),
        ("energy = [2, 7]", "energy = [2, 11]", "two whole numbers from 0 to 10"),
        ("energy = [2, 7]", "energy = [2.0, 7]", "two whole numbers from 0 to 10"),
        ("energy = [2, 7]", "energy = 2", "two whole numbers from 0 to 10"),
        ('body = ["tight_chest"', 'body = ["tight_chess"', "there is no body_cue “tight_chess”"),
        ('body = ["tight_chest", "tight_throat", "tears_near"]', 'body = "x"', "a list belongs"),
        ('"let_down", "rejected"', '"let_down", "let_down"', "in the list twice"),
        ('"let_down", "rejected"', '"let_down", "hurt"', "it names itself"),
        ('"let_down", "rejected"', '"let_down", "calm"', "“calm” is named here, but does not"),
        ("energy = [2, 7]", 'energy = [2, 7]\ncontrol = "maybe"', "“maybe” is not one of: yes, no"),
        ("energy = [2, 7]", "energy = [2, 7]\ncare = false", "only true belongs here"),
        ("norms = [", "norms = [0.5, ", "3 numbers from 1 to 9 belong here"),
    ],
)
def test_it_tells_dr_eve_what_may_stand_there(edit: Edit, old: str, new: str, what: str) -> None:
    said = [problem.what for problem in edit(FEELINGS, old, new)]
    assert any(what in one for one in said), said


@pytest.mark.parametrize("numbers", ["[0.5, 5, 5]", '[5, 5, "5"]', "[5, 5, true]", "5"])
def test_it_takes_only_three_numbers_for_norms(edit: Edit, numbers: str) -> None:
    problems = edit(FEELINGS, "energy = [2, 7]\nnorms", f"energy = [2, 7]\nnorms = {numbers} #")
    assert [problem.field for problem in problems] == ["norms"]


def test_it_takes_no_more_body_cues_than_fit(edit: Edit) -> None:
    (problem,) = edit(
        FEELINGS, 'body = ["tight_chest",', 'body = ["tight_jaw", "slow", "light", "buzzing",'
    )
    assert problem.what == "there are 6 in the list; 4 fit"


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (FEELINGS, SAD, '[feeling.sad]\nword = "sad\n', "it stops making sense"),
        (FEELINGS, SAD, SAD.replace("sad", "low", 1), "it stops making sense"),
        (FEELINGS, SAD, SAD.replace("sad]", "Sad]"), "an id is made of small letters"),
        (FEELINGS, "[family.hurt]", "[familie.hurt]", "no such table; is “family” meant?"),
        ("en/urges.toml", "[urge.going_quiet]", "x = 3\n[urge.going_quiet]", "no such table"),
        ("en/urges.toml", "[urge.going_quiet]", "[urge]", "it begins with a line [urge.label]"),
    ],
)
def test_it_tells_dr_eve_which_entry_is_out_of_place(
    edit: Edit, file: str, old: str, new: str, what: str
) -> None:
    problems = edit(file, old, new)
    assert problems
    assert problems[0].file == file
    assert what in problems[0].what


def test_it_takes_no_single_line_for_a_table(folder: Path) -> None:
    (folder / "en/reviews.toml").write_text("review = 3\n", encoding="utf-8")
    (problem,) = check(folder)
    assert str(problem) == "en/reviews.toml, review: it begins with a line [review.some_id]"


def test_it_takes_a_review_with_a_name_and_a_day(folder: Path) -> None:
    review = '[review.eve]\nfile = "feelings.toml"\nby = "Dr Eve"\non = '
    for day, right in (("2027-01-31", True), ('"soon"', False), ("2027-01-31T10:00:00", False)):
        (folder / "en/reviews.toml").write_text(f"{review}{day}\n", encoding="utf-8")
        problems = check(folder)
        assert (problems == []) is right
        assert right or "a day belongs here without quotes" in problems[0].what


def test_it_says_when_a_file_is_missing_or_not_text(folder: Path) -> None:
    (folder / "en/urges.toml").unlink()
    (folder / "en/triggers.toml").write_bytes(b"\xff\xfe")
    said = {problem.file: str(problem) for problem in check(folder)}
    assert said == {
        "en/urges.toml": "en/urges.toml: the file is missing",
        "en/triggers.toml": "en/triggers.toml: the file is not saved as UTF-8 text",
    }


def test_it_checks_every_language_and_nothing_else(folder: Path) -> None:
    copytree(folder / "en", folder / "de")
    wishes = folder / "de/requests.toml"
    wish = 'shown = "would like a hug, without many words"\n'
    wishes.write_text(wishes.read_text("utf-8").replace(wish, ""), encoding="utf-8")
    (folder / "Notes").mkdir()
    (folder / "draft.toml").write_text("?", encoding="utf-8")
    (problem,) = check(folder)
    assert (problem.file, problem.field) == ("de/requests.toml", "shown")


def test_it_does_not_hold_german_to_the_voice_of_english(folder: Path, edit: Edit) -> None:
    copytree(folder / "en", folder / "de")
    assert edit("de/urges.toml", 'label = "hiding"', 'label = "hiding!"') == []
    assert edit("en/urges.toml", 'label = "hiding"', 'label = "hiding!"') != []


def test_it_holds_german_to_the_ids_of_english(folder: Path, edit: Edit) -> None:
    copytree(folder / "en", folder / "de")
    said = [str(problem) for problem in edit("de/urges.toml", "[urge.hiding]", "[urge.fleeing]")]
    assert said == [
        "de/urges.toml, urge “hiding”: it is in en and missing here",
        "de/urges.toml, urge “fleeing”: it is here and missing in en",
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('[[table]]\nname = "family"', '[[table]\nname = "family"', "it stops making sense"),
        ('kind = "yes"', 'kind = "perhaps"', "Invalid enum value"),
        ('[[field]]\ntable = "urge"', '[[field]]\ntable = "wish"', "there is no table “wish”"),
        ('of = "body_cue"', 'of = "limb"', "there is no table “limb”"),
    ],
)
def test_it_says_when_the_guide_itself_is_wrong(edit: Edit, old: str, new: str, what: str) -> None:
    (problem,) = edit("FIELDS.toml", old, new)
    assert problem.file == "FIELDS.toml"
    assert what in problem.what


def test_it_uses_no_words_with_something_wrong_and_says_all_of_it(folder: Path, edit: Edit) -> None:
    edit(FEELINGS, SAD, '[feeling.sad]\nword = "sad!"\n')
    edit(FEELINGS, "energy = [2, 7]", "energy = [7, 2]")
    with pytest.raises(ContentError) as caught:
        load(folder, "en")
    assert len(caught.value.problems) == 2
    assert "en/feelings.toml, feeling “sad”, word: “!” is not for Nearer" in str(caught.value)

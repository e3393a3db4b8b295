"""Small steps: one is offered, it costs nothing to pass it over, and nothing is ever held up."""

import re
from uuid import UUID, uuid4

import pytest
from tests.cast import Cast
from tests.web.paths import masked, without_fresh_ids
from tests.web.walker import (
    FIRST,
    TAKE,
    kept_by,
    offered_to,
    page_of,
    skips,
    takes,
    tells,
    text_of,
    way_to,
)

from nearer.acts.tell_step import only_id
from nearer.content import steps
from nearer.core.moments import (
    ChosenStep,
    Expectation,
    StepOutcome,
    StepSkipped,
)
from nearer.web.rooms.steps.ladder import Ladder


def test_it_offers_ben_the_same_step_until_he_passes_it_over_without_a_word(cast: Cast) -> None:
    first = offered_to(cast.ben)
    assert {offered_to(cast.ben) for _ in range(3)} == {first}
    assert skips(cast.ben, first).headers["Location"] == "/steps/"
    second = offered_to(cast.ben)
    assert second != first
    skips(cast.ben, second)
    assert offered_to(cast.ben) not in {first, second}


def test_it_keeps_one_skip_for_two_taps(cast: Cast) -> None:
    record = uuid4()
    for _ in range(2):
        assert skips(cast.ben, FIRST, record).status_code == 302
    assert kept_by(cast.ben, StepSkipped) == [StepSkipped(step=FIRST)]


def test_it_says_why_this_one_and_shows_it_smaller_and_bigger(cast: Cast) -> None:
    page = page_of(cast.ben, "/steps/")
    assert "This one, because it is small." in page
    step = next(one for one in steps() if one.id == offered_to(cast.ben))
    for size in ("small", "middle", "large"):
        shown = page_of(cast.ben, f"/steps/?size={size}")
        assert text_of(step.text(size)) in text_of(shown.replace("&quot;", '"'))
        take = TAKE.search(shown)
        assert take
        assert take[1].endswith(f"?size={size}")
    assert "huge" not in page_of(cast.ben, "/steps/?size=huge")


def test_it_offers_cleo_who_is_alone_only_what_needs_nobody_else(cast: Cast) -> None:
    alone = {step.id for step in steps() if step.alone}
    for _ in range(6):
        step = offered_to(cast.cleo)
        assert step in alone
        skips(cast.cleo, step)
    assert "Two minutes side by side" in page_of(cast.cleo, "/steps/all/"), "to pick by herself"


def test_it_reads_a_safety_note_before_a_step_that_opens_something(cast: Cast) -> None:
    noted = next(step for step in steps() if step.safety)
    assert str(noted.safety) in text_of(page_of(cast.ben, way_to(cast.ben, noted.id)))


def test_it_puts_no_name_of_a_step_into_an_address(cast: Cast) -> None:
    """A browser lists where one was, for whoever looks at it later."""
    addresses = set(
        re.findall(
            r'(?:href|action|hx-post)="(/steps/[^"]*)"',
            "".join(page_of(cast.ben, url) for url in ("/steps/", "/steps/all/", way_to(cast.ben))),
        )
    )
    assert len(addresses) > len(steps())
    assert not [one for one in addresses for step in steps() if step.id in one]
    assert Ladder(cast.ben.log).key(FIRST) != Ladder(cast.ada.log).key(FIRST)


# Before and after


def test_it_keeps_what_ben_expects_with_a_copy_of_the_step(cast: Cast) -> None:
    there = takes(cast.ben)
    chosen = ChosenStep(FIRST, "emotions", "write", 1.0, "small")
    assert kept_by(cast.ben, Expectation) == [Expectation(step=chosen, likely=60)]
    page = page_of(cast.ben, there)
    assert "about 60 in 100" in text_of(page)
    assert 'data-field="fear"' in page
    assert "silly" not in page


def test_it_asks_for_nothing_but_the_tap(cast: Cast) -> None:
    form = cast.ben.sealed(cast.ben.side.own, {}) | {"size": "large"}
    assert cast.ben.post(way_to(cast.ben), form).status_code == 204
    (kept,) = kept_by(cast.ben, Expectation)
    assert (kept.step.size, kept.likely) == ("large", None)
    assert "in 100" not in text_of(page_of(cast.ben, f"/steps/taken/{form['record']}/"))


def test_it_keeps_one_step_for_two_clicks_and_two_tabs(cast: Cast) -> None:
    record = uuid4()
    for who in (cast.ben, cast.ben, cast.ben.again()):
        takes(who, record=record)
    assert len(kept_by(cast.ben, Expectation)) == 1


def test_it_keeps_one_outcome_for_two_clicks_and_never_asks_twice(cast: Cast) -> None:
    there = takes(cast.ben)
    for _ in range(2):
        assert tells(cast.ben, there).headers["HX-Redirect"] == there
    (kept,) = kept_by(cast.ben, StepOutcome)
    assert (kept.feared, kept.hard, kept.likely) == ("not", 2, 60)
    assert cast.ben.get(f"{there}tell/").headers["Location"] == there


def test_it_says_nothing_for_a_slider_that_ben_left_alone(cast: Cast) -> None:
    tells(cast.ben, takes(cast.ben), said=[])
    (kept,) = kept_by(cast.ben, StepOutcome)
    assert kept.hard is None


def test_it_takes_no_words_that_were_sealed_for_another_record(cast: Cast) -> None:
    there = takes(cast.ben)
    form = cast.ben.sealed(cast.ben.side.own, {"next": "again"}) | {"feared": "not"}
    assert cast.ben.post(f"{there}tell/", form).status_code == 404
    assert kept_by(cast.ben, StepOutcome) == []


@pytest.mark.parametrize(
    ("feared", "hard", "said"),
    [
        ("not", "2", "This time it did not come."),
        ("partly", "4", "Part of it came"),
        ("cannot_tell", "5", "That is an answer."),
        ("happened", "1", "Now you know what it is like"),
    ],
)
def test_it_says_something_true_and_small_and_never_praises(
    cast: Cast, feared: str, hard: str, said: str
) -> None:
    there = takes(cast.ben)
    tells(cast.ben, there, feared=feared, hard=hard)
    page = text_of(page_of(cast.ben, there))
    assert said in page
    for other in ("Well done", "Great", "proud", "streak", "%", "Old fear can come back"):
        assert other not in page
    assert "A pause is fine too" not in page_of(cast.ben, "/steps/")


def test_it_is_kind_after_a_rough_one_and_offers_a_smaller_one_next(cast: Cast) -> None:
    there = takes(cast.ben)
    tells(cast.ben, there, feared="happened", hard="9")
    page = text_of(page_of(cast.ben, there))
    for said in ("That was a hard one.", "Old fear can come back after it.", "Help now, by people"):
        assert said in page
    page = text_of(page_of(cast.ben, "/steps/"))
    for said in ("A pause is fine too", "because the last one was hard. It is smaller."):
        assert said in page


def test_it_brings_an_open_step_up_gently_first_and_lets_it_go_without_a_mark(cast: Cast) -> None:
    before = without_fresh_ids(masked(cast.ben.get("/steps/")))
    there = takes(cast.ben)
    assert "You took this one on" in page_of(cast.ben, "/steps/")
    assert "You took a small step" in page_of(cast.ben, "/today/")
    assert cast.ben.post(f"{there}remove/").headers["Location"] == "/steps/"
    assert without_fresh_ids(masked(cast.ben.get("/steps/"))) == before
    assert "You took a small step" not in page_of(cast.ben, "/today/")
    assert cast.ben.get(there).status_code == 404


def test_it_begins_a_plan_with_what_ben_would_do_a_next_time(cast: Cast) -> None:
    there = takes(cast.ben)
    tells(cast.ben, there)
    record = only_id(cast.ben.log, UUID(there.split("/")[-2]))
    assert f"/plans/new/?after={record}" in page_of(cast.ben, there)
    begun = f'data-from-record="{record}"'
    assert begun in page_of(cast.ben, f"/plans/new/?after={record}")
    assert begun not in page_of(cast.ada, f"/plans/new/?after={record}")
    for wrong in ("x", str(uuid4()), there.split("/")[-2]):
        assert "data-from-record" not in page_of(cast.ben, f"/plans/new/?after={wrong}")


# One's own

"""The English words: enough of them, for everyone, and none that Ada or Ben could trip over."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from nearer.content import content_folder, vocabulary
from nearer.content.guide import read_guide
from nearer.content.values import wrong_value
from nearer.core.feelings import Control, Cues, Direction, suggest
from nearer.core.feelings.suggest import SIDES, speaking_against
from nearer.core.moments import CheckIn, Letter, Moment, Reflection, Tried, decode, encode

if TYPE_CHECKING:
    from collections.abc import Collection

WORDS = vocabulary()
WITHDRAWAL = "numb withdrawn overwhelmed vulnerable guarded drained shut_down on_edge"
QUIET_AND_PLEASANT = "settled at_ease relieved safe calm peaceful rested content"


def test_it_has_seventy_to_a_hundred_words_in_eleven_families() -> None:
    assert 70 <= len(WORDS.feelings) <= 100
    assert len(WORDS.families) == 11
    assert all(7 <= len(words) <= 12 for words in WORDS.by_family.values())
    assert len({feeling.word for feeling in WORDS.feelings}) == len(WORDS.feelings)


@pytest.mark.parametrize("word", f"{WITHDRAWAL} {QUIET_AND_PLEASANT}".split())
def test_it_has_the_words_that_published_lists_miss(word: str) -> None:
    assert word in WORDS.feeling


def test_it_has_enough_quiet_words_that_are_pleasant() -> None:
    quiet = [f for f in WORDS.feelings if f.pleasantness == "pleasant" and f.energy[0] <= 2]
    assert len(quiet) >= 12


def test_it_gives_every_word_a_way_in_from_the_body_and_a_neighbour() -> None:
    assert all(feeling.body and feeling.neighbours for feeling in WORDS.feelings)
    used = {cue for feeling in WORDS.feelings for cue in feeling.body}
    assert used == {cue.id for cue in WORDS.body_cues}


def test_it_puts_no_two_families_into_the_same_words() -> None:
    for texts in (
        [feeling.gloss for feeling in WORDS.feelings],
        [family.gloss for family in WORDS.families],
        [cue.label for cue in WORDS.body_cues],
        [trigger.label for trigger in WORDS.triggers],
        [urge.label for urge in WORDS.urges],
        [request.shown for request in WORDS.requests],
    ):
        assert len(set(texts)) == len(texts)


def test_it_agrees_with_raters_on_which_words_are_pleasant() -> None:
    rated = [feeling for feeling in WORDS.feelings if feeling.norms]
    assert len(rated) >= 50
    for feeling in rated:
        assert feeling.norms
        if feeling.pleasantness == "pleasant":
            assert feeling.norms.valence > 5, feeling.word
        if feeling.pleasantness == "unpleasant":
            assert feeling.norms.valence < 5, feeling.word


def test_it_has_help_near_the_words_of_somebody_who_sees_no_way_out() -> None:
    assert WORDS.feeling["hopeless"].care
    assert WORDS.feeling["trapped"].care


def test_it_has_the_five_requests_of_a_letter_each_with_what_the_other_reads() -> None:
    assert list(WORDS.request) == ["just_listen", "ask_me", "hug", "later", "practical_help"]
    assert all(one.shown[0].islower() and one.shown[-1] != "." for one in WORDS.requests)
    assert all(one.asked[0].islower() and one.asked[-1] not in ".?" for one in WORDS.requests)


def test_it_offers_the_three_reasons_as_questions_and_five_old_hurts_in_one_word() -> None:
    assert len(WORDS.readings) == 3
    assert all(one.text.startswith("Could it be") and one.text[-1] == "?" for one in WORDS.readings)
    assert list(WORDS.hurt) == ["abandoned", "rejected", "betrayed", "ridiculed", "dismissed"]
    said = " ".join(one.text for one in WORDS.readings)
    assert not {"child", "childhood", "because", "always", "never"} & set(said.lower().split())


def test_it_lends_three_or_four_halves_of_a_plan_for_each_kind_of_moment() -> None:
    for halves in (WORDS.plan_cues, WORDS.plan_acts):
        for when in ("event", "place", "time"):
            assert 3 <= sum(half.when == when for half in halves) <= 4
        assert all(half.label[-1] != "." for half in halves)


def test_it_asks_both_sides_all_that_a_check_in_has() -> None:
    asked = set(WORDS.prompt)
    assert {"body", "feelings", "not_sure", "mixed", "own_word", "trigger", "note"} <= asked
    scales = {prompt.id for prompt in WORDS.prompts if prompt.low and prompt.high}
    assert scales == {"energy", "pleasantness", "in_control", "toward_away", "strength"}


def test_it_offers_seven_colours_to_somebody_who_says_only_that_it_hurts() -> None:
    offered = suggest(Cues(pleasantness=2), WORDS)
    assert len({offer.feeling.family for offer in offered}) == 7
    assert len({offer.feeling.family for offer in suggest(Cues(pleasantness=8), WORDS)}) == 4
    assert len({offer.feeling.family for offer in suggest(Cues(), WORDS)}) == 7
    assert len({offer.feeling.family for offer in suggest(Cues(energy=2), WORDS)}) >= 5


def test_it_has_several_words_for_whatever_ben_can_say_without_words() -> None:
    controls: tuple[Control | None, ...] = (None, "yes", "no")
    directions: tuple[Direction | None, ...] = (None, "toward", "away")
    everything = (
        Cues(energy=energy, pleasantness=pleasant, in_control=control, toward_away=direction)
        for energy, pleasant in product(range(0, 11, 2), range(11))
        for control, direction in product(controls, directions)
    )
    for cues in everything:
        offered = suggest(cues, WORDS)
        assert len(offered) >= 4, cues
        assert speaking_against(cues, offered[0].feeling) == 0, cues


def test_it_tells_anger_fear_and_shame_apart_where_two_axes_cannot() -> None:
    angry = suggest(Cues(pleasantness=2, energy=7, toward_away="toward"), WORDS)
    afraid = suggest(Cues(pleasantness=2, energy=7, in_control="no", toward_away="away"), WORDS)
    assert {offer.feeling.family for offer in angry[:2]} == {"anger"}
    assert "anger" not in {offer.feeling.family for offer in afraid}
    assert {"fear", "shame"} <= {offer.feeling.family for offer in afraid}


def test_it_can_be_offered_every_word_there_is() -> None:
    for feeling in WORDS.feelings:
        side = SIDES.get(feeling.pleasantness)
        cues = Cues(
            body=feeling.body,
            energy=sum(feeling.energy) // 2,
            pleasantness=side[0] + 2 if side else None,
            in_control=feeling.control,
            toward_away=feeling.direction,
            family=feeling.family,
        )
        offered = [offer.feeling for offer in suggest(cues, WORDS)]
        assert feeling in offered[:5], feeling.word


def test_it_has_ids_that_a_moment_can_hold() -> None:
    moments: list[Moment] = [Letter(request=request.id) for request in WORDS.requests]
    moments += [CheckIn(feelings=(f.id,), body=f.body) for f in WORDS.feelings]
    moments += [CheckIn(trigger=trigger.id) for trigger in WORDS.triggers]
    moments += [CheckIn(urge=urge.id) for urge in WORDS.urges]
    moments.append(
        Reflection(
            way="afraid",
            fears=tuple(WORDS.fear),
            readings=tuple(Tried(reading, "a_bit") for reading in WORDS.reading),
            hurts=tuple(WORDS.hurt),
        )
    )
    assert [decode(encode(moment)) for moment in moments] == moments


def test_it_gives_examples_in_the_guide_that_are_right() -> None:
    guide = read_guide(content_folder())
    ids: dict[str, Collection[str]] = {
        "family": WORDS.family,
        "feeling": WORDS.feeling,
        "body_cue": WORDS.body_cue,
        "request": WORDS.request,
        "excuse": ["said_no"],
        "word_list": [],
        "measure_item": ["csi_1", "csi_12", "csi_19", "csi_22"],
        "measure_answers": ["csi_how_much"],
    }
    for fields in guide.fields.values():
        for field in fields.values():
            assert wrong_value(field.example, field, ids) is None, field.name


def test_it_explains_every_file_to_a_lay_editor() -> None:
    folder = content_folder()
    readme = (folder / "README.md").read_text(encoding="utf-8")
    guide = read_guide(folder)
    assert all(f"en/{file}" in readme for file in guide.files)
    there = {path.relative_to(folder / "en").as_posix() for path in folder.rglob("en/**/*.toml")}
    assert there >= set(guide.files)

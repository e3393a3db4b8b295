"""The words as Ada finds them: by id, by family, by what is near."""

from tests.core.feelings.words import feeling, vocabulary

from nearer.core.feelings import (
    BodyCue,
    Family,
    Feeling,
    Prompt,
    Request,
    Trigger,
    Urge,
    Vocabulary,
)

SAD = feeling("sad", "hurt", neighbours=("low",))
LOW = feeling("low", "hurt", neighbours=("sad",))
SAFE = feeling("safe", "calm")


def test_it_finds_everything_by_its_id_and_nothing_by_another() -> None:
    cue = BodyCue(id="tight_chest", label="Tight chest", place="chest")
    trigger = Trigger(id="look", label="A look")
    urge = Urge(id="hiding", label="hiding", direction="away")
    request = Request(id="hug", label="A hug", shown="would like a hug", asked="give me a hug")
    prompt = Prompt(id="body", goes_quiet="What?", waits="What?")
    family = Family(id="hurt", label="hurt", gloss="", pleasantness="unpleasant")
    words = Vocabulary(
        language="en",
        families=(family,),
        feelings=(SAD,),
        body_cues=(cue,),
        triggers=(trigger,),
        urges=(urge,),
        requests=(request,),
        prompts=(prompt,),
    )
    assert words.feeling["sad"] is SAD
    assert words.family["hurt"] is family
    assert words.body_cue["tight_chest"] is cue
    assert words.trigger["look"] is trigger
    assert words.urge["hiding"] is urge
    assert words.request["hug"] is request
    assert words.prompt["body"] is prompt
    assert words.feeling.get("a word of last year") is None


def test_it_shows_ada_the_words_near_hers() -> None:
    assert vocabulary(SAD, LOW).near(SAD) == (LOW,)


def test_it_lets_families_take_turns() -> None:
    order: tuple[Feeling, ...] = vocabulary(SAD, LOW, SAFE).offered_order
    assert order == (SAD, SAFE, LOW)
    assert vocabulary(SAD, LOW, SAFE).by_family["hurt"] == (SAD, LOW)

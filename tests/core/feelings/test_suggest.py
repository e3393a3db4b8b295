"""Ben has no word for it yet: what he is offered, and why."""

from dataclasses import replace

from tests.core.feelings.words import feeling, vocabulary

from nearer.core.feelings import Cues, Reason, suggest

WORDS = vocabulary(
    feeling("hurt", "hurt", body=("tight_chest",), energy=(2, 7)),
    feeling("let_down", "hurt", energy=(2, 5)),
    feeling(
        "afraid", "fear", body=("tight_chest",), energy=(6, 10), control="no", direction="away"
    ),
    feeling("guarded", "fear", energy=(3, 6), control="yes", direction="away"),
    feeling("angry", "anger", body=("hot_face",), energy=(5, 9), direction="toward"),
    feeling("calm", "calm", body=("slow_breath",), energy=(1, 5), control="yes"),
    feeling("tender", "warm", energy=(1, 5), direction="toward", pleasantness="either"),
)


def offered(cues: Cues, limit: int = 7) -> list[str]:
    return [offer.feeling.word for offer in suggest(cues, WORDS, limit)]


def reasons(cues: Cues, word: str) -> set[tuple[str, str]]:
    (offer,) = [offer for offer in suggest(cues, WORDS) if offer.feeling.word == word]
    return {(reason.cue, reason.value) for reason in offer.because}


def test_it_offers_ben_something_of_everything_when_he_can_say_nothing() -> None:
    assert offered(Cues(), limit=4) == ["hurt", "calm", "afraid", "tender"]
    assert all(offer.because == () for offer in suggest(Cues(), WORDS))


def test_it_starts_from_bens_body() -> None:
    assert offered(Cues(body=("tight_chest",)))[:2] == ["hurt", "afraid"]
    (first, *_) = suggest(Cues(body=("tight_chest", "tight_chest")), WORDS)
    assert first.because == (Reason("body", "tight_chest"),)


def test_it_tells_anger_from_fear_by_where_it_pulls() -> None:
    toward = Cues(pleasantness=1, energy=8, toward_away="toward")
    assert offered(toward)[0] == "angry"
    assert "afraid" not in offered(toward)
    assert offered(replace(toward, toward_away="away"))[0] == "afraid"


def test_it_tells_fear_from_guarding_by_who_is_in_control() -> None:
    assert offered(Cues(in_control="no"))[0] == "afraid"
    assert offered(Cues(in_control="yes", pleasantness=2))[0] == "guarded"


def test_it_offers_nothing_pleasant_to_somebody_in_pain_but_what_can_be_both() -> None:
    in_pain = offered(Cues(pleasantness=1))
    assert "calm" not in in_pain
    assert in_pain[-1] == "tender"


def test_it_leaves_room_beside_a_place_on_a_scale() -> None:
    assert "calm" in offered(Cues(energy=7))
    assert "calm" not in offered(Cues(energy=8))
    assert "calm" in offered(Cues(pleasantness=4))
    assert "calm" not in offered(Cues(pleasantness=3))
    assert reasons(Cues(pleasantness=5), "calm") == set()


def test_it_stays_in_the_family_that_ben_picks() -> None:
    assert offered(Cues(family="fear")) == ["afraid", "guarded"]
    assert offered(Cues(family="fear", energy=1, pleasantness=9)) == ["guarded"]
    assert len(offered(Cues(family="a_family_nobody_knows"))) == 7


def test_it_says_why() -> None:
    cues = Cues(
        body=("tight_chest",),
        energy=9,
        pleasantness=1,
        in_control="no",
        toward_away="away",
        family="fear",
    )
    assert reasons(cues, "afraid") == {
        ("body", "tight_chest"),
        ("energy", "high"),
        ("pleasantness", "unpleasant"),
        ("in_control", "no"),
        ("toward_away", "away"),
        ("family", "fear"),
    }
    assert reasons(Cues(energy=4), "let_down") == {("energy", "middle")}
    assert reasons(Cues(energy=2, pleasantness=7), "calm") == {
        ("energy", "low"),
        ("pleasantness", "pleasant"),
    }


def test_it_offers_the_nearest_there_is_when_no_word_fits_all_of_it() -> None:
    everything_at_once = Cues(
        pleasantness=10, energy=9, in_control="no", toward_away="away", family="hurt"
    )
    assert offered(everything_at_once) == ["hurt"]


def test_it_offers_as_many_as_it_is_asked_for() -> None:
    assert [len(offered(Cues(), limit)) for limit in (0, 1, 7)] == [0, 1, 7]
    assert suggest(Cues(), vocabulary()) == ()

"""A small vocabulary that is easy to see through, and any vocabulary at all."""

from hypothesis import strategies as st

from nearer.core.feelings import Cues, Family, Feeling, Tone, Vocabulary

FAMILIES: dict[str, Tone] = {
    "hurt": "unpleasant",
    "fear": "unpleasant",
    "anger": "unpleasant",
    "calm": "pleasant",
    "warm": "pleasant",
}
BODY = ("tight_chest", "hot_face", "slow_breath", "numb_body")


def feeling(word: str, family: str, **more: object) -> Feeling:
    lines: dict[str, object] = {
        "id": word,
        "word": word,
        "family": family,
        "gloss": "",
        "wants": "",
        "body": (),
        "neighbours": (),
        "energy": (0, 10),
        "pleasantness": FAMILIES[family],
    }
    return Feeling(**(lines | more))  # type: ignore[arg-type]


def vocabulary(*feelings: Feeling) -> Vocabulary:
    families = tuple(
        Family(id=name, label=name, gloss="", pleasantness=tone) for name, tone in FAMILIES.items()
    )
    return Vocabulary(language="en", families=families, feelings=feelings)


ends = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda two: (min(two), max(two)))
controls = st.sampled_from([None, "yes", "no"])
directions = st.sampled_from([None, "toward", "away"])


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Up to ten words that may be anything, and so may contradict whatever is said."""
    return vocabulary(
        *(
            feeling(
                f"word_{number}",
                draw(st.sampled_from(sorted(FAMILIES))),
                body=tuple(draw(st.sets(st.sampled_from(BODY)))),
                energy=draw(ends),
                pleasantness=draw(st.sampled_from(["unpleasant", "pleasant", "either"])),
                control=draw(controls),
                direction=draw(directions),
            )
            for number in range(draw(st.integers(1, 10)))
        )
    )


bodies = st.lists(st.sampled_from([*BODY, "a_cue_nobody_knows"]), unique=True).map(tuple)
scale = st.none() | st.integers(0, 10)
families = st.none() | st.sampled_from([*sorted(FAMILIES), "a_family_nobody_knows"])
all_cues = st.builds(
    Cues,
    body=bodies,
    energy=scale,
    pleasantness=scale,
    in_control=controls,
    toward_away=directions,
    family=families,
)

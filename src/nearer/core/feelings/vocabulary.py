"""The words that can be offered, as their language's content folder has them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import zip_longest
from typing import Literal, Protocol, TypeVar

from msgspec import Struct

from nearer.core.feelings.cues import Control, Direction

Tone = Literal["unpleasant", "pleasant", "either"]


class Norms(Struct, frozen=True):
    """Mean ratings of a word, each 1 to 9, from the Glasgow Norms (Scott et al. 2019, CC BY).

    For checking that the list covers the space. Nothing is worked out from them for a person:
    raters agree on valence (SD 1.2) and hardly on the other two (SD 2).
    """

    valence: float
    arousal: float
    dominance: float


class Family(Struct, frozen=True, kw_only=True):
    """Words that belong together."""

    id: str
    label: str
    gloss: str
    pleasantness: Tone


class Feeling(Struct, frozen=True, kw_only=True):
    """One word. `control` and `direction` are there only where they are decisive for the word.

    `energy` is where people mostly place it, 0 to 10, both ends included: an aid for finding the
    word, never a claim about the person who picks it. `care`: once picked, help is shown nearby.
    """

    id: str
    word: str
    family: str
    gloss: str
    body: tuple[str, ...]
    wants: str
    neighbours: tuple[str, ...]
    energy: tuple[int, int]
    pleasantness: Tone
    control: Control | None = None
    direction: Direction | None = None
    care: bool = False
    norms: Norms | None = None


class BodyCue(Struct, frozen=True, kw_only=True):
    """Something a body notices, and where in the body it is."""

    id: str
    label: str
    place: str


class Trigger(Struct, frozen=True, kw_only=True):
    """Something that may have set it off."""

    id: str
    label: str


class Urge(Struct, frozen=True, kw_only=True):
    """What one feels like doing, and whether that goes toward the other or away."""

    id: str
    label: str
    direction: Direction | None = None


class Shown(Struct, frozen=True, kw_only=True):
    """A sign, or a request: `label` is what its writer picks, `shown` what the other reads.

    `shown` goes on from a name: "Ada" + "would like you just to listen".
    """

    id: str
    label: str
    shown: str


class Request(Shown, frozen=True, kw_only=True):
    """What would help. `asked` goes on from "Would you": "just listen"."""

    asked: str


class Line(Struct, frozen=True, kw_only=True):
    """Something short to pick that reads the same to everyone who sees it."""

    id: str
    label: str


class Meanwhile(Struct, frozen=True, kw_only=True):
    """Something to do in a pause: in a few words, and how."""

    id: str
    label: str
    text: str


class Reading(Struct, frozen=True, kw_only=True):
    """One way to read one's own silence: in a few words, and as a question to try on."""

    id: str
    label: str
    text: str


class Hurt(Struct, frozen=True, kw_only=True):
    """An old hurt in one word, and what it was like. The story is nobody's to ask for."""

    id: str
    label: str
    gloss: str


class PlanHalf(Struct, frozen=True, kw_only=True):
    """Half of an "if … then I will …" to borrow, and the kind of moment it goes with."""

    id: str
    when: Literal["event", "place", "time"]
    label: str


class PauseTalk(Struct, frozen=True, kw_only=True):
    """A sentence for a letter about how the pauses go, and the answer it goes with."""

    id: str
    how: Literal["help", "too_long", "left_alone"]
    label: str


class Prompt(Struct, frozen=True, kw_only=True):
    """What a check-in asks, put to each side; `low` and `high` name the ends of a slider."""

    id: str
    goes_quiet: str
    waits: str
    low: str | None = None
    high: str | None = None


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


class Vocabulary(Struct, frozen=True, kw_only=True, dict=True):
    """Everything a check-in and a letter can be made of, in the order of the content files.

    Looking something up by an id that is not there gives None: what was kept outlives the list.
    """

    language: str
    families: tuple[Family, ...]
    feelings: tuple[Feeling, ...]
    body_cues: tuple[BodyCue, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    urges: tuple[Urge, ...] = ()
    requests: tuple[Request, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    signs: tuple[Shown, ...] = ()
    pause_lines: tuple[Line, ...] = ()
    pause_reasons: tuple[Line, ...] = ()
    meanwhile: tuple[Meanwhile, ...] = ()
    first_sentences: tuple[Line, ...] = ()
    pause_talks: tuple[PauseTalk, ...] = ()
    fears: tuple[Line, ...] = ()
    readings: tuple[Reading, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    smaller_things: tuple[Line, ...] = ()
    plan_cues: tuple[PlanHalf, ...] = ()
    plan_acts: tuple[PlanHalf, ...] = ()

    @cached_property
    def feeling(self) -> Mapping[str, Feeling]:
        """Every feeling by its id."""
        return _by_id(self.feelings)

    @cached_property
    def family(self) -> Mapping[str, Family]:
        """Every family by its id."""
        return _by_id(self.families)

    @cached_property
    def body_cue(self) -> Mapping[str, BodyCue]:
        """Every body cue by its id."""
        return _by_id(self.body_cues)

    @cached_property
    def trigger(self) -> Mapping[str, Trigger]:
        """Every trigger by its id."""
        return _by_id(self.triggers)

    @cached_property
    def urge(self) -> Mapping[str, Urge]:
        """Every urge by its id."""
        return _by_id(self.urges)

    @cached_property
    def request(self) -> Mapping[str, Request]:
        """Every request by its id."""
        return _by_id(self.requests)

    @cached_property
    def prompt(self) -> Mapping[str, Prompt]:
        """Every prompt by its id."""
        return _by_id(self.prompts)

    @cached_property
    def sign(self) -> Mapping[str, Shown]:
        """Every sign by its id."""
        return _by_id(self.signs)

    @cached_property
    def pause_line(self) -> Mapping[str, Line]:
        """Every line of a pause by its id."""
        return _by_id(self.pause_lines)

    @cached_property
    def borrowed(self) -> Mapping[str, Line | PauseTalk]:
        """Every sentence that a letter can begin with, by its id."""
        return _by_id((*self.first_sentences, *self.smaller_things, *self.pause_talks))

    @cached_property
    def fear(self) -> Mapping[str, Line]:
        """Every fear by its id."""
        return _by_id(self.fears)

    @cached_property
    def reading(self) -> Mapping[str, Reading]:
        """Every reading by its id."""
        return _by_id(self.readings)

    @cached_property
    def hurt(self) -> Mapping[str, Hurt]:
        """Every old hurt by its id."""
        return _by_id(self.hurts)

    @cached_property
    def by_family(self) -> Mapping[str, tuple[Feeling, ...]]:
        """The feelings of each family, in the family's own order."""
        return {
            family.id: tuple(word for word in self.feelings if word.family == family.id)
            for family in self.families
        }

    @cached_property
    def offered_order(self) -> tuple[Feeling, ...]:
        """All feelings, as varied as can be: the first of each family, then the second, and on.

        Families take turns, one unpleasant and one pleasant as long as there are both, so that
        the first few words are never all of one colour.
        """
        pleasant = [family.id for family in self.families if family.pleasantness == "pleasant"]
        others = [family.id for family in self.families if family.id not in pleasant]
        in_turn = _take_turns((others, pleasant))
        return tuple(_take_turns([self.by_family[family] for family in in_turn]))

    def near(self, feeling: Feeling) -> tuple[Feeling, ...]:
        """The words next to this one."""
        return tuple(self.feeling[word] for word in feeling.neighbours)


def _by_id(things: Iterable[T]) -> Mapping[str, T]:
    return {thing.id: thing for thing in things}


A = TypeVar("A")


def _take_turns(rows: Iterable[Iterable[A]]) -> list[A]:
    """The first of each row, then the second of each, and so on."""
    return [thing for turn in zip_longest(*rows) for thing in turn if thing is not None]

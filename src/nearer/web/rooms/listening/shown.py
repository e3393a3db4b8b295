"""What a page of a round shows, for the one who looks at it or holds the phone."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from nearer.acts import listen
from nearer.acts.listen import Running
from nearer.acts.pull_back import running_pauses
from nearer.content import listening
from nearer.core.listening import MOST_TURNS, Prompt, Side, may, waits_for
from nearer.core.moments import ListeningMove
from nearer.store.log import Entry, OpenSpace
from nearer.web.here import Here
from nearer.web.rooms.listening.forms import FIELDS

WRITES = {"speaking": "said", "again": "again", "paraphrase": "heard", "validate": "sense"}
"""The move that is written in each phase, or said aloud."""


@dataclass(frozen=True)
class Words:
    """Something that was written in this round, or said aloud: then `entry` has no words."""

    name: str
    mine: bool
    what: str
    entry: Entry

    @property
    def field(self) -> str:
        """The field of its words."""
        return FIELDS.get(self.what, "missing")


@dataclass(frozen=True)
class Shown:
    """A running round as one person sees it."""

    here: Here
    round: Running
    held: bool
    """Whether whoever holds the one phone has said that they have it."""

    @property
    def phase(self) -> str:
        """Which screen it is."""
        return self.round.state.phase

    @cached_property
    def prompt(self) -> Prompt:
        """What this screen says."""
        sits = self.phase == "ready" and self.round.state.speaker is None
        return listening().prompt["ready_to_sit" if sits else self.phase]

    @property
    def asked(self) -> Prompt:
        """What the one who invites would like."""
        return listening().prompt[self.round.asked.way]

    @property
    def acts(self) -> bool:
        """Whether this one can go on; else they wait for the other."""
        return waits_for(self.round.state, self.round.side) is None

    @property
    def may(self) -> frozenset[str]:
        """What this one can do."""
        return frozenset(may(self.round.state, self.round.side))

    @property
    def writes(self) -> str:
        """The move that this one writes here, or says aloud; "" for none."""
        return WRITES.get(self.phase, "") if self.round.state.speaker and self._is_turn else ""

    @property
    def _is_turn(self) -> bool:
        return self.acts and WRITES.get(self.phase, "") in self.may

    @property
    def has_a_form(self) -> bool:
        """Whether there is something on this screen to write in, which nothing may take away."""
        return bool(self.writes) or (self.phase == "checking" and self.acts)

    @property
    def hands_over(self) -> bool:
        """Whether the one phone goes to the other first."""
        state = self.round.state
        passed = self.round.is_on_one_phone and self.round.side != state.last
        return passed and not self.held and not state.is_done

    @property
    def other_name(self) -> str:
        """What the other one of the two is called, from where this one stands."""
        return self.name_of("other" if self.round.side == "one" else "one")

    @property
    def my_name(self) -> str:
        """Who looks at this, or holds the phone."""
        return self.name_of(self.round.side)

    def name_of(self, side: Side) -> str:
        """A name for that side; the other one of somebody who is alone here has none."""
        author = self.round.entry.author == self.here.person.id
        if (side == "one") == author:
            return self.here.person.name
        return self.here.partner.name if self.here.partner else _("The other one")

    @property
    def key(self) -> str:
        """Stands for what this screen shows: while it is the same, an open page stays as it is.

        At the end it is the same whether or not the other one has answered.
        """
        state = self.round.state
        at = f"keeping-{state.has_answered(self.round.side)}" if self.phase == "keeping" else ""
        if self.round.is_on_one_phone or not at:
            at = str(state.number)
        paused = "-paused" if self.paused_until else ""
        return f"{self.round.id}-{at}{'-held' if self.held else ''}{paused}"

    @cached_property
    def paused_until(self) -> datetime | None:
        """When the other is back, who is in a pause: the round can wait."""
        if self.round.is_on_one_phone:
            return None
        pauses = running_pauses(self.here.log, now=self.here.now)
        for who, pause in pauses.items():
            if who != self.here.person.id and pause.state == "running":
                return pause.until
        return None

    @property
    def record(self) -> UUID:
        """The id of the move that is written here."""
        round_ = self.round
        return listen.move_id(self.here.log, round_.space, round_.id, round_.state.number)

    @property
    def was(self) -> str:
        """What to say once it is over: see `end`."""
        if self.phase in ("invited", "keeping"):
            return self.phase
        return "talk" if self.round.state.speaker else "sit"

    @property
    def can_swap(self) -> bool:
        """Whether there is another turn."""
        return self.round.state.turn < MOST_TURNS

    # ---- Words ----

    @property
    def words(self) -> list[Words]:
        """What was said so far that this screen is about."""
        state = self.round.state
        newest = self.round.move(state.number - 1)
        about = {
            "paraphrase": [self.round.move(state.said), newest],
            "checking": [newest],
            "validate": [self.round.move(state.said)],
            "between": [newest],
        }
        shown = [one for one in about.get(self.phase, []) if one is not None]
        once = {one.id: one for one in shown}.values()
        return [self._words(one) for one in once if self._tells(one)]

    @staticmethod
    def _tells(entry: Entry) -> bool:
        """Whether there is something to say of it: what was missing may be nothing."""
        what = entry.moment.what if isinstance(entry.moment, ListeningMove) else ""
        return what in FIELDS or bool(entry.words)

    def _words(self, entry: Entry) -> Words:
        assert isinstance(entry.moment, ListeningMove)  # noqa: S101 - a round's moves
        mine = (
            entry.moment.side == self.round.side
            if self.round.is_on_one_phone
            else entry.author == self.here.person.id
        )
        name = self.my_name if mine else self.other_name
        return Words(name, mine, entry.moment.what, entry)

    # ---- At the end, on one phone ----

    @property
    def kept_space(self) -> OpenSpace:
        """Where the words go that both want to keep: to the couple, or else to oneself."""
        return listen.places(self.here.log)[-1]

    @property
    def kept_record(self) -> UUID:
        """The id under which they would be kept."""
        return listen.kept_id(self.here.log, self.kept_space, self.round.id)

    @property
    def to_keep(self) -> list[dict[str, object]]:
        """What comes along, by the name it would be kept under."""
        carried = []
        for part, entry in self.round.whole:
            field = self._words(entry).field
            carried.append({"name": f"{field}_{part.turn}", "entry": entry, "field": field})
        return carried

    # ---- The timer ----

    @property
    def seconds(self) -> int:
        """How long a turn is."""
        return self.round.asked.minutes * 60

    @property
    def gone(self) -> int:
        """Seconds since the turn began, by the server's clock."""
        since = (self.here.now - self.round.state.since).total_seconds()
        return min(max(int(since), 0), self.seconds)

    @property
    def left(self) -> int:
        """Seconds until the time is over; 0 when it is."""
        return self.seconds - self.gone


def end(was: str) -> str:
    """One kind sentence for the end of a round, by where the page was. It blames nobody."""
    ends = {
        "invited": _("Not this time, and that’s all right. Another day is as good."),
        "talk": _("The round is over. What was said in it stays between you two."),
        "sit": _("You two sat together. That is enough."),
        "keeping": _("The round is over, and nothing of it was kept. That takes both."),
        "kept": _("You both kept it. It is here for as long as you both want it."),
    }
    return ends.get(was, "")

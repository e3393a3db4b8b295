"""The parts of a week, in their order: what each is called, and whose words go there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nearer.content import weekly
from nearer.core.letters import Shown
from nearer.core.moments import WeeklyDraft, WeeklyShown
from nearer.store.log import Entry

ANSWERS = ("answer_1", "answer_2", "answer_3")


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part. `name` is the field of its words; `entry` whose words they are, if any."""

    name: str
    label: str
    entry: Entry | None = None
    kept_back: bool = False


@dataclass(frozen=True, slots=True)
class Both:
    """One part as both have it; either may have nothing there."""

    label: str
    mine: PartShown | None
    theirs: PartShown | None


def label_of(question: str) -> str:
    """A question in words; one that has left the content keeps its id as its words."""
    found = weekly().question.get(question)
    return found.label if found else question.replace("_", " ")


def parts(questions: Sequence[str], entry: Entry | None = None) -> list[PartShown]:
    """All parts of a week that asks these questions."""
    moment = entry.moment if entry else None
    back = moment.kept_back if isinstance(moment, WeeklyDraft) else ()
    named = [
        ("good", _("A good thing this week")),
        *zip(ANSWERS, map(label_of, questions), strict=False),
        ("hard", _("A hard thing this week")),
        ("request", _("One request for the week")),
    ]
    return [PartShown(name, label, entry, name in back) for name, label in named]


def of_entry(entry: Entry | None) -> list[PartShown]:
    """The parts of what somebody wrote; none where there is nothing to be read.

    Nothing is the same whether all was kept back, left empty, or taken back unread.
    """
    if entry is None or not entry.words:
        return []
    assert isinstance(entry.moment, WeeklyDraft | WeeklyShown)  # noqa: S101 - its readers pick it
    return parts(entry.moment.questions, entry)


def both(mine: Shown[Entry] | None, theirs: Shown[Entry] | None) -> list[Both]:
    """The parts of a week side by side, in the order in which they were asked."""
    of_mine = {part.label: part for part in of_entry(mine.entry if mine else None)}
    of_theirs = {part.label: part for part in of_entry(theirs.entry if theirs else None)}
    asked: list[str] = []
    for one in (mine, theirs):
        if one and one.entry and isinstance(one.entry.moment, WeeklyShown):
            asked += [part.label for part in parts(one.entry.moment.questions)]
    return [Both(label, of_mine.get(label), of_theirs.get(label)) for label in dict.fromkeys(asked)]

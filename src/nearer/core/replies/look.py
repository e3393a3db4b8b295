"""Look at the draft of a reply: what works in it, and what may sting.

This is the reference. In the product the browser does it (`web/static/reply/`), beside the words
and with the same results: a draft is read by nobody else.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import Struct

from nearer.core.moments.reply import PARTS, Part
from nearer.core.replies.pattern import to_one_regex, to_regex
from nearer.core.replies.rules import Reach, ReplyRules
from nearer.core.replies.sentences import Sentence, sentences

MOST_REMARKS = 2
"""More than two at once is a list of faults, and nobody answers kindly after reading one."""

MOST_WORKS = 2

TURNING = "turning"
"""The list of words after which what excused no longer does."""

OPENINGS: Mapping[Part, str] = {"heard": " i heard", "sense": " it makes sense because"}
"""What stands before the first words of a part, on the page: "you never sleep" is heard there."""


class ReadyRule(Struct, frozen=True):
    """A rule with its expressions: where it may sting, and where it does not."""

    id: str
    finds: str
    unless: str
    heeds: tuple[str, ...]


class ReadyExcuse(Struct, frozen=True):
    """What excepts, with its expression."""

    finds: str
    reach: Reach


class ReadyWorks(Struct, frozen=True):
    """Something that works, with its expression."""

    id: str
    finds: str
    part: Part | None


class Ready(Struct, frozen=True):
    """The rules as they run, here and in a browser. `turning` finds a “but”."""

    rules: tuple[ReadyRule, ...]
    excuses: dict[str, ReadyExcuse]
    works: tuple[ReadyWorks, ...]
    spellings: dict[str, str]
    turning: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One rule that a draft breaks: in which part, and the words of it from `start` to `end`."""

    rule: str
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Look:
    """What works, best first, and what may sting, in the order of the rules. Nothing is cut."""

    works: tuple[str, ...]
    remarks: tuple[Remark, ...]

    @property
    def shown(self) -> tuple[Remark, ...]:
        """At most two remarks, about different words, in the order of the draft."""
        shown: list[Remark] = []
        for remark in self.remarks:
            if len(shown) < MOST_REMARKS and not any(_overlap(remark, one) for one in shown):
                shown.append(remark)
        return tuple(sorted(shown, key=lambda one: (PARTS.index(one.part), one.start)))


def make_ready(rules: ReplyRules) -> Ready:
    """The rules as expressions. Raises PatternError for a pattern that cannot be read."""
    lists = rules.words
    return Ready(
        rules=tuple(
            ReadyRule(
                rule.id,
                to_one_regex(rule.patterns, lists),
                to_one_regex(rule.unless, lists),
                rule.heeds,
            )
            for rule in rules.rules
        ),
        excuses={
            one.id: ReadyExcuse(to_one_regex(one.patterns, lists), one.reach)
            for one in rules.excuses
        },
        works=tuple(
            ReadyWorks(one.id, to_one_regex(one.patterns, lists), one.part) for one in rules.works
        ),
        spellings={one.id: one.stands_for for one in rules.spellings},
        turning=to_regex(f"@{TURNING}", lists) if TURNING in lists else "(?!)",
    )


def look(parts: Mapping[Part, str], ready: Ready) -> Look:
    """Look at a draft: the text of each part by its name, in their order."""
    read = {part: tuple(_read(part, text, ready)) for part, text in parts.items()}
    whole = [sentence for inside in read.values() for sentence in inside]
    remarks = tuple(remark for rule in ready.rules for remark in _breaks(rule, read, ready))
    stung = {remark.part for remark in remarks}
    written = {part for part, inside in read.items() if inside}
    works = tuple(
        one.id
        for one in ready.works
        if one.part in written - stung
        or any(re.search(one.finds, sentence.before + sentence.words) for sentence in whole)
    )
    return Look(works, remarks)


def _read(part: Part, text: str, ready: Ready) -> Iterator[Sentence]:
    """The sentences of a part; the first knows what stands before it on the page."""
    for place, sentence in enumerate(sentences(text, ready.spellings)):
        yield replace(sentence, before=OPENINGS.get(part, "")) if place == 0 else sentence


def _breaks(
    rule: ReadyRule, read: Mapping[Part, tuple[Sentence, ...]], ready: Ready
) -> Iterator[Remark]:
    """The first place in which the draft breaks this rule, if there is one."""
    excuses = [ready.excuses[one] for one in rule.heeds]
    before = [one.finds for one in excuses if one.reach == "before"]
    for_all = [one.finds for one in excuses if one.reach == "sentence"] + [rule.unless]
    for_draft = [one.finds for one in excuses if one.reach == "draft"]
    whole = [sentence for inside in read.values() for sentence in inside]
    if any(re.search(finds, one.words) for finds in for_draft for one in whole):
        return
    for part, inside in read.items():
        for sentence in inside:
            if any(re.search(finds, sentence.words) for finds in for_all):
                continue
            excused = _Excused(sentence, before, ready.turning)
            for found in re.finditer(rule.finds, sentence.words):
                if not excused.at(found.start()):
                    yield Remark(rule.id, part, *sentence.span(found.start(), found.end()))
                    return


class _Excused:
    """Where in a sentence something is excused: after an excuse, as long as no “but” follows it."""

    def __init__(self, sentence: Sentence, before: Sequence[str], turning: str) -> None:
        text = sentence.before + sentence.words
        self._offset = len(sentence.before)
        self._turns = [found.start() for found in re.finditer(turning, text)]
        self._excuses = sorted(
            found.start() for finds in before for found in re.finditer(finds, text)
        )

    def at(self, start: int) -> bool:
        """Whether what begins here is excused: an excuse may begin with it, a “but” may not."""
        here = self._offset + start
        excuses = bisect_right(self._excuses, here)
        turns = bisect_left(self._turns, here)
        return excuses > 0 and (turns == 0 or self._excuses[excuses - 1] > self._turns[turns - 1])


def _overlap(one: Remark, other: Remark) -> bool:
    return one.part == other.part and one.start < other.end and other.start < one.end

"""From what stands in a language's files to core's types."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from nearer.content.check import read_language
from nearer.content.guide import read_guide
from nearer.content.problems import ContentError
from nearer.core.feelings import (
    BodyCue,
    Family,
    Feeling,
    Hurt,
    Line,
    Meanwhile,
    PauseTalk,
    PlanHalf,
    Prompt,
    Reading,
    Request,
    Shown,
    Trigger,
    Urge,
    Vocabulary,
)

T = TypeVar("T", bound=msgspec.Struct)


def load(folder: Path, language: str) -> Vocabulary:
    """The words of one language. Raises ContentError with everything that is wrong with them."""
    guide = read_guide(folder)
    entries, problems = read_language(folder, language, guide)
    if problems:
        raise ContentError(problems)
    families = entries["family"]
    feelings = {
        one: _feeling(lines, families[lines["family"]]) for one, lines in entries["feeling"].items()
    }
    return Vocabulary(
        language=language,
        families=_all(families, Family),
        feelings=_all(feelings, Feeling),
        body_cues=_all(entries["body_cue"], BodyCue),
        triggers=_all(entries["trigger"], Trigger),
        urges=_all(entries["urge"], Urge),
        requests=_all(entries["request"], Request),
        prompts=_all(entries["prompt"], Prompt),
        signs=_all(entries["sign"], Shown),
        pause_lines=_all(entries["pause_line"], Line),
        pause_reasons=_all(entries["pause_reason"], Line),
        meanwhile=_all(entries["meanwhile"], Meanwhile),
        first_sentences=_all(entries["first_sentence"], Line),
        pause_talks=_all(entries["pause_talk"], PauseTalk),
        fears=_all(entries["fear"], Line),
        readings=_all(entries["reading"], Reading),
        hurts=_all(entries["hurt"], Hurt),
        smaller_things=_all(entries["smaller"], Line),
        plan_cues=_all(entries["plan_cue"], PlanHalf),
        plan_acts=_all(entries["plan_act"], PlanHalf),
    )


def _all(entries: Mapping[str, Mapping[str, Any]], struct: type[T]) -> tuple[T, ...]:
    """Each entry with its id, in the order of the file."""
    return tuple(msgspec.convert({"id": one, **lines}, struct) for one, lines in entries.items())


def _feeling(lines: Mapping[str, Any], family: Mapping[str, Any]) -> Mapping[str, Any]:
    """A feeling with its family's pleasantness unless it has its own, and its norms by name."""
    whole = {"pleasantness": family["pleasantness"], **lines}
    if "norms" in lines:
        whole["norms"] = dict(zip(("valence", "arousal", "dominance"), lines["norms"], strict=True))
    return whole

"""Template filters that turn ids of `content/` and seen moments into words."""

from django import template
from django.utils.translation import gettext as _

from nearer.core.feelings import Family, Feeling, Vocabulary
from nearer.core.letters import SeenLetter
from nearer.core.moments import CheckIn
from nearer.store.log import Entry
from nearer.store.models import Person

register = template.Library()


@register.filter
def word_for(feeling: str, vocabulary: Vocabulary) -> str:
    """The word of a feeling. One that has left the vocabulary keeps its id as its word."""
    found = vocabulary.feeling.get(feeling)
    return found.word if found else feeling.replace("_", " ")


@register.filter
def request_line(request: str, vocabulary: Vocabulary) -> str:
    """What the other reads of a request, to stand after the writer's name."""
    found = vocabulary.request.get(request)
    return found.shown if found else ""


@register.filter
def asked_line(request: str | None, vocabulary: Vocabulary) -> str:
    """A request as a question, to stand after "Would you"."""
    found = vocabulary.request.get(request or "")
    return found.asked if found else ""


@register.filter
def gloss_for(feeling: str, vocabulary: Vocabulary) -> str:
    """One line about a feeling."""
    found = vocabulary.feeling.get(feeling)
    return found.gloss if found else ""


@register.filter
def near_help(feelings: tuple[str, ...] | str | None, vocabulary: Vocabulary) -> bool:
    """Whether one of these feelings is a word beside which help is shown."""
    named = (feelings,) if isinstance(feelings, str) else feelings or ()
    found = (vocabulary.feeling.get(feeling) for feeling in named)
    return any(feeling is not None and feeling.care for feeling in found)


@register.filter
def body_word(cue: str, vocabulary: Vocabulary) -> str:
    """What a body notices, in words."""
    found = vocabulary.body_cue.get(cue)
    return found.label if found else ""


@register.filter
def trigger_word(trigger: str, vocabulary: Vocabulary) -> str:
    """What may have set it off, in words."""
    found = vocabulary.trigger.get(trigger)
    return found.label if found else ""


@register.filter
def urge_word(urge: str, vocabulary: Vocabulary) -> str:
    """What one felt like doing, in words."""
    found = vocabulary.urge.get(urge)
    return found.label if found else ""


@register.filter
def day_part_word(part: str) -> str:
    """A part of the day."""
    words = {
        "night": _("At night"),
        "morning": _("In the morning"),
        "afternoon": _("In the afternoon"),
        "evening": _("In the evening"),
    }
    return words[part]


@register.filter
def words_of(family: Family, vocabulary: Vocabulary) -> tuple[Feeling, ...]:
    """The feelings of a family."""
    return vocabulary.by_family[family.id]


@register.filter
def has_any(words: tuple[Feeling, ...], chosen: tuple[str, ...] | None) -> bool:
    """Whether one of these feelings is chosen already."""
    return any(word.id in (chosen or ()) for word in words)


@register.filter
def check_in_line(check_in: CheckIn, vocabulary: Vocabulary) -> str:
    """A check-in in a few words."""
    words = [word_for(feeling, vocabulary) for feeling in check_in.feelings]
    if check_in.own_word:
        words.append(_("a word of your own"))
    if not words:
        return _("Not sure yet")
    named = ", ".join(words)
    return named if check_in.certainty != "not_sure" else _("Maybe %(words)s") % {"words": named}


@register.filter
def letter_line(seen: SeenLetter[Entry], partner: Person | None) -> str:
    """A letter in a few words, as the one who looks may know it."""
    name = partner.name if partner else _("the other one")
    if seen.state == "removed":
        return _("A letter, removed")
    if seen.mine:
        return _("Your letter, answered") if seen.state == "answered" else _("Your letter")
    if seen.state == "waiting":
        return _("A letter from %(name)s waits") % {"name": name}
    return _("A letter from %(name)s") % {"name": name}


@register.filter
def words_list(text: str) -> list[str]:
    """A literal list in a template: "a b c" as three."""
    return text.split()

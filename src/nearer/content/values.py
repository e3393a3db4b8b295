"""What may stand in one line, and in words what is wrong with what stands there."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from nearer.content.guide import Field, FieldKind
from nearer.core.replies import PatternError, check_words, to_regex

Ids = Mapping[str, Collection[str]]
"""The ids there are, by table."""


def wrong_value(value: Any, field: Field, ids: Ids) -> str | None:  # noqa: ANN401 - as in the file
    """What is wrong with this value, or None if nothing is."""
    return _KINDS[field.kind](value, field, ids)


def wrong_voice(text: str, voice: Mapping[str, str]) -> str | None:
    """What no text of this language may say, if this one does, and why."""
    for phrase, why in voice.items():
        edge = r"\b" if phrase[-1].isalnum() else ""
        if re.search(f"{edge}{re.escape(phrase)}{edge}", text, re.IGNORECASE):
            return f"“{phrase}” is not for Nearer: {why}"
    return None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """The end of a sentence about an unknown word: what it may have been meant to be."""
    close = get_close_matches(word, known, n=1)
    return f"; is “{close[0]}” meant?" if close else ""


def _text(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    if not isinstance(value, str) or not value.strip():
        return "words in quotes belong here"
    if value != value.strip():
        return "there is a space too many at the beginning or the end"
    if len(value) > field.longest:
        return f"it has {len(value)} letters; {field.longest} fit"
    return None


def _id(value: Any, field: Field, ids: Ids) -> str | None:  # noqa: ANN401
    known = ids[field.of]
    if value in known:
        return None
    return f"there is no {field.of} “{value}”{did_you_mean(str(value), known)}"


def _ids(value: Any, field: Field, ids: Ids) -> str | None:  # noqa: ANN401
    if not isinstance(value, list):
        return f"a list belongs here, such as {field.example}"
    if len(value) > field.most:
        return f"there are {len(value)} in the list; {field.most} fit"
    if len({str(one) for one in value}) < len(value):
        return "the same one is in the list twice"
    return next((what for one in value if (what := _id(one, field, ids))), None)


def _choice(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    if value in field.one_of:
        return None
    known = ", ".join(field.one_of)
    return f"“{value}” is not one of: {known}{did_you_mean(str(value), field.one_of)}"


def _number(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    low, high = int(field.lowest), int(field.highest)
    if type(value) is int and low <= value <= high:
        return None
    return f"a whole number from {low} to {high} belongs here"


def _range(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    low, high = int(field.lowest), int(field.highest)
    whole = isinstance(value, list) and [type(end) for end in value] == [int, int]
    if whole and low <= value[0] <= value[1] <= high:
        return None
    return f"two whole numbers from {low} to {high} belong here, the smaller first"


def _numbers(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    enough = isinstance(value, list) and len(value) == field.most
    numbers = enough and all(type(n) in (int, float) for n in value)
    if numbers and field.lowest <= min(value) <= max(value) <= field.highest:
        return None
    return f"{field.most} numbers from {field.lowest:g} to {field.highest:g} belong here"


def _decimal(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    if type(value) in (int, float) and field.lowest <= value <= field.highest:
        return None
    return f"a number from {field.lowest:g} to {field.highest:g} belongs here"


def _quotes(value: Any, field: Field, ids: Ids) -> str | None:  # noqa: ANN401
    if not isinstance(value, list) or not 1 < len(value) <= field.most:
        return f"a list of 2 to {field.most} belongs here, such as {field.example}"
    if len({str(one) for one in value}) < len(value):
        return "the same one is in the list twice"
    return next((what for one in value if (what := _text(one, field, ids))), None)


def _yes(value: Any, _: Field, __: Ids) -> str | None:  # noqa: ANN401
    return None if value is True else "only true belongs here; leave the line out otherwise"


def _day(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    return f"a day belongs here without quotes, such as {field.example}"


def _plain(value: Any, _: Field, __: Ids) -> str | None:  # noqa: ANN401
    if not isinstance(value, str) or not value.strip():
        return "plain words in quotes belong here"
    return _unread(check_words, tuple(value.split()))


def _words(value: Any, field: Field, _: Ids) -> str | None:  # noqa: ANN401
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        return f"a list of words in quotes belongs here, such as {field.example}"
    return _unread(check_words, tuple(value))


def _patterns(value: Any, field: Field, ids: Ids) -> str | None:  # noqa: ANN401
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        return f"a list of patterns in quotes belongs here, such as {field.example}"
    lists = dict.fromkeys(ids[field.of], ("x",))
    wrong = ((one, _unread(to_regex, one, lists)) for one in value)
    return next((f"in “{one}”: {what}" for one, what in wrong if what), None)


def _unread(read: Callable[..., object], *what: object) -> str | None:
    """Why this cannot be read, or None if it can."""
    try:
        read(*what)
    except PatternError as error:
        return str(error)
    return None


_KINDS: Mapping[FieldKind, Callable[[Any, Field, Ids], str | None]] = {
    "text": _text,
    "id": _id,
    "ids": _ids,
    "choice": _choice,
    "number": _number,
    "range": _range,
    "numbers": _numbers,
    "yes": _yes,
    "day": _day,
    "plain": _plain,
    "words": _words,
    "patterns": _patterns,
    "decimal": _decimal,
    "quoted": _text,
    "quotes": _quotes,
}

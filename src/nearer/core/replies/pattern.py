"""The little language of patterns, and the one regular expression that each becomes.

A pattern is a row of elements between spaces, read against a sentence of plain small words:

    word        that word, apostrophes left out        word*     every word that begins so
    a|b|c       one of these                           a+b       these words one after the other
    @names      one of the words of that list          a|b?      this, or nothing
    _           any one word                           ,         a comma, colon or dash
    ~3          up to three, no comma, not or never    ..5       up to five of any, commas too
    ^           where a clause begins; some small words may stand before it ("well, please …")
    $           where a clause ends                    ?         (alone) the sentence asks

The comma and `$` may stand among words that `|` parts, too.

What comes out means the same to Python's `re` and to a browser: it has only literal letters,
groups, alternatives and bounded repeats. Each repeat takes whole words, so that there is one way
to read a text, and matching takes time in proportion to its length.
"""

import re
from collections.abc import Mapping

LEAD = "lead"
"""The list of small words that may stand before a clause."""

LONGEST_GAP = 12
_WORD = re.compile(r"[a-z0-9\u00e0-\u024f\"]+\*?(?:\+[a-z0-9\u00e0-\u024f\"]+\*?)*")
_GAP = re.compile(r"(~|\.\.)([0-9]{1,2})")
_SIGNS = {"_": "[^ ,?]+ ", ",": ", ", "$": "(?=[,?]|$)", "?": r"(?=(?:[^ ?]+ ){0,40}\?)"}
_ANY = {"~": "(?!not |never )[^ ,?]+ ", "..": "[^ ?]+ "}

Lists = Mapping[str, tuple[str, ...]]


class PatternError(ValueError):
    """A pattern that cannot be read, said in words."""


def to_regex(pattern: str, lists: Lists) -> str:
    """The regular expression of one pattern. It begins with the space before its first word.

    Raises PatternError.
    """
    elements = pattern.split()
    if not elements:
        raise PatternError("a pattern has at least one word")
    if all(_GAP.fullmatch(one) or one in _SIGNS or one == "^" for one in elements):
        raise PatternError("a pattern of gaps and signs alone would fit anything")
    start = _start(lists) if elements[0] == "^" else " "
    rest = elements[1:] if elements[0] == "^" else elements
    return start + "".join(_element(one, lists) for one in rest)


def to_one_regex(patterns: tuple[str, ...], lists: Lists) -> str:
    """One regular expression that fits where any of the patterns does; none fits nowhere."""
    return "|".join(to_regex(pattern, lists) for pattern in patterns) or "(?!)"


def check_words(words: tuple[str, ...]) -> None:
    """Raise PatternError if one of a list's words could not stand in a pattern."""
    for word in words:
        _word(word)


def _start(lists: Lists) -> str:
    lead = "|".join((",", *(_word(word) for word in lists.get(LEAD, ()))))
    return f"(?:^ |, )(?:(?:{lead}) ){{0,3}}"


def _element(element: str, lists: Lists) -> str:
    if element in _SIGNS:
        return _SIGNS[element]
    gap = _GAP.fullmatch(element)
    if gap:
        if not 0 < int(gap[2]) <= LONGEST_GAP:
            raise PatternError(f"“{element}”: from 1 to {LONGEST_GAP} words fit in a gap")
        return f"(?:{_ANY[gap[1]]}){{0,{gap[2]}}}"
    optional = "?" if element.endswith("?") else ""
    words = [word for one in element.removesuffix("?").split("|") for word in _named(one, lists)]
    alternatives = (_SIGNS[one] if one in {",", "$"} else f"{_word(one)} " for one in words)
    return f"(?:{'|'.join(alternatives)}){optional}"


def _named(word: str, lists: Lists) -> tuple[str, ...]:
    if not word.startswith("@"):
        return (word,)
    if word[1:] not in lists:
        raise PatternError(f"there is no list “{word[1:]}”")
    return lists[word[1:]]


def _word(word: str) -> str:
    if not _WORD.fullmatch(word):
        raise PatternError(f"“{word}” is no word: small letters only, no apostrophe")
    return word.replace("*", "[^ ,?]*").replace("+", " ")

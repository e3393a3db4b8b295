"""A draft as rows of plain small words, each of which knows where it came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Every sign that counts: a quotation, a word, what ends a sentence, what parts a clause. Letters
# are listed rather than asked for by \w, which Python and browsers understand differently.
_LETTERS = "A-Za-z0-9\u00c0-\u024f"
_TOKENS = re.compile(
    '(?P<quote>["\u201c\u201e][^"\u201c\u201d\u201e\n]{1,400}["\u201d])'
    f"|(?P<word>[{_LETTERS}]+(?:['\u2019][{_LETTERS}]+)*)"
    "|(?P<end>[.?!\u2026\n]+)"
    "|(?P<pause>[,;:()\u2013\u2014]| - )"
)
_APOSTROPHES = re.compile("['\u2019]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, a space before and after each; `places` says where they are.

    A quotation is one word, `"`: what somebody else said breaks no rule. A clause's end is `,`,
    a question's is `?`. `places` has a start and an end in the draft for each word. `before` is
    what stands before the sentence on the page, itself no part of the draft.
    """

    words: str
    places: tuple[tuple[int, int], ...]
    before: str = ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the draft the words from `start` to `end` in `words` stand, signs left off."""
        first = self.words.count(" ", 0, start + 1) - 1
        last = self.words.count(" ", 0, end - 1) - 1
        words = self.words.split()
        while first < last and words[first] == ",":
            first += 1
        while last > first and words[last] in ",?":
            last -= 1
        return self.places[first][0], self.places[last][1]


def sentences(draft: str, spellings: Mapping[str, str]) -> Iterator[Sentence]:
    """The sentences of a draft. `spellings` says what some words stand for."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for token in _TOKENS.finditer(draft):
        plain = _plain(token, spellings)
        words += plain
        places += [token.span()] * len(plain)
        if token.lastgroup == "end" and words:
            yield Sentence(f" {' '.join(words)} ", tuple(places))
            words, places = [], []
    if words:
        yield Sentence(f" {' '.join(words)} ", tuple(places))


def _plain(token: re.Match[str], spellings: Mapping[str, str]) -> list[str]:
    match token.lastgroup:
        case "quote":
            return ['"']
        case "pause":
            return [","]
        case "end":
            return ["?"] if "?" in token[0] else []
    word = _APOSTROPHES.sub("", token[0].lower())
    return spellings.get(word, word).split()

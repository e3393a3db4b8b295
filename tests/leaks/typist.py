"""Someone who types the same phrase into every field for words that a page has.

A page is read as a browser reads it: its forms, what is chosen in them, and the fields whose words
are sealed before anything is sent. So a form that is new is typed into without a line here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from uuid import UUID

from nearer.vault.wire import to_bytes, to_text

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.cast import Someone


@dataclass
class Form:
    """One form of a page that seals words."""

    attributes: dict[str, str]
    chosen: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def to(self) -> str:
        """Where it is sent."""
        return self.attributes.get("hx-post", "")


def _is_sent(box: dict[str, str]) -> bool:
    return box.get("type") not in {"checkbox", "radio"} or "checked" in box


class Reader(HTMLParser):
    """Reads the forms of a page that seal words."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given) if "data-seal" in given else None
            if self._form:
                self.forms.append(self._form)
        elif self._form and tag == "words-field":
            self._form.words[given["name"]] = given
        elif self._form and tag == "input" and "name" in given and _is_sent(given):
            ticked = "on" if given.get("type") in {"checkbox", "radio"} else ""
            self._form.chosen[given["name"]].append(given.get("value", ticked))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None


@dataclass
class Typist:
    """One person and the phrase they type everywhere, with all that they were answered."""

    who: Someone
    phrase: str
    answers: list[Answer] = field(default_factory=list)
    templates: set[str] = field(default_factory=set)
    typed: set[tuple[str, str]] = field(default_factory=set)

    def look(self, url: str) -> list[Form]:
        """Open a page. Gives the forms on it that seal words."""
        answer = self._remember(self.who.get(url))
        assert answer.status_code == 200, (url, answer.status_code)
        self.templates |= {one.name for one in answer.templates if one.name}
        reader = Reader()
        reader.feed(answer.content.decode())
        return reader.forms

    def fill(self, url: str, **marks: Any) -> str:
        """Type into every field of the one form of a page, and send it. Gives where it leads."""
        (form,) = self.look(url)
        return self.send(form, **marks)

    def send(self, form: Form, **marks: Any) -> str:
        """Seal what is typed or carried, and send it with these marks."""
        page = form.attributes
        space, record = UUID(page["data-space"]), UUID(page["data-record"])
        self.who.learn_words_keys()
        words = {name: self._typed(form, name, given) for name, given in form.words.items()}
        told = {name: text for name, text in words.items() if text}
        box = to_text(self.who.side.seal_words(space, record, told)) if told else ""
        data = {**form.chosen, "words": box, "filled": " ".join(told), **marks}
        answer = self._remember(self.who.post(form.to, data))
        assert answer.status_code == 204, (form.to, answer.status_code, answer.content)
        return str(answer.headers["HX-Redirect"])

    def press(self, url: str, **data: Any) -> None:
        """Send a form that has no words."""
        assert self._remember(self.who.post(url, data)).status_code in {204, 302}, url

    def press_first(self, url: str, page: str, choice: str) -> None:
        """Send the form of a page that has no words, with the first of its choices."""
        answer = self._remember(self.who.get(page))
        shown = answer.content.decode()
        first = re.search(rf'name="{choice}"[^>]*?value="([^"]+)"', shown)
        record = re.search(r'name="record"[^>]*?value="([^"]+)"', shown)
        assert first, (page, choice)
        assert record
        self.press(url, record=record[1], **{choice: first[1]})

    def _typed(self, form: Form, name: str, given: dict[str, str]) -> str:
        """A field's words: carried from another record, or typed."""
        self.typed.add((form.attributes.get("id", ""), name))
        if "carry" not in given:
            return self.phrase
        if "data-from-box" not in given:
            return f"https://nearer.example/pair/#{self.phrase}"
        opened = self.who.side.open_words(
            UUID(given["data-from-space"]),
            UUID(given["data-from-record"]),
            UUID(given["data-from-author"]),
            to_bytes(given["data-from-box"]),
        )
        return opened.get(given["data-from-field"], "")

    def _remember(self, answer: Answer) -> Answer:
        self.answers.append(answer)
        return answer

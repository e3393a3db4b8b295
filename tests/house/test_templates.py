"""Every text in a template can be in another language, and nothing in one needs a looser policy."""

import re
from pathlib import Path

import pytest
from tests.house.page import Page, said_in_tags
from tests.house.tree import files, name

TEMPLATES = list(files(".html", within=("src",)))
FORM = re.compile(r"<form\b(?:{%.*?%}|[^>])*>")
SAID_BY_ELEMENTS = {
    "aside",
    "example",
    "heading",
    "high",
    "hint",
    "label",
    "legend",
    "line",
    "low",
    "placeholder",
    "text",
    "title",
}


@pytest.fixture(params=TEMPLATES, ids=name)
def template(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_it_has_no_script_style_or_handler_inside(template: Path) -> None:
    assert Page(template.read_text("utf-8")).inline == []


def test_it_says_nothing_past_gettext(template: Path) -> None:
    source = template.read_text("utf-8")
    assert Page(source).untranslated == []
    assert said_in_tags(source, SAID_BY_ELEMENTS) == []


SEALING = ("{% seals", "data-answers")  # to oneself or the two; to who wrote a letter by link


def test_it_sends_no_form_with_words_by_itself(template: Path) -> None:
    """A browser sends nothing for this method: until the scripts are here, nothing is sealed."""
    for form in FORM.findall(template.read_text("utf-8")):
        sealing = any(way in form for way in SEALING)
        assert sealing == ('method="dialog"' in form)


def test_it_would_notice() -> None:
    page = Page(
        '<p title="Silence" onclick="x()" style="a">{% translate "Hi" %} there</p>'
        "<script>x()</script><style>p{}</style><!-- no --> {# no #}"
        '<a href="javascript:x()">{% blocktranslate %}Yes{% endblocktranslate %} Nearer 12</a>'
        '<button hx-on:click="x()"></button>'
    )
    assert page.untranslated == ["Silence", "there"]
    assert page.inline == [
        "<p onclick>",
        "<p style>",
        "<script>",
        "<style>",
        "<a href=javascript:x()>",
        "<button hx-on:click>",
    ]
    tag = '{% include "x.html" with label="Send" hint=_("Soon") name="words" %}'
    assert said_in_tags(tag, SAID_BY_ELEMENTS) == ['label="Send"']

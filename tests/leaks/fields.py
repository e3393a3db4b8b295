"""Every place on our pages that takes a person's words, read from the templates and the forms."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from django import forms
from django.forms.widgets import Input

import nearer.web.rooms

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOMS = Path(nearer.web.rooms.__path__[0])
FOR_BUILDERS = {"elements_page"}
NOT_SECRET = {"id_name"}  # what one is called here: the page says that the host can see it

INCLUDED = re.compile(r'_?field\.html" with name="(\w+)"')
WRITTEN = re.compile(
    r'<(?:textarea|input type="(?:text|password)")[^>]*?\bid="(id_[\w{} ]+)"', re.DOTALL
)
COUNTED = re.compile(r"id_group_{{ place }}")
ALIKE = re.compile(r"(?<=^id_answer_)\d$")  # to the three questions of a week

Field = tuple[str, str]
"""The room, and the id of the element on its page."""


def fields() -> set[Field]:
    """All of them."""
    rooms = {folder.name for folder in ROOMS.iterdir() if (folder / "urls.py").is_file()}
    return {
        (room, ALIKE.sub("1", name))
        for room in rooms - FOR_BUILDERS
        for name in (*_in_templates(room), *_in_forms(room))
        if name not in NOT_SECRET
    }


def _in_templates(room: str) -> Iterator[str]:
    for file in (ROOMS / room / "templates").rglob("*.html"):
        text = COUNTED.sub("id_group_1", file.read_text("utf-8"))
        yield from (f"id_{name}" for name in INCLUDED.findall(text))
        yield from (name for name in WRITTEN.findall(text) if "{" not in name)


def _in_forms(room: str) -> Iterator[str]:
    if not (ROOMS / room / "forms.py").is_file():
        return
    for each in vars(import_module(f"nearer.web.rooms.{room}.forms")).values():
        if isinstance(each, type) and issubclass(each, forms.Form):
            for name, field in each.base_fields.items():
                kind = field.widget.input_type if isinstance(field.widget, Input) else ""
                if kind in ("text", "password") or isinstance(field.widget, forms.Textarea):
                    yield f"id_{name}"

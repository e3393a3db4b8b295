"""What is kind and small between two, with every form of it filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.leaks.typist import Typist


def answer_letter(ada: Typist, ben: Typist, letter: str) -> None:
    """That it took courage, what he hears, his guess; and how it felt to her."""
    ben.look("/today/")
    ben.look(letter)
    ben.press(f"{letter}open/")
    ben.fill(f"{letter}reply/", guess=["lonely", "ashamed"])
    ada.press(f"{letter}open/")
    ben.fill(f"{letter}courage/")
    ada.press(f"{letter}courage/open/")
    ben.press(f"{letter}guess/", understood="2", shared="on")
    ada.press(f"{letter}felt/", understood="3", guess="nearly", shared="on")
    ben.press(f"{letter}felt/open/")


def say_something_good(ada: Typist, ben: Typist) -> None:
    """One for herself, one shown, asked back about and told of."""
    ada.look(ada.fill("/good/new/", of="imperfection"))
    good = ada.fill(f"{ada.fill('/good/new/', of='good_news')}show/")
    ben.press(f"{good}open/")
    ben.fill(good)
    ada.press(f"{good}open/")
    ada.fill(good)
    ben.press(f"{good}open/")
    for one in (ada, ben):
        for url in (good, "/good/"):
            one.look(url)

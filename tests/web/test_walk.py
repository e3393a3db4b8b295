"""The main job over HTTP, with the browser's half played in Python."""

from typing import Any
from uuid import UUID, uuid4

from tests.cast import Cast

WHAT = "He sat with the tea until it was cold 🫖 ולא אמר דבר"


def test_it_carries_a_letter_from_ada_to_ben_and_the_answer_back(cast: Cast) -> None:  # noqa: PLR0915 - the way of one letter
    ada, ben = cast.ada, cast.ben
    couple = ada.log.couple
    assert couple is not None

    words = {"trigger": WHAT}
    marks: dict[str, Any] = {
        "body": ["tight_chest"],
        "energy": "3",
        "feelings": ["lonely"],
        "strength": "6",
    }
    answer = ada.post("/check-in/", ada.sealed(ada.side.own, words, **marks))
    assert answer.status_code == 204, answer.content
    kept = answer.headers["HX-Redirect"]
    assert ada.get(kept).status_code == 200

    letter = uuid4()
    answer = ada.post(
        f"/letters/{letter}/write/",
        ada.sealed(ada.side.own, {"reason": WHAT}, feelings=["lonely"], request="just_listen"),
    )
    assert answer.headers["HX-Redirect"] == f"/letters/{letter}/preview/"
    assert ada.get(f"/letters/{letter}/preview/").status_code == 200
    sealed = ada.sealed(couple.id, {"reason": WHAT}, letter)
    assert ada.post(f"/letters/{letter}/send/", sealed).headers["HX-Redirect"]
    assert ada.post(f"/letters/{letter}/send/", sealed).headers["HX-Redirect"]

    assert "wrote to you" in ben.get("/today/").content.decode()
    page = f"/letters/{letter}/"
    assert "Open it" in ben.get(page).content.decode()
    assert ben.post(f"{page}open/").status_code == 302
    shown = ben.get(page)
    entry = shown.context["seen"].letter
    assert ben.side.open_words(entry.space, entry.id, entry.author, entry.words)["reason"] == WHAT

    form = ben.get(f"{page}reply/")
    heard = {"heard": "You sat there alone."}
    answer = ben.post(
        f"{page}reply/",
        ben.sealed(couple.id, heard, UUID(str(form.context["record"]))),
    )
    assert answer.headers["HX-Redirect"] == page, answer.content
    assert "answered your letter" in ada.get("/today/").content.decode()
    ada.post(f"{page}open/")
    reply = ada.get(page).context["reply"].reply
    assert ada.side.open_words(couple.id, reply.id, reply.author, reply.words) == heard
    assert ada.post(f"{page}felt/", {"understood": "3", "cared": "4"}).status_code == 302
    assert ada.get(page).context["reply"].felt.moment.understood == 3
    assert ben.get(page).context["reply"].felt is None

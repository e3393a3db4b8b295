"""What grew, in both themes, with keys alone, as a screen reader is told it, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.at_the_keys import AtTheKeys
from tests.e2e.examiner import examiner  # noqa: F401 - one is a fixture
from tests.faults.conftest import arrives, couple  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from tests.e2e.examiner import Examiner
    from tests.faults.conftest import Arrives, Couple

pytestmark = [pytest.mark.browser, pytest.mark.server]

DRAWN = "Letters between you, week by week. One bar for each week, higher for more letters."


def test_ada_reads_what_grew_with_keys_and_ears_and_on_paper(
    arrives: Arrives,  # noqa: F811 - fixtures
    couple: Couple,  # noqa: F811
    examiner: Examiner,  # noqa: F811
) -> None:
    for nth in range(5):
        couple.letter_to_ben(f"The {nth}th thing I never said.")
    one = arrives(couple.ada)
    ada = AtTheKeys(one.name, one.context, one.address, one.passphrase)
    one.page.close()
    refused: list[str] = []
    ada.page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    ada.go("/us/growth/")
    picture = ada.page.get_by_role("img", name=DRAWN)
    expect(picture.locator("canvas")).to_be_visible()
    table = ada.page.get_by_role("table", name="Letters between you, week by week")
    expect(table).to_be_hidden()
    ada.tab_to("The same as a table")
    ada.page.keyboard.press("Enter")
    expect(table.get_by_role("columnheader", name="Letters")).to_be_attached()
    expect(table.get_by_role("row")).to_have_count(13)
    expect(table.get_by_role("row").last.get_by_role("cell")).to_have_text("5")
    examiner.look(ada.page, "drawn, with its table")
    ada.page.keyboard.press("Enter")
    ada.page.emulate_media(media="print")
    expect(picture).to_be_hidden()
    expect(table).to_be_visible()
    assert refused == []

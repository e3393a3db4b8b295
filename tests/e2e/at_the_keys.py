"""Somebody who has no mouse and no touch: Tab, Shift+Tab, Enter, Space and the arrows."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect
from tests.e2e.somebody import Somebody

FAR = 400  # more presses of Tab than any page of ours has stops
WHAT_HAS_THE_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const label = one.labels?.[0]?.innerText ?? one.getAttribute("aria-label") ?? one.innerText;
  return label.trim().replace(/\\s+/g, " ");
}"""


@dataclass
class AtTheKeys(Somebody):
    """The same person; every act is a key."""

    def tab_to(self, name: str) -> None:
        """Press Tab until what is called like this has the focus."""
        there = self.page.get_by_text(name).or_(self.page.get_by_label(name))
        expect(there.locator("visible=true").first).to_be_visible()
        self.page.wait_for_load_state()
        passed = []
        for _ in range(FAR):
            if self.focus_is_on(name):
                return
            self.page.keyboard.press("Tab")
            passed.append(self.page.evaluate(WHAT_HAS_THE_FOCUS))
        raise AssertionError(f"Tab never comes to {name!r}; it came to {passed[:60]}")

    def focus_is_on(self, name: str) -> bool:
        """Whether what has the focus begins with this."""
        told: str = self.page.evaluate(WHAT_HAS_THE_FOCUS)
        return told.startswith(name)

    def press(self, name: str) -> None:
        """Go to a button or a link, and press Enter."""
        self.tab_to(name)
        self.page.keyboard.press("Enter")

    def enter(self) -> None:
        """Press Enter in a field, once the form answers to it."""
        expect(self.page.locator("main form button[type=submit]:visible").first).to_be_enabled()
        self.page.keyboard.press("Enter")

    def pick(self, word: str) -> None:
        """Go to a box and press Space; among radio buttons, go on with the arrow."""
        self.tab_to(word)
        self.page.keyboard.press("Space")

    def pick_with_arrows(self, first: str, word: str) -> None:
        """Go to a group of radio buttons and choose with the arrow keys."""
        self.tab_to(first)
        self.page.keyboard.press("Space")
        for _ in range(FAR):
            if self.focus_is_on(word):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never come to {word!r}")

    def type(self, label: str, text: str) -> None:
        """Go to a field and type."""
        self.tab_to(label)
        self.page.keyboard.type(text)

"""A person in a browser: what they see, tap and type. The journeys read as what people do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

expect.set_options(timeout=20_000)  # milliseconds: a machine that runs every test is a slow one

OWN_PASSPHRASE = "copper lantern drifts beyond nine quiet orchards"

UNTIL = """async ([names, wanted]) => {
  const until = Date.now() + 10000;
  const rows = (db, name) => new Promise((done) => {
    const asked = db.transaction(name).objectStore(name).count();
    asked.onsuccess = () => done(asked.result);
  });
  for (;;) {
    if (!(await indexedDB.databases()).some(({ name }) => name === "nearer") && !wanted) return;
    const db = await new Promise((done) => {
      const opening = indexedDB.open("nearer");
      opening.onsuccess = () => done(opening.result);
    });
    const there = names.filter((name) => db.objectStoreNames.contains(name));
    const counts = await Promise.all(there.map((name) => rows(db, name)));
    db.close();
    if (counts.every((count) => count === wanted)) return;
    if (Date.now() > until) throw new Error(`${names}: ${counts} kept`);
    await new Promise((later) => setTimeout(later, 50));
  }
}"""


@dataclass
class Somebody:
    """One person with one browser of their own."""

    name: str
    context: BrowserContext
    address: str
    passphrase: str = ""
    recovery_code: str = ""

    def __post_init__(self) -> None:
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)

    def go(self, path: str) -> None:
        """Open a page."""
        self.page.goto(f"{self.address}{path}")

    def follow(self, link: str) -> None:
        """Open a link as from a message: in a page that was not on it before."""
        self.page.goto("about:blank")
        self.page.goto(link)

    def press(self, name: str) -> None:
        """Press the button or follow the link of this name."""
        page = self.page
        page.wait_for_load_state()  # a button does nothing before its script is there
        either = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name))
        either.locator("visible=true").first.click()

    def sees(self, text: str) -> None:
        """Wait until this stands on the page."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def begin(self, path: str = "/begin/") -> None:
        """Make an account with the words that are offered, and prove the spare key."""
        if path:
            self.go(path)
        self.page.get_by_label("What would you like to be called here?").fill(self.name)
        self.press("Go on")
        self.take_offered_words()
        self.prove_code()

    def take_offered_words(self) -> None:
        """Write the seven words down, and type them once."""
        offered = self.page.locator("[data-offered]")
        expect(offered).to_have_text(re.compile(r"^(\w+ ){6}\w+$"))
        self.passphrase = offered.inner_text()
        self.page.get_by_label("Type it once").fill(self.passphrase)
        self.press("Go on")

    def copy_code(self) -> None:
        """Write the spare key down, and type back what is asked of it."""
        code = self.page.locator("[data-recovery]")
        expect(code).to_have_text(re.compile(r"^(\w{4}-){6}\w{4}$"))
        self.recovery_code = code.inner_text()
        self.press("I wrote it down")
        expect(self.page.locator("[data-group-number]").first).to_have_text(re.compile(r"\d"))
        groups = self.page.locator("[data-group]")
        expect(groups.first).to_have_attribute("data-group", re.compile(r"^\d$"))
        for group in groups.all():
            number = int(group.get_attribute("data-group") or "0")
            group.fill(self.recovery_code.split("-")[number - 1])

    def prove_code(self) -> None:
        """Write the spare key down, prove that it is written down, and be in."""
        self.copy_code()
        with self.page.expect_navigation(timeout=60_000):
            self.press("Done. Open my space")

    def is_at(self, path: str) -> None:
        """Wait until the page of this path is open."""
        expect(self.page).to_have_url(re.compile(f"^{re.escape(self.address + path)}(\\?|#|$)"))

    def try_passphrase(self) -> None:
        """Type the passphrase where it is asked for, whether it fits or not."""
        self.page.locator("[data-passphrase]").fill(self.passphrase)
        self.page.get_by_role("button", name="Open", exact=True).click()

    def unlock(self) -> None:
        """Type the passphrase where it is asked for, and be in."""
        with self.page.expect_navigation(timeout=60_000):
            self.try_passphrase()

    def sign_in(self, path: str = "/sign-in/") -> None:
        """Sign in with name and passphrase."""
        self.go(path)
        self.page.get_by_label("Your name here").fill(self.name)
        self.unlock()

    def never_lock(self) -> None:
        """Choose the longest idle time there is."""
        self.go("/me/")
        self.page.get_by_label("Lock after how many minutes").fill("60")
        self.press("Keep this")
        self.sees("Done.")

    def opened(self) -> None:
        """Wait until all sealed words of the page are open."""
        waiting = "sealed-words:is([aria-busy], :not(:defined))"  # the latter: no script there yet
        expect(self.page.locator(waiting)).to_have_count(0)

    def unfold(self) -> None:
        """Open everything that is folded away."""
        self.page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")

    def give_code(self, code: str) -> None:
        """Name and spare key, on the page for coming back without the passphrase."""
        self.page.get_by_label("Your name here").fill(self.name)
        self.page.get_by_role("textbox", name="Recovery code").fill(code)
        self.press("Go on")

    def erase_all(self) -> None:
        """Type the passphrase once more, and erase everything."""
        self.page.locator("[data-passphrase]").fill(self.passphrase)
        self.press("Erase everything now")

    def expect_draft_kept(self) -> None:
        """Wait until what is in the form is kept, sealed, for after a lock."""
        self.page.evaluate(UNTIL, [["drafts"], 1])

    def expect_nothing_kept(self, *stores: str) -> None:
        """Wait until this browser remembers nothing in these stores of its database."""
        self.page.evaluate(UNTIL, [list(stores), 0])

    def check_in(self, *, body: str, feeling: str, what: str) -> None:
        """A whole check-in, one part after the other."""
        page = self.page
        self.go("/check-in/")
        self.pick(body)
        self.press("Go on")
        expect(page.locator("#offer .chip").first).to_be_visible()
        if self.chip(feeling).count() == 0 or not self.chip(feeling).first.is_visible():
            self._open_all_the_words()
        self.pick(feeling)
        self.press("Go on")
        page.get_by_label("In your own words").fill(what)
        self.press("Keep it for me")
        self.sees("Kept for you.")

    def chip(self, word: str) -> Locator:
        """The chips that say exactly this."""
        says = self.page.locator("span", has_text=re.compile(f"^{re.escape(word)}$"))
        return self.page.locator("label.chip", has=says).locator("visible=true")

    def pick(self, word: str) -> None:
        """Tap the chip that says this."""
        self.chip(word).first.click()

    def _open_all_the_words(self) -> None:
        self.page.get_by_text("All the words").click()
        for family in self.page.locator("details.family").all():
            family.locator("summary").click()

    def make_link(self) -> str:
        """Make a link for the other one, and read it off the page."""
        self.go("/us/")
        self.press("Make a link")
        shown = self.page.locator("[data-link] sealed-words")
        expect(shown).to_have_text(re.compile("^http"))
        return shown.inner_text()

    def four_words(self) -> str:
        """The words to compare, once they are there."""
        said = re.compile(r"\w+ \w+ \w+ \w+")
        return self.page.locator("[data-comparison]", has_text=said).inner_text()

    def write_letter(self, reason: str, *, wish: str) -> None:
        """From the page of a letter to the preview."""
        self.page.get_by_label("Because").fill(reason)
        self.pick(wish)
        self.look_at_letter()

    def look_at_letter(self) -> None:
        """From the page of a letter to what the other one would see."""
        self.page.locator("form#letter button.wide").click()
        expect(self.page).to_have_url(re.compile("/preview/$"))

    def send_letter(self, reason: str, *, wish: str) -> None:
        """A letter from nothing, looked at and sent."""
        self.go("/letters/new/")
        self.write_letter(reason, wish=wish)
        self.send()

    def send(self) -> None:
        """Send what the preview shows."""
        self.page.get_by_role("button", name=re.compile("^Send it to")).click()
        expect(self.page).to_have_url(re.compile(r"/letters/[^/]+/$"))


def pair(inviter: Somebody, accepter: Somebody) -> None:
    """Make a link, open it, compare the four words, be linked."""
    accepter.follow(inviter.make_link())
    accepter.press("Yes, link us")
    assert inviter.four_words() == accepter.four_words()
    inviter.press("They are the same")
    accepter.press("They are the same")
    accepter.sees(f"You and {inviter.name}")
    inviter.sees(f"You and {accepter.name}")

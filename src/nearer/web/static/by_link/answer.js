/** What came back by a link is opened here, and sealed at once as a record of one's own: two acts in one press. */

import { mine } from "../words/keys.js";
import { busy, complain } from "../words/page.js";
import { fromText, openAnswer, readFragment, readWords } from "../words/vault.js";

const form = document.querySelector("form[data-opens-answer]");

async function open() {
  const link = await document.querySelector("[data-link-of-letter] sealed-words").opened;
  const secret = await readFragment(new URL(link).hash.slice(1));
  const { pair } = await mine();
  const words = readWords(await openAnswer(secret, form.dataset.letter, pair, fromText(form.dataset.opensAnswer)));
  const fields = Array.from(form.querySelectorAll("words-field"));
  for (const field of fields) field.value = words[field.getAttribute("name")] ?? "";
  if (!fields.some((field) => field.value.trim())) fields.at(-1).value = form.dataset.nothing;
}

let opened = false;
form.addEventListener("submit", async (event) => {
  if (opened) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  busy(form, true);
  opened = await open().then(() => true, () => complain(form, "form", form.dataset.unopened));
  busy(form, false);
  if (opened) setTimeout(() => form.requestSubmit()); // not within the event that was stopped
}, { capture: true });
busy(form, false);

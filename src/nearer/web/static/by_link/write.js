/**
 * A letter by link is sealed twice: as the writer's own copy, as every form's words are, and under the secret of its
 * link, here. The second is done when what they will see has been looked at, and again if it was changed since.
 */

import { mine } from "../words/keys.js";
import { busy, complain, hidden, sentence } from "../words/page.js";
import { invite } from "../words/pairing.js";
import "../words/parts.js"; // which looks first: it has to listen before this does
import { letterProof, sealLetter, toText, writeWords } from "../words/vault.js";

const form = document.querySelector("form[data-letter-by-link]");
const made = invite(form, "letter");
let sealed = "";

function written() {
  const fields = Array.from(form.querySelectorAll("words-field:not([carry])"));
  return Object.fromEntries(fields.map((field) => [field.getAttribute("name"), field.value]).filter(([, text]) => text.trim()));
}

async function seal(words) {
  const { invitation, secret } = await made;
  const answer_to = toText((await mine()).pair.public); // what this browser derived, never what a page says
  const box = await sealLetter(secret, invitation, writeWords({ ...words, answer_to }));
  hidden(form, { letter_box: toText(box), letter_proof: toText(await letterProof(secret)) });
}

form.addEventListener("submit", async (event) => {
  const words = written();
  const text = JSON.stringify(words);
  if (form.querySelector("[data-preview]").hidden || sealed === text) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  busy(form, true);
  await seal(words).then(() => (sealed = text), () => complain(form, "form", sentence("send-failed")));
  busy(form, false);
  if (sealed === text) setTimeout(() => form.requestSubmit()); // not within the event that was stopped
}, { capture: true });

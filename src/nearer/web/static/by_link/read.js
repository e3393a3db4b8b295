/**
 * A letter, read by its link: the page asks for it only when the link is whole, and what opens is shown as text only.
 * Nothing is kept in this browser. What is answered is sealed to the key that lies inside the letter.
 */

import { ask, busy, complain, Refused, sentence } from "../words/page.js";
import * as vault from "../words/vault.js";

const { fromText, toText } = vault;
const PARTS = ["from_name", "start", "feeling", "reason", "request"];
const place = document.querySelector("[data-read-by-link]");
const find = (selector) => place.querySelector(selector);
const [, , letter] = location.pathname.split("/");
const form = find("[data-answers]");
const keep = find("#keep");
const moment = find("[data-status]").textContent;
let link = null; // {secret, proof} of the link, and the letter: `words`
let sent = null;

function say(text, again = false) {
  find("[data-status]").textContent = text;
  find("[data-status]").hidden = !text;
  find("[data-again]").hidden = !again;
}

function explain(error) {
  if (error instanceof Refused && error.text !== sentence("send-failed")) say(error.text);
  else if (error instanceof vault.VaultError) say(place.dataset[link ? "damaged" : "missing"]);
  else say(place.dataset.offline, true);
}

const brought = new Map(); // what comes along into a place of one's own, if that is wanted
const along = find("#id_comes_along");

function bring(name, text) {
  if (name) brought.set(name, text ?? "");
  const wanted = along?.checked ?? true;
  for (const [one, said] of brought) keep.querySelector(`words-field[name=${one}]`).value = wanted ? said : "";
}

function show(words) {
  for (const part of PARTS) {
    const shown = find(`[data-shows=${part}]`);
    shown.textContent = words[part] ?? "";
    shown.closest("[data-words-part]").hidden = !words[part];
    bring(part, words[part]);
  }
  say("");
  find("[data-opened]").hidden = false;
  busy(form, false);
}

async function open() {
  say(moment);
  const secret = await vault.readFragment(location.hash.slice(1));
  link = { secret, proof: toText(await vault.letterProof(secret)) };
  const { box } = await ask(`/letter/${letter}/open/`, { proof: link.proof });
  link.words = vault.readWords(await vault.openLetter(secret, letter, fromText(box)));
  show(link.words);
}

/** What is picked, in the words that the page shows, and what is written. */
function answered() {
  const picked = (name) => form.querySelector(`[name=${name}]:checked + span`)?.textContent.trim();
  const given = { sign: picked("sign"), feeling: picked("feeling"), words: form.querySelector("words-field").value };
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text?.trim()));
}

async function send() {
  const given = answered();
  if (Object.keys(given).length === 0) throw new Refused("answer", place.dataset.nothing);
  const text = JSON.stringify(given);
  if (sent?.text !== text) {
    const box = await vault.sealAnswer(link.secret, letter, fromText(link.words.answer_to ?? ""), vault.writeWords(given));
    sent = { text, answer: toText(box) }; // sent again after a torn line, it is the same answer
  }
  await ask(`/letter/${letter}/answer/`, { proof: link.proof, answer: sent.answer });
  for (const [name, said] of Object.entries(given)) bring(`my_${name}`, said);
  form.hidden = true;
  find("[data-answered]").hidden = false;
  find("[data-answered] h2").focus();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (form.ariaBusy) return;
  complain(form, "answer", "");
  busy(form, true);
  const failed = (error) => complain(form, "answer", error instanceof Refused ? error.text : sentence("send-failed"));
  await send().catch(failed);
  busy(form, false);
});

const pairing = `/pair/${letter}/`;
const onwards = (selector, path) => {
  const way = find(selector);
  if (way) way.onclick = () => (way.href = path() + location.hash); // no server sees what is behind the #
};
onwards("[data-to-pair]", () => pairing);
onwards("[data-to-sign-in]", () => `/sign-in/?next=${encodeURIComponent(form.hidden ? pairing : location.pathname)}`);
const next = find("#begin [name=next]");
if (next) next.value = pairing;
along?.addEventListener("change", () => bring());

find("[data-again] button").onclick = () => open().catch(explain);
open().catch(explain);

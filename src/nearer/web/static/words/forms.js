/**
 * Forms whose words are sealed before htmx sends them: <form data-seal data-space data-record data-author hx-post>.
 * What was typed is never lost: it stays in the form while a send fails, and a draft of it, sealed to its own writer,
 * outlives the page (specification, section 11).
 */

import { isDoubtful } from "./elements.js";
import { beforeLock, kept, leave, mine, spaceKey } from "./keys.js";
import { busy, complain, hidden, sentence } from "./page.js";
import { openDraft, sealDraft, sealRecord, toText, writeWords } from "./vault.js";

const SEALED = "form[data-seal]";
const PAUSE = 1000; // milliseconds from a first key to the draft that has it
const sending = new WeakSet();
const boxes = new WeakMap(); // by form, what it sealed last: the same words sent again are the same box
const changed = new Set();
const turns = new WeakMap(); // a new one each time a form's draft is erased
const known = new WeakSet();

const fieldsOf = (form) => Array.from(form.querySelectorAll("words-field"));

// ---- Sending ----

/** The words box of a form, as text: "" where nothing was written. */
async function seal(form) {
  const { space, record, author } = form.dataset;
  const ready = await Promise.all(fieldsOf(form).map((field) => field.ready));
  if (!ready.every(Boolean) || isDoubtful(space)) throw new Error("it would be lost, or known to a stranger");
  const filled = fieldsOf(form).filter((field) => field.value.trim());
  hidden(form, { filled: filled.map((field) => field.getAttribute("name")).join(" ") }); // which, never what
  if (filled.length === 0) return "";
  const fields = Object.fromEntries(filled.map((field) => [field.getAttribute("name"), field.value]));
  const text = JSON.stringify([record, fields]);
  if (boxes.get(form)?.text !== text) {
    const box = await sealRecord(await spaceKey(space), "words", { space, record, author }, writeWords(fields));
    boxes.set(form, { text, box: toText(box) });
  }
  return boxes.get(form).box;
}

async function send(form, issueRequest) {
  if (sending.has(form) || !(form.noValidate || form.reportValidity())) return;
  sending.add(form);
  complain(form, "form", "");
  try {
    hidden(form, { words: await seal(form) });
    issueRequest();
  } catch {
    complain(form, "form", sentence("send-failed"));
  }
  if (!form.ariaBusy) sending.delete(form); // no request began
}

/** The sealed form that a request of htmx's is for, if any. */
const formOf = ({ detail }) => (detail.elt.form ?? detail.elt).closest(SEALED);

document.addEventListener("htmx:confirm", (event) => {
  const form = formOf(event);
  if (!form || event.detail.verb === "get") return;
  event.preventDefault();
  send(form, event.detail.issueRequest);
});

document.addEventListener("htmx:configRequest", ({ detail }) => {
  // Only a hand keeps a session from locking: what a timer or a live event asked for says so.
  detail.headers[detail.triggeringEvent?.isTrusted ? "Nearer-Active" : "Nearer-Live"] = "1";
});

// Not before: htmx reads the values of buttons, too.
document.addEventListener("htmx:beforeRequest", (event) => formOf(event) && busy(formOf(event), true));

document.addEventListener("htmx:beforeOnLoad", async (event) => {
  const { xhr } = event.detail;
  if (xhr.status === 401 && xhr.getResponseHeader("Nearer-Locked")) {
    event.preventDefault();
    await leave("lock");
    return;
  }
  const form = formOf(event);
  if (!form || xhr.status >= 300) return;
  const next = xhr.getResponseHeader("HX-Redirect");
  if (next) event.preventDefault(); // the draft goes first: it must not come back into an empty form
  await erase(form).catch(() => null); // who has no account yet has no draft
  // The other half of a link stays behind the `#`: no answer of the server can name it.
  if (next) location.assign(next + ("carryFragment" in form.dataset ? location.hash : ""));
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status < 400 || !detail.serverResponse.includes("hx-swap-oob")) return;
  Object.assign(detail, { shouldSwap: true, isError: false, swapOverride: "none" }); // the errors, beside the form
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event);
  if (!form || event.detail.xhr.getResponseHeader("HX-Redirect")) return; // stays busy until the page is gone
  busy(form, false);
  sending.delete(form);
});

const failed = (event) => formOf(event) && complain(formOf(event), "form", sentence("send-failed"));
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) document.addEventListener(failure, failed);

// ---- Drafts ----

const draftKey = (person, form) => [person, location.pathname, form.id];

const marksOf = (form) =>
  Array.from(form.elements).filter(({ name, type }) => name && !/hidden|password|file|submit|button/.test(type));

async function keep(form) {
  if (!changed.delete(form)) return;
  const turn = turns.get(form);
  const { person, pair } = await mine();
  const draft = {
    record: form.dataset.record, // so that what did arrive, though the answer was lost, is not written twice
    words: fieldsOf(form).map((field) => [field.getAttribute("name"), field.control?.value ?? null]),
    marks: marksOf(form).map(({ name, value, checked }) => [name, value, checked ?? null]),
  };
  const sealed = await sealDraft(pair.public, person, new TextEncoder().encode(JSON.stringify(draft)));
  if (turns.get(form) !== turn) return; // sent while this was being sealed
  await kept("drafts", (store) => store.put(sealed, draftKey(person, form)));
}

const keepAll = () => Promise.allSettled(Array.from(changed, keep));

async function erase(form) {
  changed.delete(form);
  turns.set(form, {});
  const { person } = await mine();
  await kept("drafts", (store) => store.delete(draftKey(person, form)));
}

function fill(form, { record, words, marks }) {
  form.dataset.record = record;
  if (form.elements.record) form.elements.record.value = record;
  const filled = [];
  for (const field of fieldsOf(form)) {
    const [, text] = words.find(([name]) => name === field.getAttribute("name")) ?? [];
    if (field.control && typeof text === "string") filled.push(Object.assign(field.control, { value: text }));
  }
  for (const control of marksOf(form)) {
    const choice = /radio|checkbox/.test(control.type);
    const mark = marks.find(([name, value]) => name === control.name && (!choice || value === control.value));
    if (mark) filled.push(Object.assign(control, choice ? { checked: mark[2] } : { value: mark[1] }));
  }
  for (const control of filled) {
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

async function restore(form) {
  if (!form.id || known.has(form)) return;
  known.add(form);
  const { person, pair } = await mine();
  await Promise.all(fieldsOf(form).map((field) => field.ready));
  const sealed = await kept("drafts", (store) => store.get(draftKey(person, form)));
  if (!sealed || changed.has(form)) return;
  await erase(form);
  fill(form, JSON.parse(new TextDecoder().decode(await openDraft(pair, person, sealed))));
  form.querySelector("[data-restored]")?.removeAttribute("hidden");
}

const restoreAll = () => Promise.allSettled(Array.from(document.querySelectorAll(SEALED), restore));

document.addEventListener("input", ({ target }) => {
  const form = target.closest(SEALED);
  if (!form?.id) return;
  if (changed.size === 0) setTimeout(keepAll, PAUSE);
  changed.add(form);
});
for (const pause of ["focusout", "visibilitychange", "pagehide"]) addEventListener(pause, keepAll);
document.addEventListener("htmx:load", restoreAll);
beforeLock(keepAll);
restoreAll();

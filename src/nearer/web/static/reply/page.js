/**
 * The page of a reply: beginnings to borrow, and "Look at it with me". The rules are fetched when the page opens,
 * and kept by the browser; a look asks for nothing, keeps nothing and counts nothing, and sending is as without it.
 */

import { look, ready } from "./look.js";

const form = document.getElementById("reply");
const looked = form.querySelector("[data-looked]");
const { rules: where } = form.querySelector("[data-rules]").dataset;
const AROUND = 40; // letters of the draft shown before and after what a remark is about

/** The rules and what they say; null where the line is torn, and then the next look asks again. */
const come = () => fetch(where).then((kept) => kept.json()).catch(() => null);
let help = come();
let made = null;

const fieldOf = (part) => form.querySelector(`words-field[name=${part}]`).control;
const from = (id) => document.getElementById(id).content.cloneNode(true);

/** What a remark is about, marked, with a little of the draft around it. */
function quote(place, text, start, end) {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const mark = Object.assign(document.createElement("mark"), { textContent: text.slice(start, end) });
  place.append(start > AROUND ? "\u2026" : "", before, mark, after, end + AROUND < text.length ? "\u2026" : "");
}

function remark({ rule, part, start, end }, remarks) {
  const one = from("one-remark");
  const control = fieldOf(part);
  const about = control.value.slice(start, end);
  for (const name of ["label", "why", "kinder"]) one.querySelector(`[data-${name}]`).textContent = remarks[rule][name];
  quote(one.querySelector("[data-quote]"), control.value, start, end);
  one.querySelector("[data-there]").onclick = () => {
    const at = control.value.indexOf(about); // it may have moved since
    control.focus();
    if (at >= 0) control.setSelectionRange(at, at + about.length);
  };
  return one;
}

async function show() {
  const there = (await help) ?? (await (help = come()));
  if (!there) return looked.replaceChildren(from("no-rules"));
  made ??= ready(there.rules);
  const parts = Object.fromEntries(["heard", "sense", "matter"].map((part) => [part, fieldOf(part).value]));
  const { worksShown, shown } = look(parts, made);
  const said = from("one-look");
  const list = said.querySelector("[data-works]");
  for (const id of worksShown) list.append(Object.assign(document.createElement("li"), { textContent: there.works[id] }));
  list.parentElement.hidden = worksShown.length === 0;
  said.querySelector("[data-some]").hidden = shown.length === 0;
  said.querySelector("[data-none]").hidden = shown.length > 0;
  said.querySelector("[data-remarks]").append(...shown.map((one) => remark(one, there.remarks)));
  said.querySelector("[data-away]").onclick = () => {
    looked.replaceChildren();
    form.querySelector("[data-look-with-me]").focus();
  };
  looked.replaceChildren(said);
  looked.scrollIntoView({ block: "nearest" });
}

function begin({ target }) {
  const chip = target.closest("[data-begins]");
  if (!chip) return;
  const control = fieldOf(chip.dataset.begins);
  control.value = [control.value.trimEnd(), chip.textContent.trim()].filter(Boolean).join("\n"); // nothing typed is lost
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.focus();
  const gap = control.value.lastIndexOf("\u2026");
  if (gap >= 0) control.setSelectionRange(gap, gap + 1); // what is typed next stands in the gap
}

form.querySelector("[data-look-with-me]").onclick = show;
form.addEventListener("click", begin);

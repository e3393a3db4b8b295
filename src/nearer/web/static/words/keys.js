/**
 * The one place that remembers. IndexedDB holds the person's words key, which can be used and not read, until the
 * person has been away for their idle minutes; and drafts, sealed to that person (specification, section 11). The keys
 * of spaces are in the page's memory alone. When one tab locks or leaves, every tab does.
 */

import { page, post } from "./page.js";
import { baseKey, fromText, openSpaceKey } from "./vault.js";

const ROW = "words";
const channel = new BroadcastChannel("nearer");
const spaces = new Map();
const keepers = [];
let held = null; // {person, pair, marks, until}: what IndexedDB holds, while this page may use it
let leaving = false;

const database = new Promise((resolve, reject) => {
  const opening = indexedDB.open("nearer", 1);
  opening.onupgradeneeded = () => ["keys", "drafts"].forEach((name) => opening.result.createObjectStore(name));
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});

/** Do one act on a store ("keys" or "drafts"). Settles with what it gave when that is on disk. */
export async function kept(store, act) {
  const transaction = (await database).transaction(store, "readwrite");
  const request = act(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const isFresh = (row) => row?.until > Date.now();
const deadline = () => Date.now() + (Number(page.idle) || 5) * 60_000;

/** Keep a person's words key pair, and the public half of the marks pair (vault.personKeys), once a slot is open. */
export const remember = (person, { words, marks }) =>
  kept("keys", (store) => store.put({ person, pair: words, marks: marks.public, until: deadline() }, ROW));

function forget() {
  held = null;
  spaces.clear();
}

/** Forget the keys, here and on disk; and the drafts, unless the person will be back. */
export async function wipe({ drafts = false } = {}) {
  forget();
  await kept("keys", (store) => store.clear());
  if (drafts) await kept("drafts", (store) => store.clear());
}

async function load() {
  const row = await kept("keys", (store) => store.get(ROW));
  if (isFresh(row) && page.unlocked === "1" && row.person === page.person) held = row;
  else await wipe();
  return held !== null;
}

/** Settles once it is known whether this page holds a key: true or false. */
export const ready = load().catch(() => false);

/** Who is here: {person, pair, marks}, the words key pair and the marks public key; throws when locked. */
export async function mine() {
  await ready;
  if (!held) throw new Error("locked");
  return held;
}

async function openSpace(space) {
  const { person, pair } = await mine();
  const meta = document.querySelector(`meta[name="nearer-space"][data-space="${CSS.escape(space)}"]`);
  return baseKey(await openSpaceKey(pair, "words", space, person, fromText(meta.content)));
}

/**
 * The words key of a space, from its <meta name="nearer-space">; opened once in the life of a page. Of a space that
 * this page has just made: from the `fresh` bytes.
 */
export function spaceKey(space, fresh) {
  if (!spaces.has(space)) spaces.set(space, fresh ? baseKey(fresh) : openSpace(space));
  return spaces.get(space);
}

/** A hand was here: the key lives on, for all tabs. Not if another tab has just wiped it. */
export function touch() {
  return kept("keys", (store) => {
    const reading = store.get(ROW);
    reading.onsuccess = () => reading.result && store.put({ ...reading.result, until: deadline() }, ROW);
    return reading;
  });
}

/** Whether no tab has seen a hand for the idle minutes. */
export const isOver = () => kept("keys", (store) => store.get(ROW)).then((row) => !isFresh(row));

/** Have something kept, by an async function, before a lock takes the keys. */
export const beforeLock = (keep) => keepers.push(keep);

/**
 * End it, here and in the other tabs. Before a "lock" what was typed is kept, sealed; "out" and "exit" erase it.
 * @param {"lock"|"out"|"exit"} kind
 * @param {{tell?: boolean, heard?: boolean}} how whether the server does not know yet; whether another tab began it
 */
export async function leave(kind, { tell = false, heard = false } = {}) {
  if (leaving) return;
  leaving = true;
  const next = location.pathname + location.search;
  if (kind === "lock") await Promise.allSettled(keepers.map((keep) => keep()));
  document.body.replaceChildren();
  if (!heard) channel.postMessage(kind);
  forget(); // the tab that began it clears the disk; one that wakes up late must not clear a newer key
  const clear = heard ? null : wipe({ drafts: kind !== "lock" }).catch(() => null);
  await Promise.race([clear, new Promise((late) => setTimeout(late, 500))]);
  if (kind === "exit") location.replace(page.exitTo);
  else if (tell) post(kind === "lock" ? "/lock/" : "/sign-out/", { next });
  else location.replace(kind === "lock" ? `/unlock/?next=${encodeURIComponent(next)}` : "/");
}

channel.onmessage = ({ data }) => {
  if (data === "exit" || page.unlocked === "1") leave(data, { heard: true });
};

/** [data-export=path]: take everything along. The words are opened here, and the file is put together here. */

import { spaceKey } from "./keys.js";
import { complain, sentence } from "./page.js";
import { fromText, openRecord, readWords } from "./vault.js";

async function opened({ words, id: record, space, author, ...rest }) {
  const box = words && (await openRecord(await spaceKey(space), "words", { space, record, author }, fromText(words)));
  return { id: record, ...rest, words: box ? readWords(box) : {} };
}

async function make(path) {
  const { records, ...rest } = await (await fetch(path)).json();
  const all = { ...rest, records: await Promise.all(records.map(opened)) };
  const file = new Blob([JSON.stringify(all, null, 2)], { type: "application/json" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: "notes.json" });
  link.click();
  URL.revokeObjectURL(link.href);
}

const button = document.querySelector("[data-export]");
button.onclick = () => make(button.dataset.export).catch(() => complain(document.body, "form", sentence("send-failed")));

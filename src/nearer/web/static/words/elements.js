/**
 * The two elements between words and a page. <sealed-words> shows one field of a words box; <words-field> is written
 * into, or carries what it opened on to the next page. Neither has any look of its own.
 */

import { spaceKey } from "./keys.js";
import { sentence } from "./page.js";
import { fromText, openRecord, readWords } from "./vault.js";

const MOST = 500; // boxes remembered; a page that shows more opens some of them again
const opened = new Map(); // by address and box: the fields of one record are opened together
const doubtful = new Map(); // by space

async function open({ space, record, author, box }) {
  if (!box) return {};
  const key = await spaceKey(space);
  const plain = await openRecord(key, "words", { space, record, author }, fromText(box)).catch((error) => {
    if (error.kind === "Tampered") doubtful.set(space, doubtful.get(space) ?? true);
    throw error;
  });
  doubtful.set(space, false);
  return readWords(plain);
}

function words(where) {
  const name = [where.space, where.record, where.author, where.box].join(" ");
  if (opened.size > MOST) opened.clear();
  if (!opened.has(name)) opened.set(name, open(where));
  return opened.get(name);
}

/** Whether the key of a space opened none of the words tried: then it may be a stranger's (specification, 13). */
export const isDoubtful = (space) => doubtful.get(space) ?? false;

/**
 * <sealed-words data-space data-record data-author data-box data-field>: that field as text, and only ever as text. It
 * hides itself and its closest [data-words-part] where there is nothing, and says the page's calm sentence
 * (<template id="words-unopened">) where it cannot open. Nobody is told.
 */
class SealedWords extends HTMLElement {
  connectedCallback() {
    this.ariaBusy = "true";
    /** Settles with the text when it is shown: "" for none, null where it could not be opened. */
    this.opened = this.#show();
  }

  async #show() {
    const text = await words(this.dataset).then((fields) => fields[this.dataset.field] ?? "", () => null);
    this.toggleAttribute("data-unopened", text === null);
    this.textContent = text ?? sentence("words-unopened");
    if (text === "") for (const part of [this, this.closest("[data-words-part]")]) part?.setAttribute("hidden", "");
    this.ariaBusy = null;
    return text;
  }
}

/**
 * <words-field name> around a <textarea> or <input> that has no name of its own, so that no form can send it in the
 * clear. With data-from-space, -record, -author, -box and -field it begins with what is there. With the attribute
 * `carry`, and nothing inside, it only holds the text.
 */
class WordsField extends HTMLElement {
  #carried = "";

  connectedCallback() {
    /** Settles when the field has what it begins with: false where that could not be opened, and must not be lost. */
    this.ready = this.#begin();
  }

  get control() {
    return this.querySelector("textarea, input");
  }

  get value() {
    return this.control?.value ?? this.#carried;
  }

  set value(text) {
    if (this.control) this.control.value = text;
    else this.#carried = text;
  }

  async #begin() {
    const { fromSpace: space, fromRecord: record, fromAuthor: author, fromBox: box, fromField: field } = this.dataset;
    if (!box) return true;
    const fields = await words({ space, record, author, box }).catch(() => null);
    if (fields) this.value = fields[field] ?? "";
    else this.append(Object.assign(document.createElement("p"), { textContent: sentence("words-unopened") }));
    return fields !== null;
  }
}

customElements.define("sealed-words", SealedWords);
customElements.define("words-field", WordsField);

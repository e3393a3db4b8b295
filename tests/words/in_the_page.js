/** The acts of the shared vectors, done by the browser's vault. Bytes are hex; null is an act of the server alone. */

import * as vault from "/static/words/vault.js";
import { wordlist } from "/static/vendor/bip39/english.js";

const CHEAPEST = { cheapest: { memorySize: 64, iterations: 1, parallelism: 1 } };
const STANDARD = { standard: { memorySize: 65_536, iterations: 3, parallelism: 1 } };

export const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export const hex = (array) => Array.from(array, (byte) => byte.toString(16).padStart(2, "0")).join("");

const halves = ({ proof, slotKey }) => ({ login_proof: hex(proof), slot_key: hex(slotKey) });

/** The vault takes its chance from the browser and lets nobody choose it; here its next nonce is the one given. */
async function withNonce(nonce, act) {
  const real = crypto.getRandomValues;
  crypto.getRandomValues = (array) => array.set(bytes(nonce)) ?? array;
  try {
    return { box: hex(await act()) };
  } finally {
    crypto.getRandomValues = real;
  }
}

/** A private key alone, as a pair whose public half only HPKE asks for. */
const pairOf = (given) => vault.keyPair(bytes(given.private));

const ACTS = {
  normalise: async (given) => ({ bytes: hex(vault.normalise(given.text)) }),
  stretch: async ({ passphrase, salt, profile }) =>
    halves(await vault.stretch(passphrase, bytes(salt), profile, { ...STANDARD, ...CHEAPEST })),
  write_code: async ({ secret }) => ({ code: await vault.writeCode(bytes(secret)) }),
  read_code: async ({ code }) => ({ secret: hex(await vault.readCode(code)) }),
  stretch_code: async ({ secret }) => halves(await vault.stretchCode(bytes(secret))),
  passkey_input: async ({ salt }) => ({ input: hex(await vault.passkeyInput(bytes(salt))) }),
  passkey_slot_key: async ({ prf }) => ({ slot_key: hex(await vault.passkeySlotKey(bytes(prf))) }),
  seal_slot: (given) =>
    withNonce(given.nonce, () =>
      vault.sealSlot(bytes(given.slot_key), given.kind, given.person, bytes(given.root)),
    ),
  open_slot: async (given) => ({
    root: hex(await vault.openSlot(bytes(given.slot_key), given.kind, given.person, bytes(given.box))),
  }),
  people: async ({ root }) => {
    const { marks, words } = await vault.personKeys(bytes(root));
    return { marks_private: hex(marks.private), marks_public: hex(marks.public), words_public: hex(words.public) };
  },
  open_space_key: async (given) => {
    const where = [given.purpose, given.space, given.person];
    return { key: hex(await vault.openSpaceKey(await pairOf(given), ...where, bytes(given.sealed))) };
  },
  padded_length: async ({ length }) => ({ padded: vault.pad(new Uint8Array(length)).length }),
  pad: async ({ plain }) => ({ padded: hex(vault.pad(bytes(plain))) }),
  unpad: async ({ padded }) => ({ plain: hex(vault.unpad(bytes(padded))) }),
  seal_record: (given) =>
    withNonce(given.nonce, () => vault.sealRecord(bytes(given.key), given.purpose, given, bytes(given.plain))),
  open_record: async (given) => ({
    plain: hex(await vault.openRecord(bytes(given.key), given.purpose, given, bytes(given.box))),
  }),
  words_to_plain: async ({ words }) => ({ plain: hex(vault.writeWords(words)) }),
  plain_to_words: async ({ plain }) => ({ words: vault.readWords(bytes(plain)) }),
  write_fragment: async ({ secret }) => ({ fragment: await vault.writeFragment(bytes(secret)) }),
  read_fragment: async ({ fragment }) => ({ secret: hex(await vault.readFragment(fragment)) }),
  seal_invite: (given) => {
    const keys = { marks: bytes(given.marks_key), words: bytes(given.words_key) };
    const where = [given.invite, given.space, given.inviter];
    return withNonce(given.nonce, () => vault.sealInvite(bytes(given.secret), ...where, keys));
  },
  open_invite: async (given) => {
    const where = [given.invite, given.space, given.inviter];
    const keys = await vault.openInvite(bytes(given.secret), ...where, bytes(given.box));
    return { marks_key: hex(keys.marks), words_key: hex(keys.words) };
  },
  invite_proof: async ({ secret }) => ({ proof: hex(await vault.inviteProof(bytes(secret))) }),
  comparison: async (given) => {
    const side = (name) => ({ marks: bytes(given[`${name}_marks`]), words: bytes(given[`${name}_words`]) });
    const sides = [side("inviter"), side("accepter")];
    const words = await vault.comparison(bytes(given.words_key), given.space, ...sides);
    return { words: words.map((word) => wordlist.indexOf(word)) };
  },
  seal_letter: (given) =>
    withNonce(given.nonce, () => vault.sealLetter(bytes(given.secret), given.letter, bytes(given.plain))),
  open_letter: async (given) => ({
    plain: hex(await vault.openLetter(bytes(given.secret), given.letter, bytes(given.box))),
  }),
  letter_proof: async ({ secret }) => ({ proof: hex(await vault.letterProof(bytes(secret))) }),
  open_answer: async (given) => ({
    plain: hex(await vault.openAnswer(bytes(given.secret), given.letter, await pairOf(given), bytes(given.sealed))),
  }),
  seal: ({ what, ...given }) => SEALS[what](given).then(hex),
  open_draft: async (given) => ({
    plain: hex(await vault.openDraft(await pairOf(given), given.person, bytes(given.sealed))),
  }),
};

/** Sealing as a page does it, each time with a nonce that nobody chose. */
const SEALS = {
  record: (given) => vault.sealRecord(bytes(given.key), given.purpose, given, bytes(given.plain)),
  slot: (given) => vault.sealSlot(bytes(given.slot_key), given.kind, given.person, bytes(given.root)),
  letter: (given) => vault.sealLetter(bytes(given.secret), given.letter, bytes(given.plain)),
  answer: (given) => vault.sealAnswer(bytes(given.secret), given.letter, bytes(given.public), bytes(given.plain)),
  draft: (given) => vault.sealDraft(bytes(given.public), given.person, bytes(given.plain)),
  space_key: ({ public: to, purpose, space, person, key }) =>
    vault.sealSpaceKey(bytes(to), purpose, space, person, bytes(key)),
  invite: (given) => {
    const keys = { marks: bytes(given.marks_key), words: bytes(given.words_key) };
    return vault.sealInvite(bytes(given.secret), given.invite, given.space, given.inviter, keys);
  },
};

/** What an act gives, or `{error}` with the kind of its failure; null for an act that no browser does. */
export async function run({ act, given }) {
  if (!Object.hasOwn(ACTS, act)) return null;
  try {
    return await ACTS[act](given);
  } catch (error) {
    return { error: error instanceof vault.VaultError ? error.kind : `not a VaultError: ${error}` };
  }
}

/** Unlock as a person whose root key is `root` (base64url), as opening a slot does. */
export async function unlock([person, root]) {
  const keys = await import("/static/words/keys.js");
  await keys.ready;
  await keys.remember(person, await vault.personKeys(vault.fromText(root)));
}

const told = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));

function dump(value) {
  if (value instanceof CryptoKey) return `key ${value.type} ${value.extractable}`;
  if (ArrayBuffer.isView(value)) return [hex(value), new TextDecoder().decode(value)];
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value).map(([name, part]) => [name, dump(part)]);
}

/** All that the browser keeps for this site. */
export async function everythingKept() {
  const found = [{ ...localStorage }, { ...sessionStorage }, await caches.keys(), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const database = await told(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const asking = database.transaction(store).objectStore(store);
      found.push([store, dump(await told(asking.getAllKeys())), dump(await told(asking.getAll()))]);
    }
    database.close();
  }
  return JSON.stringify(found);
}

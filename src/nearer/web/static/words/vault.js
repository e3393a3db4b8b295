/**
 * The vault, version 1, in the browser. docs/spec/vault.md is the specification and says why; this page has the same
 * verbs as the Python beside it (src/nearer/vault/). Bytes in, bytes out: nothing here stores, sends or shows anything.
 *
 * Secrets are Uint8Array while they are being made and CryptoKey, non-extractable, from then on. Identifiers are UUIDs
 * as text. Every function that opens something throws a VaultError and nothing else. The vendored modules are loaded
 * when first needed, so that a page without words loads none.
 */

const { subtle } = crypto;
const writer = new TextEncoder();
const reader = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const VERSION = Uint8Array.of(1);
const EMPTY = new Uint8Array();
const SLOT_KINDS = { passphrase: 1, recovery: 2, passkey: 3 };
const PURPOSES = { marks: 1, words: 2 };
const BOX_OVERHEAD = 29; // version, nonce, tag
const HPKE_OVERHEAD = 49; // version, the sender's passing public key, tag
const [SEALED_KEY, SLOT, INVITE, MAX_PLAIN] = [81, 93, 93, 262_144];

/** What a guess at a passphrase costs. A name that is not here is refused, so nobody on the way can lower the cost. */
const PROFILES = { standard: { memorySize: 65_536, iterations: 3, parallelism: 1 } }; // memory in KiB

/** How opening failed: `kind` is "Malformed", "WrongKey", "Tampered" or "Mistyped". It never carries content. */
export class VaultError extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

const fail = (kind) => () => {
  throw new VaultError(kind);
};
const must = (holds, kind = "Malformed") => holds || fail(kind)();

// ---- 1. Notation and building blocks ----

/** @returns {Uint8Array} bytes from the operating system's source of chance */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Bytes as they stand in a page or a form: base64url without padding. */
export function toText(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The way back; Malformed for anything that `toText` would not have written. */
export function fromText(text) {
  must(/^[\w-]*$/.test(text) && text.length % 4 !== 1);
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const odd = bytes.length % 3; // only the last group has bits to spare
  must(toText(bytes.subarray(bytes.length - odd)) === text.slice(text.length - (odd && odd + 1)));
  return bytes;
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => whole.set(part, at) ?? at + part.length, 0);
  return whole;
}

/** Whether two arrays of one length are equal: looks at every byte, whichever differs. */
const same = (a, b) => a.reduce((difference, byte, at) => difference | (byte ^ b[at]), 0) === 0;

function id(uuid) {
  must(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid));
  return Uint8Array.from(uuid.replaceAll("-", "").match(/../g), (pair) => parseInt(pair, 16));
}

const label = (name) => writer.encode(`nearer/v1/${name}`);
const digest = async (...parts) => new Uint8Array(await subtle.digest("SHA-256", join(...parts)));
const hkdf = (salt, info) => ({ name: "HKDF", hash: "SHA-256", salt, info });

/** A secret made ready for derivation and for nothing else. A space's key is kept in this form. */
export const baseKey = (secret) => subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);

const asBase = (secret) => (secret instanceof CryptoKey ? secret : baseKey(secret));

async function kdf(secret, info, length = 32) {
  return new Uint8Array(await subtle.deriveBits(hkdf(EMPTY, info), await asBase(secret), length * 8));
}

async function boxKey(secret, info, salt = EMPTY) {
  const aes = { name: "AES-GCM", length: 256 };
  return subtle.deriveKey(hkdf(salt, info), await asBase(secret), aes, false, ["encrypt", "decrypt"]);
}

async function box(key, aad, plain) {
  const nonce = random(12);
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: aad }, key, plain);
  return join(VERSION, nonce, new Uint8Array(sealed));
}

async function unbox(key, aad, sealed) {
  must(sealed.length >= BOX_OVERHEAD && sealed[0] === 1);
  const gcm = { name: "AES-GCM", iv: sealed.subarray(1, 13), additionalData: aad };
  return new Uint8Array(await subtle.decrypt(gcm, key, sealed.subarray(13)).catch(fail("Tampered")));
}

/** The one suite we use of the vendored HPKE (RFC 9180). */
async function hpke() {
  const rfc9180 = await import("../vendor/hpke/index.js");
  const suite = [rfc9180.KEM_DHKEM_X25519_HKDF_SHA256, rfc9180.KDF_HKDF_SHA256, rfc9180.AEAD_AES_256_GCM];
  return new rfc9180.CipherSuite(...suite);
}

const publicKey = (raw) => subtle.importKey("raw", raw, "X25519", true, []);

async function sealTo(publicRaw, info, plain) {
  const suite = await hpke();
  // Malformed: not a public key, or one of the few for which X25519 has no secret.
  const sealing = publicKey(publicRaw).then((key) => suite.Seal(key, plain, { info }));
  const { encapsulatedSecret, ciphertext } = await sealing.catch(fail("Malformed"));
  return join(VERSION, encapsulatedSecret, ciphertext);
}

async function openWith(pair, info, sealed) {
  must(sealed.length >= HPKE_OVERHEAD && sealed[0] === 1);
  const suite = await hpke();
  return suite.Open(pair, sealed.subarray(1, 33), sealed.subarray(33), { info }).catch(fail("Tampered"));
}

// ---- 2 and 3. The passphrase, and the recovery code ----

/**
 * Both halves of a stretched secret.
 * @returns {Promise<{proof: Uint8Array, slotKey: Uint8Array}>} what goes to the server, and what never does
 */
const split = async (stretched) => ({
  proof: await kdf(stretched, label("login")),
  slotKey: await kdf(stretched, label("slot")),
});

/** One passphrase of all the ways to type it. White space is Unicode's: `\s` differs from Python's. */
export function normalise(passphrase) {
  must(passphrase.isWellFormed());
  const spaced = passphrase.normalize("NFKC").replace(/\p{White_Space}+/gu, " ");
  const bytes = writer.encode(spaced.replace(/^ | $/g, ""));
  must(bytes.length >= 1 && bytes.length <= 1024);
  return bytes;
}

/**
 * Argon2id at the named cost: about a second, on the page's own thread (paint something first).
 * @param {object} profiles the costs by name; only a test hands in others
 */
export async function stretch(passphrase, salt, profile, profiles = PROFILES) {
  must(Object.hasOwn(profiles, profile) && salt.length === 16);
  const password = normalise(passphrase);
  await import("../vendor/hash-wasm/argon2.umd.min.js"); // sets the global `hashwasm`: it is no module
  const cost = { ...profiles[profile], hashLength: 32, outputType: "binary" };
  return split(await globalThis.hashwasm.argon2id({ password, salt, ...cost }));
}

const wordlist = async () => (await import("../vendor/bip39/english.js")).wordlist;

/** A passphrase nobody has to invent: 7 of 2048 words are 77 bits. */
export async function newPassphrase(count = 7) {
  const list = await wordlist();
  return Array.from(crypto.getRandomValues(new Uint16Array(count)), (chance) => list[chance % list.length]).join(" ");
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const number = (bytes) => Array.from(bytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
const codeCheck = async (code) => number((await digest(label("recovery/check"), code)).subarray(0, 2)) >> 4n;

/** A recovery code as seven groups of four letters, for a person to copy by hand. */
export async function writeCode(code) {
  must(code.length === 16);
  const bits = (number(code) << 12n) | (await codeCheck(code));
  const letters = Array.from({ length: 28 }, (_, at) => CROCKFORD[Number((bits >> BigInt(135 - 5 * at)) & 31n)]);
  return letters.join("").match(/.{4}/g).join("-");
}

/** What a person typed, in any case, with any spaces and dashes. Mistyped: a slip that the check letters show. */
export async function readCode(typed) {
  const bare = typed.replace(/[\p{White_Space}\-\u2010-\u2015\u2212]/gu, "");
  must(/^[0-9A-TV-Za-tv-z]{28}$/.test(bare));
  const letters = bare.toUpperCase().replace(/[IL]/g, "1").replaceAll("O", "0");
  const bits = Array.from(letters).reduce((sum, letter) => (sum << 5n) | BigInt(CROCKFORD.indexOf(letter)), 0n);
  const code = Uint8Array.from({ length: 16 }, (_, at) => Number((bits >> BigInt(132 - 8 * at)) & 255n));
  must((await codeCheck(code)) === (bits & 4095n), "Mistyped");
  return code;
}

/** A recovery code has 128 bits of chance: no slow function is needed. */
export const stretchCode = async (code) => split(await kdf(code, label("recovery")));

// ---- 4. Slots ----

/** The input for which a passkey's PRF is asked, from the slot's random salt. */
export const passkeyInput = (salt) => digest(label("prf"), salt);

/** The slot key from the 32 bytes that a passkey's PRF gave. */
export async function passkeySlotKey(prf) {
  must(prf.length === 32);
  return kdf(await kdf(prf, label("passkey")), label("slot"));
}

const slotAad = (kind, person) => join(label("slot"), Uint8Array.of(SLOT_KINDS[kind]), id(person));

/** @param {"passphrase"|"recovery"|"passkey"} kind */
export async function sealSlot(slotKey, kind, person, root) {
  must(root.length === 32);
  const inner = await box(await boxKey(slotKey, label("slot/key")), slotAad(kind, person), root);
  return join(VERSION, await kdf(slotKey, label("slot/commit")), inner.subarray(1));
}

/** The root key. AES-GCM does not commit to its key, so the slot does: WrongKey comes before any decryption. */
export async function openSlot(slotKey, kind, person, sealed) {
  must(sealed.length === SLOT && sealed[0] === 1);
  must(same(await kdf(slotKey, label("slot/commit")), sealed.subarray(1, 33)), "WrongKey");
  const inner = join(VERSION, sealed.subarray(33));
  return unbox(await boxKey(slotKey, label("slot/key")), slotAad(kind, person), inner);
}

// ---- 5. A person's keys ----

/** What PKCS #8 writes before the 32 bytes of such a key (RFC 8410). */
const PKCS8_X25519 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32);

/** A key pair whose private half can be used and never read. WebCrypto tells a public half only through an export. */
export async function keyPair(privateRaw) {
  must(privateRaw.length === 32);
  const load = (readable) =>
    subtle.importKey("pkcs8", join(PKCS8_X25519, privateRaw), "X25519", readable, ["deriveBits"]);
  const raw = fromText((await subtle.exportKey("jwk", await load(true))).x);
  return { privateKey: await load(false), publicKey: await publicKey(raw), public: raw };
}

/**
 * Both pairs of a person. `marks.private` is lent to the server for a session; the words' private key stays here.
 * `raw` is the public half in bytes.
 */
export async function personKeys(root) {
  must(root.length === 32);
  const [marks, words] = await Promise.all(["marks", "words"].map((name) => kdf(root, label(`person/${name}`))));
  return { marks: { private: marks, ...(await keyPair(marks)) }, words: await keyPair(words) };
}

// ---- 6. Spaces ----

const spaceInfo = (purpose, space, person) => join(label(`space/${purpose}`), id(space), id(person));

/** @param {"marks"|"words"} purpose of the key, and of the member's public key it is sealed to */
export async function sealSpaceKey(publicRaw, purpose, space, person, key) {
  must(key.length === 32);
  return sealTo(publicRaw, spaceInfo(purpose, space, person), key);
}

export async function openSpaceKey(pair, purpose, space, person, sealed) {
  must(sealed.length === SEALED_KEY);
  return openWith(pair, spaceInfo(purpose, space, person), sealed);
}

// ---- 7 and 8. Records, and padding ----

function paddedLength(n) {
  if (n <= 256) return 256;
  const exponent = 31 - Math.clz32(n);
  const step = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(n / step) * step;
}

const isPadded = (n) => n >= 256 && n <= paddedLength(MAX_PLAIN + 1) && paddedLength(n) === n;

export function pad(plain) {
  must(plain.length <= MAX_PLAIN);
  const padded = new Uint8Array(paddedLength(plain.length + 1));
  padded.set(plain);
  padded[plain.length] = 0x80;
  return padded;
}

export function unpad(padded) {
  const end = padded.findLastIndex((byte) => byte !== 0);
  must(end >= 0 && padded[end] === 0x80 && end <= MAX_PLAIN && paddedLength(end + 1) === padded.length);
  return padded.subarray(0, end);
}

const recordAad = (purpose, { space, record, author }) =>
  join(VERSION, Uint8Array.of(PURPOSES[purpose]), id(space), id(record), id(author));

/** A box opens at its own address only. @param {{space: string, record: string, author: string}} at */
export async function sealRecord(spaceKey, purpose, at, plain) {
  const key = await boxKey(spaceKey, label(`record/${purpose}`), id(at.record));
  return box(key, recordAad(purpose, at), pad(plain));
}

export async function openRecord(spaceKey, purpose, at, sealed) {
  must(isPadded(sealed.length - BOX_OVERHEAD) && sealed[0] === 1);
  const key = await boxKey(spaceKey, label(`record/${purpose}`), id(at.record));
  return unpad(await unbox(key, recordAad(purpose, at), sealed));
}

const whole = (_, value) => (typeof value === "string" ? value.toWellFormed() : value);

/** Words as bytes: an object from field name to text. Half a surrogate pair (a cut emoji) becomes U+FFFD. */
export const writeWords = (fields) => writer.encode(JSON.stringify(fields, whole));

export function readWords(plain) {
  try {
    const fields = JSON.parse(reader.decode(plain), whole);
    must(fields.constructor === Object && Object.values(fields).every((text) => typeof text === "string"));
    return fields;
  } catch {
    throw new VaultError("Malformed");
  }
}

// ---- 10. Pairing ----

/** The part of a link after its `#`, which no server sees. */
export async function writeFragment(secret) {
  must(secret.length === 16);
  return toText(join(secret, (await digest(label("invite/check"), secret)).subarray(0, 2)));
}

export async function readFragment(fragment) {
  must(/^[\w-]{24}$/.test(fragment));
  const bytes = fromText(fragment);
  const secret = bytes.subarray(0, 16);
  must(same((await digest(label("invite/check"), secret)).subarray(0, 2), bytes.subarray(16)), "Mistyped");
  return secret;
}

export const inviteProof = (secret) => kdf(secret, label("invite/proof"));

const inviteAad = (invite, space, inviter) => join(label("invite"), id(invite), id(space), id(inviter));

/** Seal the keys of the couple's space, {marks, words}, under the secret of the link. */
export async function sealInvite(secret, invite, space, inviter, keys) {
  must(keys.marks.length === 32 && keys.words.length === 32);
  return box(await boxKey(secret, label("invite")), inviteAad(invite, space, inviter), join(keys.marks, keys.words));
}

export async function openInvite(secret, invite, space, inviter, sealed) {
  must(sealed.length === INVITE);
  const both = await unbox(await boxKey(secret, label("invite")), inviteAad(invite, space, inviter), sealed);
  return { marks: both.subarray(0, 32), words: both.subarray(32) };
}

/** The four words that both read to each other. The sides are their public halves, {marks, words}. */
export async function comparison(wordsKey, space, inviter, accepter) {
  const keys = [inviter.marks, inviter.words, accepter.marks, accepter.words];
  must(keys.every((key) => key.length === 32));
  const seen = await kdf(wordsKey, join(label("compare"), id(space), ...keys), 6);
  const list = await wordlist();
  return [37n, 26n, 15n, 4n].map((shift) => list[Number((number(seen) >> shift) & 2047n)]);
}

// ---- 11. What is still in a field ----

export const sealDraft = (publicRaw, person, plain) => sealTo(publicRaw, join(label("draft"), id(person)), pad(plain));

export async function openDraft(pair, person, sealed) {
  must(isPadded(sealed.length - HPKE_OVERHEAD));
  return unpad(await openWith(pair, join(label("draft"), id(person)), sealed));
}

// ---- 14. A letter by link ----

const ofLetter = (name, letter) => join(label(name), id(letter));
const sealLinked = async (name, secret, letter, plain) =>
  box(await boxKey(secret, label(name)), ofLetter(name, letter), pad(plain));

async function openLinked(name, secret, letter, sealed) {
  must(isPadded(sealed.length - BOX_OVERHEAD));
  return unpad(await unbox(await boxKey(secret, label(name)), ofLetter(name, letter), sealed));
}

export const letterProof = (secret) => kdf(secret, label("letter/proof"));
export const sealLetter = (...given) => sealLinked("letter", ...given);

/** The bytes of a letter. @param given the link's secret, the letter's id, its box */
export const openLetter = (...given) => openLinked("letter", ...given);

/** Seal to the letter's writer, inside with the link's secret: that a reader made it, and no server. */
export async function sealAnswer(secret, letter, publicRaw, plain) {
  return sealTo(publicRaw, ofLetter("letter/answer", letter), await sealLinked("letter/answer", secret, letter, plain));
}

export async function openAnswer(secret, letter, pair, sealed) {
  must(isPadded(sealed.length - HPKE_OVERHEAD - BOX_OVERHEAD));
  return openLinked("letter/answer", secret, letter, await openWith(pair, ofLetter("letter/answer", letter), sealed));
}

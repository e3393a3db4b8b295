/**
 * The forms that make or open a slot: <form data-act="begin">, or another name of ACTS.
 * The passphrase, the recovery code and the root key stay in this module; hidden inputs take out what the server may
 * have, and then the form is posted like any other. A form may have steps, <section data-step>, shown one at a time.
 * What a step asks for is known by what it holds:
 *   #id_name · [data-passphrase], the one that is · [data-code], a recovery code · [data-offered], a new passphrase ·
 *   [data-recovery], the new code · [data-group], a group of it typed back
 * `made` is what the steps of one form have made so far: {person, root, proof, offered, passphrase, code, written}.
 */

import { remember, spaceKey } from "./keys.js";
import { ask, busy, complain, hidden, Refused, sentence } from "./page.js";
import * as vault from "./vault.js";

const { fromText, toText } = vault;
const FAIR = 3; // of zxcvbn's 0 to 4

const find = (root, selector) => root.querySelector(selector);
const nameOf = (form) => find(form, "[name=name]").value.trim();
const fieldOf = (input) => input.id.replace("id_", "");

/** Stop, and say the form's own translated sentence (data-…) beside a field. */
function refuse(form, field, message) {
  throw new Refused(field, form.getAttribute(`data-${message}`));
}

// ---- Opening what there is ----

async function open(kind, path, field, name, { proof, slotKey }) {
  const { person, box } = await ask(path, { name, proof: toText(proof) }, field);
  return { person, proof, root: await vault.openSlot(slotKey, kind, person, fromText(box)) };
}

async function openByPassphrase(form, input) {
  const field = fieldOf(input);
  if (!input.value.trim()) refuse(form, field, "missing");
  const { profile, salt } = await ask("/account/salt/", { name: nameOf(form) }, field);
  const halves = await vault.stretch(input.value, fromText(salt), profile);
  return open("passphrase", "/account/open/", field, nameOf(form), halves);
}

async function openByCode(form, input) {
  const code = await vault.readCode(input.value).catch(({ kind }) => refuse(form, fieldOf(input), kind));
  return open("recovery", "/account/recovery/open/", fieldOf(input), nameOf(form), await vault.stretchCode(code));
}

// ---- Making what is new ----

/** zxcvbn is no module: classic scripts, loaded when somebody types a passphrase of their own. */
const load = (src) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  });

async function judge(form, typed) {
  if (!globalThis.zxcvbnts?.["language-common"]) await Promise.all(form.dataset.strengthScripts.split(" ").map(load));
  const { core, "language-common": common } = globalThis.zxcvbnts;
  const judging = new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return judging.check(typed.slice(0, 128), [nameOf(form), "nearer"]).score;
}

async function offer(step, made, ownInstead) {
  made.offered = ownInstead ? null : await vault.newPassphrase();
  find(step, "[data-offered]").textContent = made.offered ?? "";
  find(step, "[data-offer]").hidden = ownInstead;
  find(step, "[data-chosen]").hidden = !ownInstead;
  if (ownInstead) find(step, "[data-chosen] input").focus();
}

function choosing(form, step, made) {
  const typed = find(step, "[data-chosen] input");
  find(step, "[data-another]").onclick = () => offer(step, made, false);
  find(step, "[data-own]").onclick = () => offer(step, made, true);
  typed.oninput = async () => {
    const score = await judge(form, typed.value).catch(() => null);
    find(step, "[data-strength]").textContent = form.getAttribute(`data-strength-${score}`) ?? "";
  };
}

const spaced = (text) => text.normalize("NFKC").trim().replace(/\p{White_Space}+/gu, " ");

async function newPassphrase(form, step, made) {
  const typed = find(step, "[data-chosen] input");
  const again = find(step, "[data-again]");
  const passphrase = made.offered ?? typed.value;
  if (!made.offered && (await judge(form, passphrase)) < FAIR) refuse(form, fieldOf(typed), "weak");
  if (spaced(passphrase) !== spaced(again.value)) refuse(form, fieldOf(again), "not-same");
  return { passphrase };
}

/** Choose at random which groups of the code to ask for. */
function askForGroups(inputs) {
  const numbers = [1, 2, 3, 4, 5, 6, 7];
  const chosen = inputs.map(() => numbers.splice(vault.random(1)[0] % numbers.length, 1)[0]).sort();
  inputs.forEach((input, at) => {
    input.dataset.group = chosen[at];
    find(input.labels[0], "[data-group-number]").textContent = chosen[at];
  });
}

function proveGroup(form, input, made) {
  const typed = input.value.trim().toUpperCase().replace(/[IL]/g, "1").replaceAll("O", "0");
  if (typed !== made.written.split("-")[input.dataset.group - 1]) refuse(form, "group", "group-wrong");
}

/** The salt stays when the passphrase changes: anyone may ask for it, and a new one would tell of the change. */
const keptSalt = async (form) => fromText((await ask("/account/salt/", { name: nameOf(form) })).salt);

async function addPassphraseSlot(form, { passphrase, person, root }, salt = vault.random(16)) {
  const { proof, slotKey } = await vault.stretch(passphrase, salt, "standard");
  const slot = await vault.sealSlot(slotKey, "passphrase", person, root);
  hidden(form, { profile: "standard", salt: toText(salt), proof: toText(proof), slot: toText(slot) });
}

async function addRecoverySlot(form, prefix, { code, person, root }) {
  const { proof, slotKey } = await vault.stretchCode(code);
  const slot = await vault.sealSlot(slotKey, "recovery", person, root);
  hidden(form, { [`${prefix}recovery_proof`]: toText(proof), [`${prefix}recovery_slot`]: toText(slot) });
}

/** Both keys for this session: the marks key goes to the server, the words key stays in this browser. */
async function enter(form, { person, root }) {
  const keys = await vault.personKeys(root);
  await remember(person, keys);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  hidden(form, { marks_private: toText(keys.marks.private), time_zone: timeZone });
  return keys;
}

// ---- Passkeys ----

/** What the server may see of a passkey's answer: never what its PRF gave, since that opens the slot. */
const bare = (credential) => ({ ...credential.toJSON(), clientExtensionResults: {} });

function prfOf(credential) {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  return first && new Uint8Array(first);
}

async function addPasskey(form, { person, root }) {
  const { slot_salt: salt, ...options } = await ask("/account/passkeys/options/", {});
  const extensions = { prf: { eval: { first: await vault.passkeyInput(fromText(salt)) } } };
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await navigator.credentials.create({ publicKey: { ...publicKey, extensions } });
  // Some devices tell the PRF only when signing: ask once more, with a challenge that nobody needs.
  const allowCredentials = [{ type: "public-key", id: made.rawId }];
  const again = { challenge: vault.random(32), rpId: publicKey.rp.id, allowCredentials, extensions };
  const prf = prfOf(made) ?? prfOf(await navigator.credentials.get({ publicKey: again }));
  if (!prf) refuse(form, "form", "unsupported");
  const slot = await vault.sealSlot(await vault.passkeySlotKey(prf), "passkey", person, root);
  await ask("/account/passkeys/", { credential: bare(made), salt, slot: toText(slot) });
  location.reload();
  return false;
}

async function unlockByPasskey(form) {
  const { salts, ...options } = await ask("/unlock/passkey/options/", {});
  const inputOf = async ([id, salt]) => [id, { first: await vault.passkeyInput(fromText(salt)) }];
  const evalByCredential = Object.fromEntries(await Promise.all(Object.entries(salts).map(inputOf)));
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const extensions = { prf: { evalByCredential } };
  const used = await navigator.credentials.get({ publicKey: { ...publicKey, extensions } });
  const { person, box, ticket } = await ask("/unlock/passkey/open/", { credential: bare(used) });
  const slotKey = await vault.passkeySlotKey(prfOf(used) ?? refuse(form, "form", "unsupported"));
  hidden(form, { ticket });
  await enter(form, { person, root: await vault.openSlot(slotKey, "passkey", person, fromText(box)) });
  form.submit();
}

// ---- The forms ----

async function makePerson(form, made) {
  Object.assign(made, { person: crypto.randomUUID(), space: crypto.randomUUID(), root: vault.random(32) });
  await addPassphraseSlot(form, made);
  await addRecoverySlot(form, "", made);
  const keys = await enter(form, made);
  hidden(form, { person: made.person, space: made.space });
  const fresh = { marks: vault.random(32), words: vault.random(32) };
  for (const [purpose, bytes] of Object.entries(fresh)) {
    const key = await vault.sealSpaceKey(keys[purpose].public, purpose, made.space, made.person, bytes);
    hidden(form, { [`${purpose}_public`]: toText(keys[purpose].public), [`${purpose}_key`]: toText(key) });
  }
  spaceKey(made.space, fresh.words);
}

/**
 * What was written on the same page before there was an account, form[data-comes-along], is sealed as the new space's
 * first record, and both forms are sent as one. Not by leaving the page: if that fails, the words are still in it.
 */
async function begin(form, made) {
  if (!made.space) await makePerson(form, made); // once: sent again, it is the same person
  const before = find(document, "form[data-comes-along]");
  if (before) Object.assign(before.dataset, { space: made.space, author: made.person });
  before?.requestSubmit();
  return !before;
}

/** Only show that it is the same person: all that erasing needs. */
const prove = (form, { proof }) => hidden(form, { proof: toText(proof) });

async function comeIn(form, made) {
  prove(form, made);
  await enter(form, made);
}

async function recover(form, made) {
  hidden(form, { recovery_proof: toText(made.proof) });
  await addPassphraseSlot(form, made, await keptSalt(form));
  await addRecoverySlot(form, "new_", made);
  await enter(form, made);
}

async function changePassphrase(form, made) {
  hidden(form, { old_proof: toText(made.proof) });
  await addPassphraseSlot(form, made, await keptSalt(form));
}

/** What each form does at its end. It is posted then, unless that gave false. */
const ACTS = {
  begin, recover, erase: prove, "sign-in": comeIn, unlock: comeIn, passphrase: changePassphrase, passkey: addPasskey,
};

async function checkStep(form, step, made) {
  const [passphrase, code] = ["[data-passphrase]", "[data-code]"].map((selector) => find(step, selector));
  if (find(step, "#id_name") && !nameOf(form)) refuse(form, "name", "missing-name");
  if (step.dataset.step === "name") await ask("/account/name/", { name: nameOf(form) }, "name");
  if (passphrase) Object.assign(made, await openByPassphrase(form, passphrase));
  if (code) Object.assign(made, await openByCode(form, code));
  if (find(step, "[data-offered]")) Object.assign(made, await newPassphrase(form, step, made));
  for (const group of step.querySelectorAll("[data-group]")) proveGroup(form, group, made);
}

async function enterStep(form, step, made) {
  for (const each of form.querySelectorAll("[data-step]")) each.hidden = each !== step;
  const code = find(step, "[data-recovery]");
  if (find(step, "[data-offered]") && !made.passphrase) await offer(step, made, false);
  if (code) code.textContent = made.written = await vault.writeCode((made.code ??= vault.random(16)));
  askForGroups(Array.from(step.querySelectorAll("[data-group]")));
  find(step, "h1, h2, input")?.focus();
}

function explain(form, error) {
  // A DOMException here is a touch that was not given, or was not that of the right person.
  const wrong = error instanceof vault.VaultError || error instanceof DOMException;
  if (error instanceof Refused) complain(form, error.field, error.text);
  else complain(form, "form", wrong ? form.dataset.wrong : sentence("send-failed"));
}

async function work(form, act) {
  if (form.ariaBusy) return;
  for (const place of form.querySelectorAll("[id].error")) place.textContent = "";
  busy(form, true);
  await new Promise((painted) => setTimeout(painted, 50)); // Argon2 takes the page's thread for a second
  await act().catch((error) => explain(form, error));
  busy(form, false);
}

function prepare(form) {
  const made = {};
  const steps = Array.from(form.querySelectorAll("[data-step]"));
  const current = () => steps.findIndex((step) => !step.hidden);
  form.noValidate = true; // a field of a hidden step must not stop the step that is shown
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    work(form, async () => {
      await checkStep(form, steps[current()] ?? form, made);
      const next = steps[current() + 1];
      if (next) await enterStep(form, next, made);
      else if ((await ACTS[form.dataset.act](form, made)) !== false) form.submit();
    });
  });
  for (const back of form.querySelectorAll("[data-back]")) back.onclick = () => enterStep(form, steps[current() - 1], made);
  for (const step of steps) if (find(step, "[data-offered]")) choosing(form, step, made);
  const passkey = find(form, "[data-passkey]");
  if (passkey) passkey.hidden = !("PublicKeyCredential" in globalThis);
  if (passkey) passkey.onclick = () => work(form, () => unlockByPasskey(form));
  if (steps.length > 0) enterStep(form, steps[0], made);
  busy(form, false); // drawn disabled: before this script is here nothing could be made of what is typed
}

document.querySelectorAll("form[data-act]").forEach(prepare);

/**
 * The forms that make or open a slot: <form data-act="begin | sign-in | unlock | recover | passphrase | passkey">. The
 * passphrase, the recovery code and the root key stay in this module; hidden inputs take out what the server may have,
 * and then the form is posted like any other. A form may have steps, <section data-step>, shown one at a time. What a
 * step asks for is known by what it holds, so a template may put them together as it likes:
 *   #id_name · [data-passphrase], the one that is · [data-code], a recovery code · [data-offered], a new passphrase ·
 *   [data-recovery], the new code · [data-group], two groups of it typed back
 */

import { remember } from "./keys.js";
import { ask, busy, complain, hidden, page, Refused, sentence } from "./page.js";
import * as vault from "./vault.js";

const { fromText, toText } = vault;
const FAIR = 3; // of zxcvbn's 0 to 4
const FIELDS = ["form", "name", "passphrase", "again", "code", "group"];

const value = (root, selector) => root.querySelector(selector)?.value ?? "";

const refuse = (form, field, message) => {
  throw new Refused(field, form.getAttribute(`data-${message}`));
};

// ---- Opening what there is ----

const nameOf = (form) => value(form, "[name=name]").trim();

async function openWith(form, field, path, name, kind, { proof, slotKey }) {
  const { person, box } = await ask(path, { name, proof: toText(proof) }, field);
  return { person, proof, root: await vault.openSlot(slotKey, kind, person, fromText(box)) };
}

async function openByPassphrase(form) {
  const typed = value(form, "[data-passphrase]") || refuse(form, "passphrase", "missing");
  const name = nameOf(form);
  const { profile, salt } = await ask("/account/salt/", { name });
  const halves = await vault.stretch(typed, fromText(salt), profile);
  return openWith(form, "passphrase", "/account/open/", name, "passphrase", halves);
}

async function openByCode(form) {
  const code = await vault.readCode(value(form, "[data-code]")).catch(({ kind }) => refuse(form, "code", kind));
  return openWith(form, "code", "/account/recovery/open/", nameOf(form), "recovery", await vault.stretchCode(code));
}

// ---- Making what is new ----

async function judge(form, typed) {
  if (!globalThis.zxcvbnts?.["language-common"]) {
    for (const src of form.dataset.strengthScripts.split(" ")) await loadScript(src);
  }
  const { core, "language-common": common } = globalThis.zxcvbnts;
  const judging = new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return judging.check(typed.slice(0, 128), [nameOf(form), "nearer"]).score;
}

/** zxcvbn is no module: a classic script, loaded when a person types a passphrase of their own. */
const loadScript = (src) =>
  new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject }));
  });

async function offer(step, made) {
  made.offered = await vault.newPassphrase();
  step.querySelector("[data-offered]").textContent = made.offered;
  step.querySelector("[data-offer]").hidden = false;
  step.querySelector("[data-chosen]").hidden = true;
}

function choosing(form, step, made) {
  const chosen = step.querySelector("[data-chosen]");
  const typed = chosen.querySelector("input");
  step.querySelector("[data-another]").onclick = () => offer(step, made);
  step.querySelector("[data-own]").onclick = () => {
    made.offered = null;
    step.querySelector("[data-offer]").hidden = true;
    chosen.hidden = false;
    typed.focus();
  };
  typed.oninput = async () => {
    const score = await judge(form, typed.value).catch(() => null);
    chosen.querySelector("[data-strength]").textContent = form.getAttribute(`data-strength-${score}`) ?? "";
  };
}

async function newPassphrase(form, step, made) {
  const passphrase = made.offered ?? value(step, "[data-chosen] input");
  const same = (text) => text.normalize("NFKC").trim().replace(/\p{White_Space}+/gu, " ");
  if (!made.offered && (await judge(form, passphrase)) < FAIR) refuse(form, "passphrase", "weak");
  if (same(passphrase) !== same(value(step, "[data-again]"))) refuse(form, "again", "not-same");
  return { passphrase };
}

function askForGroups(step) {
  const inputs = Array.from(step.querySelectorAll("[data-group]"));
  const numbers = [1, 2, 3, 4, 5, 6, 7];
  const chosen = inputs.map(() => numbers.splice(vault.random(1)[0] % numbers.length, 1)[0]).sort();
  inputs.forEach((input, at) => {
    input.dataset.group = chosen[at];
    input.labels[0].querySelector("[data-group-number]").textContent = chosen[at];
  });
}

function proveGroups(form, step, made) {
  const reads = (input) => input.value.trim().toUpperCase().replace(/[IL]/g, "1").replaceAll("O", "0");
  const right = (input) => reads(input) === made.written.split("-")[input.dataset.group - 1];
  if (!Array.from(step.querySelectorAll("[data-group]")).every(right)) refuse(form, "group", "group-wrong");
}

async function addPassphraseSlot(form, { passphrase, person, root }) {
  const salt = vault.random(16);
  const { proof, slotKey } = await vault.stretch(passphrase, salt, "standard");
  const slot = await vault.sealSlot(slotKey, "passphrase", person, root);
  hidden(form, "profile", "standard");
  for (const [name, bytes] of Object.entries({ salt, proof, slot })) hidden(form, name, toText(bytes));
}

async function addRecoverySlot(form, prefix, { code, person, root }) {
  const { proof, slotKey } = await vault.stretchCode(code);
  hidden(form, `${prefix}recovery_proof`, toText(proof));
  hidden(form, `${prefix}recovery_slot`, toText(await vault.sealSlot(slotKey, "recovery", person, root)));
}

/** Both keys for this session: the marks key goes to the server, the words key stays in this browser. */
async function enter(form, { person, root }) {
  const keys = await vault.personKeys(root);
  await remember(person, keys);
  hidden(form, "marks_private", toText(keys.marks.private));
  hidden(form, "time_zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  return keys;
}

// ---- Passkeys ----

/** What the server may see of a passkey's answer: never what its PRF gave, which opens the slot. */
function bare(credential) {
  const { clientExtensionResults: _, ...rest } = credential.toJSON();
  return { ...rest, clientExtensionResults: {} };
}

const prfOf = (credential) => {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  return first && new Uint8Array(first);
};

async function addPasskey(form, { person, root }) {
  const { slot_salt: salt, ...options } = await ask("/account/passkeys/options/", {});
  const prf = { eval: { first: await vault.passkeyInput(fromText(salt)) } };
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await navigator.credentials.create({ publicKey: { ...publicKey, extensions: { prf } } });
  // Some devices tell the PRF only when signing: ask once more, with a challenge that nobody needs.
  const allowCredentials = [{ type: "public-key", id: made.rawId }];
  const again = { challenge: vault.random(32), rpId: publicKey.rp.id, allowCredentials, extensions: { prf } };
  const output = prfOf(made) ?? prfOf(await navigator.credentials.get({ publicKey: again }));
  if (!output) refuse(form, "form", "unsupported");
  const slot = await vault.sealSlot(await vault.passkeySlotKey(output), "passkey", person, root);
  await ask("/account/passkeys/", { credential: bare(made), salt, slot: toText(slot) });
  location.reload();
}

async function unlockByPasskey(form) {
  const { salts, ...options } = await ask("/unlock/passkey/options/", {});
  const inputs = Object.entries(salts).map(async ([id, salt]) => [id, { first: await vault.passkeyInput(fromText(salt)) }]);
  const prf = { evalByCredential: Object.fromEntries(await Promise.all(inputs)) };
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const used = await navigator.credentials.get({ publicKey: { ...publicKey, extensions: { prf } } });
  const { person, box, ticket } = await ask("/unlock/passkey/open/", { credential: bare(used) });
  const slotKey = await vault.passkeySlotKey(prfOf(used) ?? refuse(form, "form", "unsupported"));
  hidden(form, "ticket", ticket);
  await enter(form, { person, root: await vault.openSlot(slotKey, "passkey", person, fromText(box)) });
  form.submit();
}

// ---- The forms ----

/** What each form does at its end, with what its steps made; it is posted afterwards unless that says false. */
const ACTS = {
  async begin(form, made) {
    const space = crypto.randomUUID();
    Object.assign(made, { person: crypto.randomUUID(), root: vault.random(32) });
    await addPassphraseSlot(form, made);
    await addRecoverySlot(form, "", made);
    const keys = await enter(form, made);
    hidden(form, "person", made.person);
    hidden(form, "space", space);
    for (const purpose of ["marks", "words"]) {
      const key = await vault.sealSpaceKey(keys[purpose].public, purpose, space, made.person, vault.random(32));
      hidden(form, `${purpose}_public`, toText(keys[purpose].public));
      hidden(form, `${purpose}_key`, toText(key));
    }
  },
  async "sign-in"(form, made) {
    hidden(form, "proof", toText(made.proof));
    await enter(form, made);
  },
  async recover(form, made) {
    hidden(form, "recovery_proof", toText(made.proof));
    await addPassphraseSlot(form, made);
    await addRecoverySlot(form, "new_", made);
    await enter(form, made);
  },
  async passphrase(form, made) {
    hidden(form, "old_proof", toText(made.proof));
    await addPassphraseSlot(form, made);
  },
  passkey: (form, made) => addPasskey(form, made).then(() => false),
};
ACTS.unlock = ACTS["sign-in"];

async function enterStep(form, step, made) {
  for (const section of form.querySelectorAll("[data-step]")) section.hidden = section !== step;
  if (step.querySelector("[data-offered]") && !made.passphrase) await offer(step, made);
  if (step.querySelector("[data-recovery]")) {
    made.code ??= vault.random(16);
    made.written = await vault.writeCode(made.code);
    step.querySelector("[data-recovery]").textContent = made.written;
  }
  askForGroups(step);
  step.querySelector("h1, h2, input")?.focus();
}

async function checkStep(form, step, made) {
  if (step.querySelector("#id_name") && !nameOf(form)) refuse(form, "name", "missing-name");
  if (step.querySelector("[data-passphrase]")) Object.assign(made, await openByPassphrase(form));
  if (step.querySelector("[data-code]")) Object.assign(made, await openByCode(form));
  if (step.querySelector("[data-offered]")) Object.assign(made, await newPassphrase(form, step, made));
  proveGroups(form, step, made);
}

function explain(form, error) {
  if (error instanceof Refused) complain(form, error.field, error.text);
  else if (error instanceof vault.VaultError) complain(form, "form", form.dataset.wrong ?? sentence("words-unopened"));
  else complain(form, "form", form.dataset.failed ?? sentence("send-failed"));
}

/** Let the page show that it is at work: the next steps take a second of its thread. */
const painted = () => new Promise((done) => setTimeout(done, 50));

async function work(form, act) {
  if (form.ariaBusy) return;
  for (const field of FIELDS) complain(form, field, "");
  busy(form, true);
  await painted();
  await act().catch((error) => explain(form, error));
  busy(form, false);
}

function prepare(form) {
  const made = {};
  const steps = Array.from(form.querySelectorAll("[data-step]"));
  form.noValidate = true; // a hidden step must not stop the one that is shown
  const current = () => steps.find((step) => !step.hidden) ?? form;
  const advance = async () => {
    const step = current();
    await checkStep(form, step, made);
    const next = steps[steps.indexOf(step) + 1];
    if (next) await enterStep(form, next, made);
    else if ((await ACTS[form.dataset.act](form, made)) !== false) form.submit();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    work(form, advance);
  });
  for (const back of form.querySelectorAll("[data-back]")) {
    back.onclick = () => enterStep(form, steps[steps.indexOf(current()) - 1], made);
  }
  for (const step of steps.filter((one) => one.querySelector("[data-offered]"))) choosing(form, step, made);
  const passkey = form.querySelector("[data-passkey]");
  if (passkey && "PublicKeyCredential" in globalThis) {
    passkey.hidden = false;
    passkey.onclick = () => work(form, () => unlockByPasskey(form));
  }
  if (steps.length > 0) enterStep(form, steps[0], made);
}

document.querySelectorAll("form[data-act]").forEach(prepare);

/**
 * Two people become a couple: [data-pair="invite"] makes a link, [data-invite-link] shows one, [data-pair="check"] and
 * [data-pair="accept"] read one, [data-comparison] shows the four words. The link's secret is the part after `#`.
 */

import { mine, spaceKey } from "./keys.js";
import { ask, busy, complain, hidden, page, Refused, sentence } from "./page.js";
import * as vault from "./vault.js";

const { fromText, toText } = vault;
const known = new WeakSet();

/** Seal a space's two keys to the person here: to what this browser derived, never to what a page says. */
async function sealToMyself(form, space, keys) {
  const { person, pair, marks } = await mine();
  for (const [purpose, to] of Object.entries({ marks, words: pair.public })) {
    hidden(form, { [`${purpose}_key`]: toText(await vault.sealSpaceKey(to, purpose, space, person, keys[purpose])) });
  }
}

/** A new link in a form, and the keys behind it: {invitation, secret}. `leads` is the first part of its path. */
export async function invite(form, leads = "pair") {
  const [invitation, space, secret] = [crypto.randomUUID(), crypto.randomUUID(), vault.random(16)];
  const keys = { marks: vault.random(32), words: vault.random(32) };
  const box = await vault.sealInvite(secret, invitation, space, page.person, keys);
  hidden(form, { invite: invitation, space, box: toText(box), proof: toText(await vault.inviteProof(secret)) });
  await sealToMyself(form, space, keys);
  const fragment = await vault.writeFragment(secret);
  form.querySelector("words-field[name=link]").value = `${location.origin}/${leads}/${invitation}/#${fragment}`;
  busy(form, false); // the page's button rests until the link is made
  return { invitation, secret };
}

/** The secret of the link that led here, or null after saying kindly what is wrong with it. */
async function check(place) {
  const fragment = location.hash.slice(1);
  const secret = await vault.readFragment(fragment).catch(() => null);
  if (!secret) complain(place, "form", fragment ? place.dataset.torn : place.dataset.missing);
  return secret;
}

async function accept(form) {
  const secret = await check(form);
  if (!secret) return;
  const proof = toText(await vault.inviteProof(secret));
  const { box, space, inviter } = await ask(form.dataset.open, { proof });
  await sealToMyself(form, space, await vault.openInvite(secret, form.dataset.invite, space, inviter, fromText(box)));
  hidden(form, { proof });
  history.replaceState(null, "", location.pathname); // the secret stays in no history
  form.submit();
}

function acceptOnSubmit(form) {
  const explain = (error) => {
    const torn = error instanceof vault.VaultError ? form.dataset.torn : sentence("send-failed");
    complain(form, "form", error instanceof Refused ? error.text : torn);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    busy(form, true);
    await accept(form).catch(explain);
    busy(form, false);
  });
  busy(form, false);
  return check(form);
}

async function showLink(place) {
  const link = await place.querySelector("sealed-words").opened;
  if (!link) return;
  const { data, size } = (await import("../vendor/uqr/index.mjs")).encode(link, { border: 4 });
  const [svg, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  path.setAttribute("d", data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join(""));
  svg.append(path);
  place.querySelector("[data-qr]").replaceChildren(svg);
  place.querySelector("[data-copy]").onclick = () => navigator.clipboard.writeText(link);
}

async function compare(place) {
  const { space, ...given } = place.dataset;
  const sides = ["inviter", "accepter"].map((side) => ({
    marks: fromText(given[`${side}Marks`]),
    words: fromText(given[`${side}Words`]),
  }));
  const own = toText((await mine()).pair.public);
  if (own !== given.inviterWords && own !== given.accepterWords) throw new Error("these are not this person's keys");
  place.textContent = (await vault.comparison(await spaceKey(space), space, ...sides)).join(" ");
}

const ACTS = {
  "[data-pair=invite]": invite,
  "[data-pair=check]": check,
  "[data-pair=accept]": acceptOnSubmit,
  "[data-invite-link]": showLink,
  "[data-comparison]": (place) => compare(place).catch(() => (place.textContent = sentence("words-unopened"))),
};

function arrive() {
  for (const [selector, act] of Object.entries(ACTS)) {
    for (const place of document.querySelectorAll(selector)) if (!known.has(place) && known.add(place)) act(place);
  }
}

document.addEventListener("htmx:load", arrive);
arrive();

/** The one script that a page names. What it needs it fetches itself; a first visit needs next to nothing. */

import "./exit.js";
import { leave, ready } from "./keys.js";
import { page } from "./page.js";

/** A link's secret is behind the `#`: it comes along through signing in, and no server sees it. */
for (const carrier of document.querySelectorAll("[data-carry-fragment]")) {
  const name = carrier.matches("form") ? "action" : "href";
  carrier.setAttribute(name, carrier.getAttribute(name) + location.hash);
}

document.addEventListener("submit", (event) => {
  const act = { "/lock/": "lock", "/sign-out/": "out" }[new URL(event.target.action).pathname];
  if (!act) return;
  event.preventDefault();
  leave(act, { tell: true });
});

addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // nothing comes back by "back"

const has = (selector) => document.querySelector(selector) !== null;

if (page.unlocked === "1") {
  if (await ready) await Promise.all([import("./elements.js"), import("./forms.js"), import("./live.js")]);
  else leave("lock", { tell: true }); // the server still has its half and this browser lost its own
}
if (has("form[data-act]")) await import("./account.js");
if (has("[data-pair], [data-invite-link], [data-comparison]")) await import("./pairing.js");

/**
 * The one script that a page names. What seals is here before htmx starts, so that no form is ever sent unsealed; what
 * only some pages need they fetch themselves, and the vendored modules come when they are first used.
 */

import "./exit.js";
import "./elements.js";
import "./forms.js";
import { leave, ready } from "./keys.js";
import { page } from "./page.js";

/** A link's secret is behind the `#`: it comes along through signing in, and no server sees it. */
for (const link of document.querySelectorAll("a[data-carry-fragment]")) link.href += location.hash;
for (const form of document.querySelectorAll("form[data-carry-fragment]")) form.action += location.hash;

document.addEventListener("submit", (event) => {
  const act = { "/lock/": "lock", "/sign-out/": "out" }[new URL(event.target.action).pathname];
  if (!act) return;
  event.preventDefault();
  leave(act, { tell: true });
});

addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // nothing comes back by "back"

if (document.querySelector("[data-parts-of-form], [data-preview-first]")) import("./parts.js");
if (document.querySelector("[data-export]")) import("./export.js");
if (document.querySelector("form[data-act]")) import("./account.js");
if (document.querySelector("[data-pair], [data-invite-link], [data-comparison]")) import("./pairing.js");
if (page.unlocked === "1") {
  if (await ready) import("./live.js");
  else leave("lock", { tell: true }); // the server still has its half, and this browser has lost its own
}

/** While a person is here: what the other sends appears, and nobody here for the idle minutes locks it all. */

import { isOver, leave, touch } from "./keys.js";
import { headers, page } from "./page.js";

const TICK = 5000; // milliseconds between looks at the clock, and between notes that a hand was here
const PING = Math.min(60, Number(page.idle) * 15) * 1000; // a quarter of the idle time, at most a minute
let stream = null;
let touched = 0;
let told = Date.now(); // opening the page told the server

function listen() {
  stream?.close();
  stream = null;
  if (document.hidden) return; // one open stream for each tab would use up the browser's connections
  stream = new EventSource(`/live/?since=${page.heard ?? ""}`);
  stream.addEventListener("changed", () => globalThis.htmx?.trigger(document.body, "nearer:changed"));
  stream.onerror = () => stream.readyState === EventSource.CLOSED && setTimeout(listen, 30_000);
}

async function tell() {
  told = Date.now();
  const answer = await fetch("/active/", { method: "POST", headers: headers() }).catch(() => null);
  if (answer?.headers.get("Nearer-Locked")) leave("lock");
}

function hand({ isTrusted }) {
  if (!isTrusted || Date.now() - touched < TICK) return;
  touched = Date.now();
  touch();
  if (Date.now() - told > PING) tell();
}

const look = async () => (await isOver()) && leave("lock", { tell: true });

const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"];
for (const sign of SIGNS) addEventListener(sign, hand, { passive: true, capture: true });
document.addEventListener("visibilitychange", async () => {
  await look(); // a machine that slept had no clock
  listen();
  if (stream) globalThis.htmx?.trigger(document.body, "nearer:changed");
});
setInterval(look, TICK);
listen();

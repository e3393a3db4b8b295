/** Quick exit, on every page: a [data-exit] button, or Shift three times within five seconds. */

import { leave } from "./keys.js";
import { headers } from "./page.js";

const WITHIN = 5000; // milliseconds
let shifts = [];

function exit() {
  fetch("/exit/", { method: "POST", headers: headers(), keepalive: true }).catch(() => null);
  leave("exit");
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-exit]")) return;
  event.preventDefault(); // without this script it is a plain link, which history would keep
  exit();
});
document.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  shifts = key === "Shift" ? [...shifts, timeStamp].slice(-3) : [];
  if (shifts.length === 3 && timeStamp - shifts[0] < WITHIN) exit();
});

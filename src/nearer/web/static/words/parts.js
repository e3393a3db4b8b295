/**
 * A form in parts, one to a screen: <form data-parts-of-form> with <section data-part>, and buttons [data-next] and
 * [data-back] in them. And a form that reads back before it sends: <form data-preview-first> with [data-writing],
 * [data-preview] and in it [data-preview-of="names"], for what is picked and written under these names, and
 * [data-needed] where there must be something; its one button looks first, then sends. In both, [data-fills=name] puts
 * its own words into that field, and a <details data-lends> around it closes.
 */

function show(form, wanted) {
  for (const part of form.querySelectorAll("[data-part]")) part.hidden = part !== wanted;
  wanted.querySelector("h1")?.focus();
  scrollTo(0, 0);
}

function inParts(form) {
  const parts = Array.from(form.querySelectorAll("[data-part]"));
  const turn = (by) => show(form, parts[parts.findIndex((part) => !part.hidden) + by]);
  for (const button of form.querySelectorAll("[data-next]")) button.addEventListener("click", () => turn(1));
  for (const button of form.querySelectorAll("[data-back]")) button.addEventListener("click", () => turn(-1));
  // An error beside a field of an earlier part must be seen.
  form.addEventListener("htmx:afterRequest", () => {
    const wrong = Array.from(form.querySelectorAll("[data-part] .error")).find((error) => error.textContent.trim());
    if (wrong) show(form, wrong.closest("[data-part]"));
  });
  for (const part of parts.slice(1)) part.hidden = true;
}

function fills(button) {
  const { control } = button.form.querySelector(`words-field[name=${button.dataset.fills}]`);
  button.onclick = () => {
    control.value = button.textContent.trim();
    control.dispatchEvent(new Event("input", { bubbles: true }));
    const lender = button.closest("details[data-lends]");
    lender?.removeAttribute("open");
    lender?.querySelector("summary").focus();
  };
}

/** What a form says under some names: a chip that is picked, and what is written. */
function said(form, names) {
  const places = names.split(" ").map((name) => `[name=${name}]:checked + span, words-field[name=${name}]`);
  const texts = Array.from(form.querySelectorAll(places), (one) => (one.value ?? one.textContent).trim());
  return texts.filter(Boolean).join(", ");
}

function previewFirst(form) {
  const [writing, preview, button] = ["[data-writing]", "[data-preview]", "[data-look]"].map((s) => form.querySelector(s));
  const look = button.textContent;
  const turn = (looking) => {
    [writing.hidden, preview.hidden] = [looking, !looking];
    button.textContent = looking ? button.dataset.send : look;
    if (looking) preview.querySelector("h2").focus();
  };
  form.querySelector("[data-change]").onclick = () => turn(false);
  form.addEventListener("submit", (event) => {
    const places = Array.from(preview.querySelectorAll("[data-preview-of]"));
    for (const place of places) place.textContent = said(form, place.dataset.previewOf);
    for (const place of places) place.closest("[data-words-part]").hidden = !place.textContent;
    const lacks = form.matches(":invalid") || preview.querySelector("[data-needed]:empty");
    // Seen already; or something lacks, and the server says kindly what.
    if (!preview.hidden || lacks || !places.some((place) => place.textContent)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const error of writing.querySelectorAll(".error")) error.textContent = "";
    turn(true);
  }, { capture: true });
}

document.querySelectorAll("form[data-parts-of-form]").forEach(inParts);
document.querySelectorAll("[data-fills]").forEach(fills);
document.querySelectorAll("form[data-preview-first]").forEach(previewFirst);

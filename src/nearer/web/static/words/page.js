/** What every module asks of the page: its facts, its sentences, its forms, and one way to ask the server. */

/** The facts on <body>: person, unlocked, idle, heard, exitTo. */
export const page = document.body.dataset;

/** The headers that a request of ours carries: the CSRF token, written where htmx reads it too. */
export const headers = () => JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");

/** A translated sentence of the page, from its <template id>. */
export const sentence = (id) => document.getElementById(id)?.content.textContent.trim() ?? "";

/** Values for hidden inputs of a form, by name; each is made when it is not there yet. */
export function hidden(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const found = form.querySelector(`input[type="hidden"][name="${name}"]`);
    const input = found ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    input.value = value;
  }
}

/** Say what is wrong beside a field ("form" for the form as a whole); an empty text takes it back. */
export function complain(form, field, text) {
  const name = field === "form" ? "form_error" : `id_${field}_error`;
  const place = form.querySelector(`#${name}`) ?? document.getElementById(name);
  if (place) place.textContent = text;
  const input = form.querySelector(`#id_${field}`);
  input?.toggleAttribute("aria-invalid", Boolean(text));
  if (text) input?.focus();
}

/** The submit buttons of a form, its `form=` ones included, at rest or at work. */
export function busy(form, working) {
  form.ariaBusy = working ? "true" : null;
  for (const button of form.elements) {
    if (button.type !== "submit") continue;
    button.disabled = working;
    button.ariaBusy = working ? "true" : null;
  }
}

/** Something a person can put right: a sentence for them, and the field it belongs to. */
export class Refused extends Error {
  constructor(field, text) {
    super("refused");
    Object.assign(this, { field, text });
  }
}

/** Ask the server in JSON. Refused, with the server's own sentence for `field`, unless it says yes. */
export async function ask(path, data, field = "form") {
  const options = { method: "POST", headers: { ...headers(), "Content-Type": "application/json" } };
  const answer = await fetch(path, { ...options, body: JSON.stringify(data) });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(told.error ? field : "form", told.error ?? sentence("send-failed"));
  return told;
}

/** A full-page post of our own making, as a button in a form would do it. */
export function post(path, fields = {}) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path, hidden: true });
  hidden(form, { csrfmiddlewaretoken: headers()["X-CSRFToken"] ?? "", ...fields });
  document.body.append(form);
  form.submit();
}

/**
 * After each slider stands a box, [name=said]: a slider that no hand has moved says nothing, and its box stays empty.
 */
document.addEventListener("input", ({ target, isTrusted }) => {
  if (target.type === "range") target.nextElementSibling.checked ||= isTrusted; // a draft that comes back moved none
});

/**
 * <feeling-pad>: one touch for the two sliders `pleasantness` (across) and `energy` (up) of its form, which stay its twin
 * for keys and screen readers.
 */
class FeelingPad extends HTMLElement {
  connectedCallback() {
    const { pleasantness, energy } = this.closest("form").elements;
    const take = ({ type, pointerId, clientX, clientY }) => {
      if (type === "pointerdown") this.setPointerCapture(pointerId);
      if (!this.hasPointerCapture(pointerId)) return;
      const { left, bottom, width, height } = this.getBoundingClientRect();
      pleasantness.value = (10 * (clientX - left)) / width; // the slider rounds, and keeps within its ends
      energy.value = (10 * (bottom - clientY)) / height;
      for (const { nextElementSibling: box } of [pleasantness, energy]) box.checked = true;
      energy.dispatchEvent(new Event("input", { bubbles: true }));
    };
    energy.form.addEventListener("input", () => {
      for (const { name, value } of [pleasantness, energy]) this.style.setProperty(`--${name}`, value / 10);
    });
    for (const kind of ["pointerdown", "pointermove"]) this.addEventListener(kind, take);
  }
}

customElements.define("feeling-pad", FeelingPad);

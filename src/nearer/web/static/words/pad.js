/**
 * <feeling-pad>: one touch for the two sliders `pleasantness` (across) and `energy` (up) of its form, which stay its twin
 * for keys and screen readers. After each slider of the form stands a box, [name=said]: a slider that no hand has moved
 * says nothing, and its box stays empty.
 */
class FeelingPad extends HTMLElement {
  connectedCallback() {
    const form = this.closest("form");
    const { pleasantness, energy } = form.elements;
    const show = ({ target, isTrusted }) => {
      if (isTrusted && target.type === "range") target.nextElementSibling.checked = true; // a draft come back moved none
      for (const { name, value } of [pleasantness, energy]) this.style.setProperty(`--${name}`, value / 10);
    };
    const take = ({ type, pointerId, clientX, clientY }) => {
      if (type === "pointerdown") this.setPointerCapture(pointerId);
      if (!this.hasPointerCapture(pointerId)) return;
      const { left, bottom, width, height } = this.getBoundingClientRect();
      pleasantness.value = (10 * (clientX - left)) / width; // the slider rounds, and keeps within its ends
      energy.value = (10 * (bottom - clientY)) / height;
      for (const { nextElementSibling: box } of [pleasantness, energy]) box.checked = true;
      energy.dispatchEvent(new Event("input", { bubbles: true }));
    };
    form.addEventListener("input", show);
    for (const kind of ["pointerdown", "pointermove"]) this.addEventListener(kind, take);
  }
}

customElements.define("feeling-pad", FeelingPad);

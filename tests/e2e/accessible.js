/**
 * What axe does not look at, asked of the page as it stands. Gives sentences about what is wrong.
 */
() => {
  const wrong = [];
  const name = (one) => `${one.localName}#${one.id || one.className || one.textContent.trim().slice(0, 30)}`;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const labelOf = (one) => one.labels?.[0];
  const size = (one) => {
    const boxes = [one, labelOf(one)].filter(Boolean).map((each) => each.getBoundingClientRect());
    return [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
  };
  const inText = (one) =>
    getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();

  const wide = document.scrollingElement.scrollWidth - innerWidth;
  if (wide > 0) wrong.push(`the page scrolls sideways by ${wide} px at ${innerWidth} px`);

  const usable = "a[href], button:enabled, input:not([type=hidden]):enabled, textarea, select, summary";
  const all = Array.from(document.querySelectorAll(usable)).filter(shown);
  for (const one of all) {
    const [width, height] = size(one);
    if (Math.min(width, height) < 23.5 && !inText(one)) wrong.push(`${name(one)} is ${width} x ${height} px`);
    const primary = one.matches(".button:not(.quiet)");
    if (primary && height < 43.5) wrong.push(`${name(one)} is only ${height} px high`);
  }

  const look = (one) => {
    const near = [one, labelOf(one), one.nextElementSibling, one.parentElement].filter(Boolean);
    return near.flatMap((each) => [[each], [each, "::after"]]).map((each) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(...each);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join(" ");
    }).join("|");
  };
  // What shows the focus comes from a style sheet, by kind: one of each is enough, and a page may have hundreds.
  const kindOf = (one) => [one, one.parentElement].map((each) => `${each.localName}.${each.className}`).join() + one.type;
  const seen = new Set();
  const had = document.activeElement;
  for (const one of all) {
    had?.blur();
    document.activeElement?.blur();
    const known = seen.has(kindOf(one));
    const before = known || look(one);
    one.focus();
    if (document.activeElement !== one) continue;
    seen.add(kindOf(one));
    if (!known && look(one) === before) wrong.push(`nothing shows that ${name(one)} has the focus`);
    const box = (labelOf(one) ?? one).getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const over = top?.closest("nav.tabs, header.top");
    if (over && !over.contains(one)) wrong.push(`${name(one)} has the focus and lies under ${over.className}`);
  }
  document.activeElement?.blur();
  scrollTo(0, 0);
  return wrong;
}

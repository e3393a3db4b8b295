/**
 * Draws each picture of growth from the numbers in its table, and keeps none of its own. A day without a value is a gap.
 * Without this script the table is all there is, and it is enough.
 */

const DAY = 86_400_000; // milliseconds
const HEIGHT = 150; // pixels of one picture
const UNDER = 28; // pixels for the days below it
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const day = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "short", timeZone: "UTC" });
const font = `16px ${getComputedStyle(document.body).fontFamily}`;

/** The days of a table's rows as numbers, and the values of one of its columns; empty cells are null. */
function read(table, column) {
  const days = new Map();
  for (const row of table.tBodies[0].rows) {
    const value = row.cells[column].querySelector("data")?.value;
    days.set(Date.parse(row.querySelector("time").dateTime) / DAY, value ? Number(value) : null);
  }
  return days;
}

/** Every `step` days from first to last, with null where the table has none. */
function withGaps(days, step) {
  const [first, last] = [Math.min(...days.keys()), Math.max(...days.keys())];
  const all = Array.from({ length: (last - first) / step + 1 }, (_, nth) => first + nth * step);
  return [all, all.map((one) => days.get(one) ?? null)];
}

function look(bars, low, high, step) {
  const axis = { stroke: () => colour("--soft"), font, ticks: { show: false } };
  const grid = { stroke: () => colour("--line"), width: 1 };
  const series = bars
    ? { fill: () => colour("--accent"), paths: uPlot.paths.bars({ size: [0.6, 40] }), points: { show: false } }
    : { width: 1.5, points: { show: true, size: 7, fill: () => colour("--accent") } };
  return {
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [12, 16, 0, 0],
    scales: { x: { time: false, range: (_, from, to) => [from - step / 2, to + step / 2] }, y: { range: [low, high] } },
    series: [{}, { stroke: () => colour("--accent"), spanGaps: false, ...series }],
    axes: [
      { ...axis, size: UNDER, space: 70, grid: { show: false }, incrs: [1, 7, 14, 28, 56, 112, 364], values: (_, at) => at.map((one) => day.format(one * DAY)) },
      { ...axis, size: 36, grid, splits: () => [low, (low + high) / 2, high].filter(Number.isInteger) },
    ],
  };
}

function draw(picture) {
  const table = picture.querySelector("table");
  const place = picture.querySelector("[data-drawn]");
  const { low, high, step, bars } = picture.dataset;
  place.hidden = false;
  const drawn = [...table.tHead.rows[0].cells].slice(1).map((head, nth) => {
    const one = place.appendChild(document.createElement("div"));
    if (table.tHead.rows[0].cells.length > 2) one.append(Object.assign(document.createElement("p"), { textContent: head.textContent }));
    const options = { ...look(bars !== undefined, Number(low), Number(high), Number(step)), width: place.clientWidth };
    return new uPlot(options, withGaps(read(table, nth + 1), Number(step)), one);
  });
  new ResizeObserver(() => drawn.forEach((one) => one.setSize({ width: place.clientWidth, height: HEIGHT }))).observe(place);
  for (const asked of ["(prefers-color-scheme: dark)", "print"]) {
    matchMedia(asked).addEventListener("change", () => drawn.forEach((one) => one.redraw()));
  }
}

await document.fonts.ready;
document.querySelectorAll("[data-picture]").forEach(draw);

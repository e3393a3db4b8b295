/**
 * Draws each picture of growth from the numbers in its table, and keeps none of its own. Dots and bars only: between two
 * days nothing is known. Without this script the table is all there is, and it is enough.
 */

const DAY = 86_400_000; // milliseconds
const HEIGHT = 150; // pixels of one picture
const UNDER = 28; // pixels for the days below it
const EDGE = 0.04; // of the scale, so that no dot is cut
const NAMED = 4; // weeks that have their day below them
const lang = document.documentElement.lang.replace(/^en$/, "en-GB"); // the day first, as on the page
const day = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", timeZone: "UTC" });
const font = `16px ${getComputedStyle(document.body).fontFamily}`;

/** The days of a table's rows as numbers, and the values of one of its columns; empty cells are null. */
function read(table, column) {
  const rows = [...table.tBodies[0].rows];
  const valueOf = (row) => row.cells[column].querySelector("data")?.value;
  const days = rows.map((row) => Date.parse(row.querySelector("time").dateTime) / DAY);
  return [days, rows.map((row) => (valueOf(row) ? Number(valueOf(row)) : null))];
}

/** What the picture looks like. Its three colours are those that the style sheet gives its place, for this theme. */
function look(place, bars, low, high) {
  const now = (name) => () => getComputedStyle(place)[name];
  const [accent, line, ink] = [now("color"), now("borderTopColor"), now("outlineColor")];
  const axis = { stroke: ink, font, ticks: { show: false } };
  const [beside, above] = [bars ? 3.5 : 0.5, bars ? 0 : (high - low) * EDGE];
  const series = bars
    ? { width: 0, fill: accent, paths: uPlot.paths.bars({ size: [0.6, 40] }), points: { show: false } }
    : { paths: () => null, points: { show: true, size: 7, fill: accent, stroke: accent } };
  return {
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [12, 16, 0, 0],
    scales: {
      x: { time: false, range: (_, from, to) => [from - beside, to + beside] },
      y: { range: [low - above, high + above] },
    },
    series: [{}, { stroke: accent, ...series }],
    axes: [
      {
        ...axis,
        size: UNDER,
        space: 70,
        grid: { show: false },
        incrs: [1, 7, 14, 28, 56, 112, 364],
        ...(bars && { splits: ({ data: [weeks] }) => weeks.filter((_, nth) => nth % Math.ceil(weeks.length / NAMED) === 0) }),
        values: (_, at) => at.map((one) => day.format(one * DAY)),
      },
      {
        ...axis,
        size: 36,
        grid: { stroke: line, width: 1 },
        splits: () => [low, (low + high) / 2, high].filter(Number.isInteger),
      },
    ],
  };
}

function draw(picture) {
  const table = picture.querySelector("table");
  const place = picture.querySelector("[data-drawn]");
  const { low, high, bars } = picture.dataset;
  const heads = [...table.tHead.rows[0].cells].slice(1);
  place.hidden = false;
  const drawn = heads.map((head, nth) => {
    const one = place.appendChild(document.createElement("div"));
    if (heads.length > 1) one.append(Object.assign(document.createElement("p"), { textContent: head.textContent }));
    const options = { ...look(place, bars !== undefined, Number(low), Number(high)), width: place.clientWidth };
    return new uPlot(options, read(table, nth + 1), one);
  });
  const resize = () => drawn.forEach((one) => one.setSize({ width: place.clientWidth, height: HEIGHT }));
  new ResizeObserver(resize).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((one) => one.redraw()));
}

await document.fonts.ready;
document.querySelectorAll("[data-picture]").forEach(draw);

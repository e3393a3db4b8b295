/**
 * A look at the draft of a reply: what works in it and what may sting. The same as core/replies/ finds in Python, with the
 * same expressions; both run on the same drafts in a test. Nothing here asks for anything or keeps anything.
 */

const MOST_REMARKS = 2;
const MOST_WORKS = 2;
const OPENINGS = { heard: " i heard", sense: " it makes sense because" }; // what stands before the words, on the page

const LETTERS = "A-Za-z0-9\u00c0-\u024f";
const TOKENS = new RegExp(
  "(?<quote>[\"\u201c\u201e][^\"\u201c\u201d\u201e\n]{1,400}[\"\u201d])" +
    `|(?<word>[${LETTERS}]+(?:['\u2019][${LETTERS}]+)*)` +
    "|(?<end>[.?!\u2026\n]+)" +
    "|(?<pause>[,;:()\u2013\u2014]| - )",
  "g",
);

/** The rules as a page carries them, each with its expressions made. */
export function ready(rules) {
  const make = (one) => ({ ...one, finds: new RegExp(one.finds, "g"), unless: new RegExp(one.unless ?? "(?!)", "g") });
  return {
    rules: rules.rules.map(make),
    excuses: new Map(Object.entries(rules.excuses).map(([id, one]) => [id, make(one)])),
    works: rules.works.map(make),
    spellings: new Map(Object.entries(rules.spellings)),
    turning: new RegExp(rules.turning, "g"),
  };
}

function plain([text], { quote, pause, end }, spellings) {
  if (quote) return ['"'];
  if (pause) return [","];
  if (end) return end.includes("?") ? ["?"] : [];
  const word = text.toLowerCase().replace(/['\u2019]/g, "");
  return (spellings.get(word) ?? word).split(" ");
}

/** The sentences of a draft: their plain words, where each word stands, and what stands before them on the page. */
function sentences(part, draft, spellings) {
  const found = [{ words: [], places: [] }];
  for (const token of draft.matchAll(TOKENS)) {
    const { words, places } = found.at(-1);
    for (const word of plain(token, token.groups, spellings)) {
      words.push(word);
      places.push([token.index, token.index + token[0].length]);
    }
    if (token.groups.end && words.length) found.push({ words: [], places: [] });
  }
  const whole = found.filter(({ words }) => words.length);
  return whole.map(({ words, places }, place) => {
    return { part, places, words: ` ${words.join(" ")} `, before: place === 0 ? (OPENINGS[part] ?? "") : "" };
  });
}

const starts = (finds, text) => Array.from(text.matchAll(finds), ({ index }) => index);
const fits = (finds, text) => text.search(finds) >= 0;

function span({ words, places }, start, end) {
  const plainWords = words.trim().split(" ");
  const spaces = (until) => words.slice(0, until).split(" ").length - 1;
  let [first, last] = [spaces(start + 1) - 1, spaces(end - 1) - 1];
  while (first < last && plainWords[first] === ",") first += 1;
  while (last > first && /^[,?]$/.test(plainWords[last])) last -= 1;
  return { start: places[first][0], end: places[last][1] };
}

function breaks(rule, read, { excuses, turning }) {
  const heeds = (reach) => rule.heeds.map((id) => excuses.get(id)).filter((one) => one.reach === reach);
  if (heeds("draft").some(({ finds }) => read.some(({ words }) => fits(finds, words)))) return [];
  const forAll = [rule.unless, ...heeds("sentence").map(({ finds }) => finds)];
  for (const sentence of read) {
    if (forAll.some((finds) => fits(finds, sentence.words))) continue;
    const text = sentence.before + sentence.words;
    const excused = heeds("before").flatMap(({ finds }) => starts(finds, text));
    const turns = starts(turning, text);
    for (const found of sentence.words.matchAll(rule.finds)) {
      const at = sentence.before.length + found.index;
      const excuse = Math.max(-1, ...excused.filter((start) => start <= at));
      const turn = Math.max(-1, ...turns.filter((start) => start < at));
      if (excuse > turn) continue; // nobody turned with a "but" since
      return [{ rule: rule.id, part: sentence.part, ...span(sentence, found.index, found.index + found[0].length) }];
    }
  }
  return [];
}

/** Look at a draft: the text of each part by its name, in their order. Everything there is, and what of it is shown. */
export function look(parts, rules) {
  const read = Object.entries(parts).flatMap(([part, text]) => sentences(part, text, rules.spellings));
  const remarks = rules.rules.flatMap((rule) => breaks(rule, read, rules));
  const stung = new Set(remarks.map(({ part }) => part));
  const clear = new Set(read.map(({ part }) => part).filter((part) => !stung.has(part)));
  const works = rules.works
    .filter(({ part, finds }) => clear.has(part) || read.some(({ before, words }) => fits(finds, before + words)))
    .map(({ id }) => id);
  const shown = [];
  for (const one of remarks) {
    const overlaps = (other) => one.part === other.part && one.start < other.end && other.start < one.end;
    if (shown.length < MOST_REMARKS && !shown.some(overlaps)) shown.push(one);
  }
  const order = Object.keys(parts);
  shown.sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part) || one.start - other.start);
  return { works, remarks, shown, worksShown: works.slice(0, MOST_WORKS) };
}

// The results of a search as elements. Queries and pages are inserted as text only.

import { Engine, marks } from "./search-engine.js";
import { queryWords } from "./search-analysis.js";
import { all, fill, make } from "./kit.js";

const ROOT = new URL("../../", import.meta.url);
/** The number of results that are listed by rank; those after them are grouped by kind. */
const BEST = 3;
/** The lengths of excerpts, in characters. A Korean character is about twice as wide as a Latin one. */
const EXCERPT = { ko: 100, en: 170 };
/** How far before a match the beginning of its sentence is looked for, in shares of an excerpt. */
const LEAD = 0.5;
/** The number of pages that are loaded before the first results are shown. */
const AT_FIRST = 3;

async function load(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw answer.status;
  return answer.json();
}

const engines = new Map();

/** Returns the answer to `query`. If the site has been published again in the meantime, the index is loaded anew. */
async function answer(lang, query) {
  const ask = () => {
    if (!engines.has(lang)) engines.set(lang, new Engine(lang, load));
    const engine = engines.get(lang);
    return engine.rank(query).then((found) => ({ ...found, engine }));
  };
  try {
    return await ask();
  } catch {
    engines.delete(lang);
    return ask();
  }
}

/** Searches for `query`: calls `show` with the first pages, then with all. */
export async function search(lang, query, show) {
  const found = await answer(lang, query);
  const read = (ranked) => Promise.all(ranked.map((one) => found.engine.hit(one)));
  const first = (await read(found.ranked.slice(0, AT_FIRST))).filter(Boolean);
  const count = found.ranked.length;
  await show({ ...found, hits: first, count });
  if (count > AT_FIRST) {
    const rest = (await read(found.ranked.slice(AT_FIRST))).filter(Boolean);
    await show({ ...found, hits: [...first, ...rest], count: first.length + rest.length });
  }
}

/** Returns whether `query` contains a word to search for. */
export const asks = (query) => queryWords(query.normalize("NFC")).length > 0;

/** Returns `text` from `from` to `to` with its matches marked. */
function marked(text, places, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const [start, end] of places.filter(([start, end]) => start >= from && end <= to)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), make("mark", "", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at, to)];
}

/** Returns the part of a text with the most matches, from the beginning of a sentence if one is near. */
function excerpt(text, places, lang) {
  const most = EXCERPT[lang];
  const from = excerptStart(text, places, most);
  const [to, cut] = excerptEnd(text, places, from, most);
  const begins = from === 0 || /[.?!…]["”’)]?\s$/.test(text.slice(0, from));
  return [...(begins ? [] : ["… "]), ...marked(text, places, from, to), ...(cut ? [" …"] : [])];
}

function excerptStart(text, places, most) {
  const near = (start) => Math.max(0, start - most / 5);
  const within = (start) => places.filter(([from, to]) => from >= start && to <= near(start) + most).length;
  const [best = 0] = places.map(([start]) => start).sort((a, b) => within(b) - within(a));
  if (best < most * LEAD) return 0;
  const before = text.slice(0, best);
  const sentence = [...before.matchAll(/[.?!…]["”’)]?\s/g)].at(-1);
  const start = sentence ? sentence.index + sentence[0].length : 0;
  return best - start <= most * LEAD ? start : text.lastIndexOf(" ", near(best)) + 1;
}

/** Returns the end of an excerpt, and whether a sentence is cut there. */
function excerptEnd(text, places, from, most) {
  if (text.length <= from + most) return [text.length, false];
  const shown = text.slice(from, from + most);
  const last = Math.max(0, ...places.filter(([, to]) => to <= from + most).map(([, to]) => to - from));
  const [sentence] = [...shown.matchAll(/[.?!…]["”’)]?(?=\s)/g)].slice(-1);
  const end = sentence ? sentence.index + sentence[0].length : 0;
  if (end >= Math.max(last, most * LEAD)) return [from + end, false];
  const space = shown.lastIndexOf(" ");
  return [from + (space >= last ? shown.slice(0, space).replace(/ ·$/, "").length : most), true];
}

const address = (hit, { anchor }) =>
  new URL(`${hit.lang}/${hit.address}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`, ROOT).href;

function hitElement(hit, grouped, { words, found, lang, text }) {
  const places = (text) => marks(text, words, found);
  const link = (className, passage, ...content) => {
    const element = make("a", className, ...content);
    element.href = address(hit, passage);
    if (hit.lang !== lang) element.hreflang = hit.lang;
    return element;
  };
  const [best, ...more] = hit.passages;
  const other = hit.lang === lang ? [] : [make("span", "search-other", text.other)];
  const title = make("span", "search-title", ...marked(hit.title, places(hit.title)));
  const kind = make("span", "search-kind", ...(grouped ? [] : [hit.label]), ...other);
  const heading = best.anchor && best.heading;
  const section = heading ? [make("span", "search-section", ...marked(heading, places(heading)))] : [];
  const shown = best.text ? [make("span", "search-text", ...excerpt(best.text, places(best.text), hit.lang))] : [];
  const element = make("div", "search-hit", link("search-link", best, kind, title, ...section, ...shown));
  const anchors = new Set([best.anchor]);
  for (const passage of more) {
    if (!passage.anchor || !passage.heading || anchors.has(passage.anchor)) continue;
    anchors.add(passage.anchor);
    element.append(link("search-section search-also", passage, ...marked(passage.heading, places(passage.heading))));
  }
  if (hit.lang !== lang) element.lang = hit.lang;
  return element;
}

/** Puts hits into `list`: the best ones, then the others by kind. */
export function put(list, answer, settings) {
  const groups = new Map();
  const best = answer.partial ? settings.text.partial : settings.text.best;
  answer.hits.forEach((hit, at) => {
    const label = at < BEST ? best : hit.label;
    if (!groups.has(label)) groups.set(label, []);
    groups.get(label).push(hitElement(hit, at >= BEST, { ...answer, ...settings }));
  });
  let count = 0;
  const sections = [...groups].map(([label, hits]) => {
    const head = make("h2", "search-group", label);
    if (label !== best) head.append(" ", make("span", "search-count", `${hits.length}`));
    head.id = `search-group-${++count}`;
    const section = make("div", "search-part", head, ...hits);
    section.role = "group";
    section.setAttribute("aria-labelledby", head.id);
    return section;
  });
  list.replaceChildren(...sections);
  if (!settings.options) return;
  all("a", list).forEach((link, at) => {
    link.id = `search-option-${at}`;
    link.role = "option";
    link.ariaSelected = "false";
    link.tabIndex = -1;
  });
}

/**
 * Returns the message about an answer. There is none to a query that asks for nothing yet: a letter, or a syllable that is being
 * composed and begins no word. `lists` says where to look instead.
 */
export function said(query, { words, count, partial, readAs }, text, { composing = false, lists = "" }) {
  if (!words.length || (composing && !count && query.length === 1)) return "";
  const read = readAs.filter(Boolean).join(" ");
  const outcome = fill(!count ? text.none : partial ? text.some : text.found, { query, count });
  const more = count ? [] : [text.try, lists];
  return [outcome, read && fill(text.readAs, { words: read }), ...more].filter(Boolean).join(" ");
}

// The results of a search as elements. Queries and pages are inserted as text only.

import { Engine, marks } from "./search-engine.js";
import { queryWords } from "./search-analysis.js";
import { all, fill, make } from "./kit.js";

const ROOT = new URL("../../", import.meta.url);
/** The number of results that are listed by rank; those after them are grouped by kind. */
const BEST = 3;
const EXCERPT = 150;
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

/** Returns the part of a text with the most matches. */
function excerpt(text, places) {
  const within = (start) => places.filter(([from, to]) => from >= start && to <= start + EXCERPT).length;
  const [best] = places.map(([start]) => Math.max(0, start - 30)).sort((a, b) => within(b) - within(a));
  const space = text.lastIndexOf(" ", best ?? 0);
  const from = best ? Math.max(0, space + 1) : 0;
  let to = Math.min(text.length, from + EXCERPT);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + EXCERPT / 2);
  return [...(from ? ["… "] : []), ...marked(text, places, from, to), ...(to < text.length ? [" …"] : [])];
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
  const kind = make("span", "search-kind", grouped ? "" : hit.label, ...other);
  const heading = best.anchor && best.heading;
  const section = heading ? [make("span", "search-section", ...marked(heading, places(heading)))] : [];
  const shown = make("span", "search-text", ...excerpt(best.text, places(best.text)));
  const element = make("div", "search-hit", link("search-link", best, make("span", "search-head", title, kind), ...section, shown));
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
  answer.hits.forEach((hit, at) => {
    const label = at < BEST ? settings.text.best : hit.label;
    if (!groups.has(label)) groups.set(label, []);
    groups.get(label).push(hitElement(hit, at >= BEST, { ...answer, ...settings }));
  });
  let count = 0;
  const sections = [...groups].map(([label, hits]) => {
    const head = make("h2", "search-group", label);
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

/** Returns the message about an answer. */
export function said(query, { count, readAs }, text) {
  const words = readAs.filter(Boolean).join(" ");
  const outcome = fill(count ? text.found : text.none, { query, count });
  return [outcome, words && fill(text.readAs, { words }), count ? "" : text.try].filter(Boolean).join(" ");
}

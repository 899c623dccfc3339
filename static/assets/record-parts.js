// The parts of a record in words. Each is taken from the page that it was made on: the page's
// own words, in the language of this page.

import { candidatesOf, samplesOf } from "./candidates.js";
import { decode } from "./decide.js";
import { all, fill, find, list } from "./kit.js";
import { sentences } from "./verdict-words.js";
import { WalkWords } from "./walk-words.js";
import { sum, weighed } from "./weigh.js";

const { lang } = document.documentElement;
const { root = "" } = document.body.dataset;

/** The address of a page in this language. */
export const hrefOf = (place) => `${root}/${lang}/${place}/`;

/** The name of the page of this site that an address leads to; nothing for other addresses. */
function placeOf(href) {
  const { origin, pathname } = new URL(href, location.href);
  const begin = `${root}/${lang}/`;
  return origin === location.origin && pathname.startsWith(begin) ? pathname.slice(begin.length).replace(/\/$/, "") : undefined;
}

/** Pages that were loaded, by name. */
const pages = new Map();

/** Returns the page `place` as a document, whose scripts do not run; throws where it cannot be loaded. */
function pageOf(place) {
  if (!pages.has(place)) pages.set(place, load(place));
  return pages.get(place);
}

async function load(place) {
  const response = await fetch(hrefOf(place));
  if (!response.ok) throw new Error(`${response.status} ${place}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

const textOf = (element) => element?.textContent.trim() ?? "";
const titleOf = (page) => textOf(find("h1", page));

/** Returns the parts that `state` holds, in the order in which they are shown. */
export async function partsOf(state, scorecard) {
  const of = (beginning, read) =>
    Object.entries(state)
      .filter(([name]) => name.startsWith(beginning))
      .map(([name, value]) => part(name.slice(beginning.length), value, read));
  const all = [
    ...of("walk:", outcomes),
    ...of("ticks:", checklist),
    ...of("weights:", weights),
    ...of("compared:", comparison),
    ...(state.scorecard && scorecard ? [part(scorecard, state.scorecard, verdict)] : []),
  ];
  return (await Promise.all(all)).flat().filter(Boolean);
}

/** Reads a part from its page; one whose page cannot be loaded says so, and stays stored. */
async function part(place, value, read) {
  try {
    const page = await pageOf(place);
    return [read(page, value)].flat().map((one) => one && { place, href: hrefOf(place), title: titleOf(page), ...one });
  } catch {
    return { kind: "unread", place };
  }
}

/** The outcomes of the decisions on a page. */
function outcomes(page, walked) {
  return Object.entries(walked).map(([id, { answers, day }]) => {
    const element = all("[data-decision]", page).find((one) => JSON.parse(one.dataset.decision).id === id);
    if (!element) return undefined;
    const decision = JSON.parse(element.dataset.decision);
    const found = decode(decision, answers);
    const hash = `#${id}=${answers}`;
    if (!found.verdict) return { kind: "outcome", day, hash, problem: found.problem ?? "unreadable" };
    const sections = new Map(all("[data-node]", element).map((section) => [section.dataset.node, section]));
    const say = (name, values = {}) => fill(element.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`], values);
    const section = sections.get(found.verdict.id);
    const links = all(".walk-duties a[href]", section);
    return {
      kind: "outcome",
      day,
      hash,
      tone: found.verdict.tone,
      verdict: textOf(find(":is(h2, h3)", section)),
      note: textOf(find(".walk-note", section)),
      reasons: new WalkWords(decision, sections, say).reasons(found),
      follows: links.map((link) => ({ text: textOf(link), href: link.getAttribute("href"), place: placeOf(link.getAttribute("href")) })),
      reviewDays: Number(find("[data-days]", section)?.dataset.days ?? 0),
      duties: all(".walk-duties > li", section).filter((item) => !find("a", item)).map(textOf),
    };
  });
}

/** A checklist: what is done and what is open. Without a tick it is not part of the record. */
function checklist(page, ticks) {
  const items = all(".task", page).map((element, at) => ({ id: element.id || String(at), text: textOf(find("label > span", element) ?? element) }));
  const open = items.filter(({ id }) => !ticks[id]).map(({ text }) => text);
  if (open.length === items.length) return undefined;
  return { kind: "checklist", total: items.length, done: items.length - open.length, open };
}

/** The weights of a ranking, and what comes first with them. */
function weights(page, values) {
  const sliders = all("[type=range]", find("#widget-weights-tools", page).content);
  if (sliders.length !== values.length) return undefined;
  const items = all(".ranked > li", page).map((item) => ({
    label: textOf(find(".ranked-label", item)),
    scores: item.dataset.scores.split(",").map(Number),
  }));
  const first = [...items].sort((a, b) => weighed(b, values) - weighed(a, values)).slice(0, 3);
  return {
    kind: "weights",
    weights: sliders.map((slider, at) => `${slider.dataset.label} ${values[at]}`),
    first: sum(values) ? first.map(({ label }) => label) : [],
    query: `?weights=${values.join(",")}`,
  };
}

/** The items of a ranking that were put side by side. */
function comparison(page, { ranking, items }) {
  const section = find(`[data-ranking="${CSS.escape(ranking)}"]`, page);
  const chosen = items.map((id) => section && find(`[data-item="${CSS.escape(id)}"] th`, section)).filter(Boolean);
  if (chosen.length < 2) return undefined;
  return {
    kind: "comparison",
    of: textOf(find("h2", section)),
    items: chosen.map(textOf),
    query: `?ranking=${ranking}&items=${items.join(",")}`,
  };
}

/** The verdict of the scorecard; without a mark it is not part of the record. */
function verdict(page, values) {
  const form = find(".scorecard", page);
  const samples = samplesOf(form);
  const candidates = candidatesOf(values, samples);
  if (!candidates.some(({ marks }) => marks.some(({ quality, critical }) => quality !== null || critical))) return undefined;
  const [said, ...reasons] = sentences(candidates, samples.length, form.dataset);
  return { kind: "scorecard", candidates: candidates.map(({ name }) => name), verdict: said, reasons };
}

/** The pages that a record rests on: those of its parts, and those that its outcomes lead to. */
export function placesOf(parts) {
  const led = parts.flatMap(({ follows = [] }) => follows.map(({ place }) => place));
  return [...new Set([...parts.map(({ place }) => place), ...led])].filter(Boolean).sort();
}

/** Things one after the other, for a line. */
export const line = (words) => (words.length ? list(words) : "");

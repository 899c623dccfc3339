// The parts of a record in the language of this page. Their words come from the files that the
// build writes beside pages; where a checklist is in the text of a page, they come from the page.

import { all, fill, find, make } from "./kit.js";
import { particle } from "./particle.js";

const { lang } = document.documentElement;
const { root = "" } = document.body.dataset;

/** Returns the address of a page in this language. */
export const hrefOf = (place) => `${root}/${lang}/${place}/`;

/** Returns the name of the page of this site at an address; nothing for other addresses. */
function placeOf(href) {
  const { origin, pathname } = new URL(href, location.href);
  const begin = `${root}/${lang}/`;
  return origin === location.origin && pathname.startsWith(begin) ? pathname.slice(begin.length).replace(/\/$/, "") : undefined;
}

/** The loaded files, by address. */
const files = new Map();

/** Returns the text of a file; nothing if it does not exist. Throws if it cannot be loaded. */
function loadText(href) {
  if (!files.has(href)) {
    const fetchText = async () => {
      const response = await fetch(href);
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`${response.status} ${href}`);
      return response.text();
    };
    files.set(href, fetchText());
  }
  return files.get(href);
}

async function loadJson(href) {
  const text = await loadText(href);
  return text && JSON.parse(text);
}

const textOf = (element) => element?.textContent.trim() ?? "";

/**
 * Returns the parts in `state`, in the order in which they are shown; `form` contains the words. For a stored name
 * and value, the functions below return the pages that their parts are about, each with a function that reads one.
 */
export async function partsOf(state, form) {
  const of = (beginning, read) =>
    Object.entries(state)
      .filter(([name]) => name.startsWith(beginning))
      .flatMap(([name, value]) => read(name.slice(beginning.length), value, form).map((one) => part(name, one)));
  const all = [...of("walk:", outcomes), ...of("ticks:", checklist), ...of("weights:", weights), ...of("compared:", comparison), ...of("scorecard", scorecard)];
  return (await Promise.all(all)).filter(Boolean);
}

/** Reads a part. If it cannot be used, the part says the `reason` and stays stored. */
async function part(name, { place, read }) {
  const base = { name, place, href: hrefOf(place) };
  try {
    const found = await read();
    return found && { ...base, ...found };
  } catch (error) {
    return { ...base, kind: "unread", reason: error instanceof Gone ? "lost" : "unread" };
  }
}

class Gone extends Error {}

/** Returns the outcomes of the decisions on a page. */
const outcomes = (place, outcomesById, form) =>
  Object.entries(outcomesById).map(([id, stored]) => ({
    place,
    async read() {
      const [decision, { decode }, { WalkWords }] = await Promise.all([
        loadJson(`${hrefOf(place)}${id}.json`),
        import("./decide.js"),
        import("./walk-words.js"),
      ]);
      if (!decision) throw new Gone();
      const found = decode(decision, stored.answers);
      const head = { kind: "outcome", day: stored.day, href: `${hrefOf(place)}#${id}=${stored.answers}`, title: decision.page_title };
      if (!found.verdict) return { ...head, kind: "unread", reason: found.problem === "outdated" ? "outdated" : "unusable" };
      const say = (name, values = {}) => fill(form.dataset[`walk${name[0].toUpperCase()}${name.slice(1)}`], values, particle);
      const sections = new Map(decision.questions.map((question) => [question.id, sectionOf(question, say)]));
      const options = decision.verdicts.map(({ label }) => label);
      return { ...head, ...outcome(found, stored.day), options, reasons: new WalkWords(decision, sections, say).reasons(found) };
    },
  }));

/** What follows from the verdict of a walk that was taken on `day`. */
function outcome({ verdict, steps }, day) {
  const { tone, label, note = "", duties = [], follows = [], owner = "", review_days: reviewDays = 0 } = verdict;
  const links = [...steps.flatMap(followed), ...follows];
  const each = [...new Map(links.map((link) => [link.href, link])).values()];
  return {
    tone,
    verdict: label,
    note,
    owner,
    duties,
    review: reviewDays ? dayAfter(day, reviewDays) : "",
    follows: each.map(({ title, href }) => ({ text: title, href, place: placeOf(href) })),
  };
}

/** Returns the links that belong to the given answers. */
function followed({ question, given, exit }) {
  const answered = question.type === "several" ? given : [exit];
  return answered.flatMap((at) => question.answers?.[at]?.follows ?? []);
}

/** Returns a question as the elements of its page, which `WalkWords` reads; they are never shown. */
function sectionOf({ label, unit, answers = [], ranges = [], otherwise }, say) {
  let exits = 0;
  const line = ({ label, because, to, from, until = "" }) => {
    const words = make("span", "walk-answer", label ?? `${from}–${until}`);
    if (to) words.dataset.exit = exits++;
    return make("li", "", words, ...(because ? [make("span", "walk-because", because)] : []));
  };
  const none = otherwise ? [{ label: say("none"), to: otherwise }] : [];
  const items = make("ul", "walk-answers", ...[...answers, ...none, ...ranges].map(line));
  if (unit) items.dataset.unit = unit;
  return make("section", "", make("h2", "", make("span", "", label)), items);
}

function dayAfter(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Returns a checklist: done and open items. Without a tick it is not part of the record. */
const checklist = (place, ticks) => [{
  place,
  async read() {
    const { title, items } = await tasksOf(place);
    const open = items.filter(({ id }) => !ticks[id]).map(({ text }) => text);
    return open.length < items.length && { kind: "checklist", title, total: items.length, done: items.length - open.length, open };
  },
}];

/** Returns the items of a checklist, or of the lists in the text of another page. */
async function tasksOf(place) {
  if (place.startsWith("checklists/")) {
    const file = await loadJson(`${hrefOf(place)}index.json`);
    if (!file) throw new Gone();
    return file;
  }
  const text = await loadText(hrefOf(place));
  if (!text) throw new Gone();
  // Scripts of a parsed document do not run.
  const page = new DOMParser().parseFromString(text, "text/html");
  const items = all(".task", page).map((element, at) => ({ id: element.id || String(at), text: textOf(find("label > span", element)) }));
  return { title: textOf(find("h1", page)), items };
}

/** Returns the weights of a ranking, and the first items with these weights. */
const weights = (place, values) => [{
  place,
  async read() {
    const [ranking, { sum, weighed }] = await Promise.all([loadJson(`${hrefOf(place)}index.json`), import("./weigh.js")]);
    if (!ranking) throw new Gone();
    const { title, criteria } = ranking;
    // The weights are for other criteria than the ranking has now.
    if (criteria.length !== values.length) return { kind: "unread", title, reason: "reweighed" };
    const items = ranking.items.map(({ label, scores }) => ({ label, scores: criteria.map(({ id }) => scores[id]) }));
    const topItems = items.sort((a, b) => weighed(b, values) - weighed(a, values)).slice(0, 3);
    return {
      kind: "weights",
      title,
      href: `${hrefOf(place)}?weights=${values.join(",")}`,
      weights: criteria.map(({ label }, at) => `${label} ${values[at]}`),
      first: sum(values) ? topItems.map(({ label }) => label) : [],
    };
  },
}];

/** Returns the items of a ranking that were compared. */
const comparison = (place, { ranking, items }, form) => [{
  place,
  async read() {
    const file = await loadJson(`${hrefOf(`rankings/${ranking}`)}index.json`);
    const chosen = items.map((id) => file?.items.find((item) => item.id === id)).filter(Boolean);
    if (chosen.length < 2) return undefined;
    const href = `${hrefOf(place)}?ranking=${ranking}&items=${items.join(",")}`;
    return { kind: "comparison", title: form.dataset.comparison, href, of: file.title, items: chosen.map(({ label }) => label) };
  },
}];

/** Returns the verdict of the scorecard. Without a mark it is not part of the record. */
function scorecard(_, values, form) {
  const words = find("[data-scorecard]", form)?.dataset;
  if (!words) return [];
  return [{
    place: words.scorecard,
    async read() {
      const [{ candidatesOf, samplesOf }, { sentences }] = await Promise.all([import("./candidates.js"), import("./verdict-words.js")]);
      const samples = samplesOf(words);
      const candidates = candidatesOf(values, samples);
      if (!candidates.some(({ marks }) => marks.some(({ quality, critical }) => quality !== null || critical))) return undefined;
      const [verdict, ...reasons] = sentences(candidates, samples.length, words);
      return { kind: "scorecard", title: words.title, candidates: candidates.map(({ name }) => name), verdict, reasons };
    },
  }];
}

/** Returns the pages that a record is based on: those of its parts, and those that its outcomes link to. */
export function placesOf(parts) {
  const linked = parts.flatMap(({ follows = [] }) => follows.map(({ place }) => place));
  return [...new Set([...parts.map(({ place }) => place), ...linked])].filter(Boolean).sort();
}

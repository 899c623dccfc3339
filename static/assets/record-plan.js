// What opening a file of a record would do: the file is read and judged, and every change is
// told before it is made. Loaded only when a file is chosen.

import { dayInWords, list, make } from "./kit.js";
import { partsOf } from "./record-parts.js";
import { DAYS, FORMAT, KIND, fits, isObject, isText, state } from "./record-state.js";

/** The largest file that is read, in bytes, and the most values: a whole state is a few kilobytes. */
const MOST_BYTES = 1_000_000;
const MOST_VALUES = 500;

/**
 * Reads a file: its `values`, and the names of those that are `left` out because they do not
 * have their form; or the `problem`.
 */
async function read(chosen) {
  if (chosen.size > MOST_BYTES) return { problem: "large" };
  let content;
  try {
    content = JSON.parse((await chosen.text()).replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "json" };
  }
  if (!isObject(content) || content.kind !== KIND || !isObject(content.values)) return { problem: "foreign" };
  if (content.format !== FORMAT) return { problem: "format", format: String(content.format).slice(0, 20) };
  const entries = Object.entries(content.values);
  if (entries.length > MOST_VALUES) return { problem: "large" };
  return {
    site: isText(content.site) ? content.site : "",
    values: Object.fromEntries(entries.filter(([name, value]) => fits(name, value))),
    left: entries.filter(([name, value]) => !fits(name, value)).map(([name]) => name.slice(0, 60)),
  };
}

const asText = (value) => JSON.stringify(value, (_, one) => (isObject(one) ? Object.fromEntries(Object.entries(one).sort()) : one));

/** What opening `values` would do with each name: `added`, `replaced`, or `same`. */
function compare(values) {
  const own = state();
  return Object.entries(values).map(([name, value]) => {
    const here = own[name];
    const change = here === undefined ? "added" : asText(here) === asText(value) ? "same" : "replaced";
    return { name, here, value, change };
  });
}

/** What a stored value is called: the title of its page where that is gathered, else its name. */
function titleOf(name, parts, say) {
  if (["record", "read", "scorecard"].includes(name)) return say(`name-${name}`);
  return parts.find((one) => one.name === name)?.title ?? name.slice(name.indexOf(":") + 1);
}

/** A part in a few words. */
const SHORT = {
  outcome: ({ verdict, day }) => [verdict, dayInWords(day)].filter(Boolean).join(", "),
  checklist: (one, say) => say("done", one),
  weights: ({ weights }) => weights.join(" · "),
  comparison: ({ of, items }) => `${of}: ${list(items)}`,
  scorecard: ({ verdict }) => verdict,
  unread: ({ reason }, say) => say(reason),
};

/** What a stored value says, in a few words: those of its parts, or how much it is. */
function describe(name, value, parts, say) {
  const found = parts.filter((one) => one.name === name);
  if (found.length) return found.map((one) => SHORT[one.kind](one, say)).join(" / ");
  if (name === "record") return [value.decision, value.team].filter(Boolean).join(" · ") || "–";
  const entries = Object.values(value.items ?? value).filter((one) => one !== "" && one !== false);
  return say(/^(read$|ticks:)/.test(name) ? "ticked" : "entries", { count: entries.length });
}

/** The fields of the record that a file would change, each with both texts. */
function differences(here, there, labels, say) {
  const shown = (name, value) => (value ? (DAYS.includes(name) ? dayInWords(value) : value) : "–");
  const texts = Object.entries(labels).map(([name, title]) => ({ title, here: shown(name, here[name]), there: shown(name, there[name]) }));
  const days = { title: say("made-on"), here: shown("date", here.made?.day), there: shown("date", there.made?.day) };
  return [...texts, days].filter((one) => one.here !== one.there).map((one) => say("field", one));
}

/**
 * Reads the file `chosen`: its `values` with the `items` that would change, each a list of words
 * and elements, and `notes` on the rest; or the `problem`. `labels` has the words of the
 * record's fields, by name; `form` and `say` have the other words.
 */
export async function planOf(chosen, { form, labels, say }) {
  const found = await read(chosen);
  if (found.problem) return found;
  const { site, values, left } = found;
  const changes = compare(values);
  const [mine, theirs] = await Promise.all([state(), values].map((one) => partsOf(one, form)));
  const items = changes.filter(({ change }) => change !== "same").map(({ name, here, value, change }) => {
    const title = titleOf(name, [...theirs, ...mine], say);
    if (name === "record" && here) {
      const lines = differences(here, value, labels, say).map((line) => make("li", "", line));
      return [say("differs", { title }), make("ul", "", ...lines)];
    }
    return [say(change, { title, here: here ? describe(name, here, mine, say) : "", there: describe(name, value, theirs, say) })];
  });
  const same = changes.length - items.length;
  const foreign = site && site !== `${location.origin}${document.body.dataset.root}`;
  const notes = [
    ...(items.length ? [] : [say(same ? "nothing-new" : "nothing-fits")]),
    ...(foreign ? [say("other-site", { site })] : []),
    ...(items.length && same ? [say("same", { count: same })] : []),
    ...(left.length ? [say("left", { names: list(left) })] : []),
  ];
  return { values, items, notes };
}

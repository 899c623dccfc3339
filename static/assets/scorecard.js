// The scorecard: ten samples, up to three candidates, and what comes of them. What
// the reader writes stays on the device.

import { REMEMBERS, all, csv, fill, find, give, keep, list, onKept, recall, stamp } from "./kit.js";
import { particle } from "./particle.js";
import { totals, verdict } from "./verdict.js";

const NAME = "scorecard";
const form = stamp("widget-scorecard-tools");
const words = form.dataset;
const part = (name) => find(`[data-part="${name}"]`, form);
const sheet = find(".scorecard-sheet");
sheet.before(form);
sheet.hidden = true;

const samples = all("[data-sample]", form);
const fields = all("input:not([type=button]), select", form);
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
const say = (pattern, values) => fill(pattern, values, particle);
const locale = document.documentElement.lang;
const number = (value) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
let cleared = null;

const state = () => Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));

function restore(values) {
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = values[field.name] === true;
    else field.value = values[field.name] ?? "";
  }
}

/** What is written for the candidate `at`, whose letter stands in for a missing name. */
function candidate(at) {
  const written = find(`[name="name-${at}"]`, form).value.trim();
  const marks = samples.map((sample) => {
    const field = (name) => find(`[name="${name}-${at}-${sample.dataset.sample}"]`, form);
    const amount = (input) => (input.value === "" || !input.validity.valid ? null : Number(input.value));
    return {
      group: sample.dataset.group,
      quality: amount(field("quality")),
      minutes: amount(field("minutes")),
      critical: field("critical").checked,
    };
  });
  return { name: written || "ABC"[at], marks };
}

const candidates = () => [0, 1, 2].map(candidate);

/** A sentence of the verdict in the page's language. */
function sentence({ say: name, groups, names, value, next, ...rest }) {
  const values = { ...rest };
  if (groups) values.groups = list(groups.map((group) => words[`group${group}`]));
  if (names) values.names = list(names);
  if (value !== undefined) Object.assign(values, { value: number(value), next: number(next) });
  return say(words[`say${name[0].toUpperCase()}${name.slice(1)}`], values);
}

function show() {
  const them = candidates();
  them.forEach(({ name }, at) => {
    for (const element of all(`[data-name="${at}"]`, form)) element.textContent = name;
  });
  them.map(totals).forEach((total, at) => {
    const put = (name, value) => {
      find(`[data-total="${name}-${at}"]`, form).textContent = value;
    };
    put("done", fill(words.done, { done: total.done, total: samples.length }));
    put("quality", total.quality === null ? "–" : number(total.quality));
    put("minutes", total.minutes === null ? "–" : number(total.minutes));
    put("critical", total.critical);
  });
  const [first, ...reasons] = verdict(them, samples.length).map(sentence);
  part("verdict").textContent = first;
  const lines = reasons.map((reason) => Object.assign(document.createElement("li"), { textContent: reason }));
  part("reasons").replaceChildren(...lines);
  part("undo").hidden = !cleared;
}

function table() {
  const them = candidates();
  const heads = them.flatMap(({ name }) => [words.quality, words.minutes, words.critical].map((word) => `${name}: ${word}`));
  const rows = samples.map((sample, at) => {
    const marks = them.map(({ marks }) => marks[at]);
    const cells = marks.flatMap(({ quality, minutes, critical }) => [quality ?? "", minutes ?? "", critical ? words.yes : words.no]);
    return [find(".sample-name", sample).textContent.trim(), find(".sample-note", sample).value, ...cells];
  });
  const sums = them.map(totals).flatMap(({ quality, minutes, critical }) => [quality ?? "", minutes ?? "", critical]);
  return csv([
    [words.sample, words.note, ...heads],
    ...rows,
    [words.total, "", ...sums],
    ...verdict(them, samples.length).map((line) => [words.verdict, sentence(line)]),
  ]);
}

const tell = (message) => {
  part("told").textContent = message;
};

const DO = {
  clear() {
    cleared = state();
    restore({});
    keep(NAME, state());
    tell(words.cleared);
    show();
    find("button", part("undo")).focus();
  },
  undo() {
    restore(cleared);
    cleared = null;
    keep(NAME, state());
    tell(words.restored);
    show();
    find("[data-do=clear]", form).focus();
  },
  csv: () => give("scorecard.csv", "text/csv", table()),
  print: () => print(),
};

form.addEventListener("input", () => {
  cleared = null;
  tell("");
  keep(NAME, state());
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) DO[button.dataset.do]();
});
onKept(NAME, () => {
  restore(recall(NAME, {}));
  show();
});
part("unkept").hidden = REMEMBERS;
restore(recall(NAME, {}));
show();

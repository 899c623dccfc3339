// The scorecard: ten samples, up to three candidates, and their verdict. The reader's
// entries stay on the device.

import { give } from "./files.js";
import { REMEMBERS, all, find, keep, onKept, recall } from "./kit.js";
import { handout, table } from "./sheet.js";
import { candidatesOf, samplesOf } from "./candidates.js";
import { sentences } from "./verdict-words.js";
import { totals } from "./verdict.js";

const NAME = "scorecard";
const form = find(".scorecard");
const words = form.dataset;
const part = (name) => find(`[data-part="${name}"]`, form);

const samples = all("[data-sample]", form);
const kinds = samplesOf(words);
const fields = all("input", form);
const third = find("[name=third]", form);
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
const locale = document.documentElement.lang;
const number = (value, minimumFractionDigits = 0) =>
  value.toLocaleString(locale, { minimumFractionDigits, maximumFractionDigits: 1 });
let cleared = null;

// Of the five radio buttons of a quality, only the selected one is stored.
const stored = () => fields.filter((field) => field.type !== "radio" || field.checked);
const state = () => Object.fromEntries(stored().map((field) => [field.name, valueOf(field)]));

function restore(values) {
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = values[field.name] === true;
    else if (field.type === "radio") field.checked = values[field.name] === field.value;
    else field.value = values[field.name] ?? "";
  }
  // A candidate with marks is always shown.
  third.checked ||= fields.some(({ name }) => /^(?!note)\w+-2(-|$)/.test(name) && values[name]);
}

/** Returns the candidates in use, with their marks. */
const candidates = () => candidatesOf(state(), kinds);
const judged = (them) => sentences(them, samples.length, words);

function showTotals(them) {
  them.map(totals).forEach((total, at) => {
    const put = (name, value) => {
      const cell = find(`[data-total="${name}-${at}"]`, form);
      cell.textContent = value;
      cell.dataset.label = total.name;
      return cell;
    };
    put("done", `${total.done}/${samples.length}`);
    put("quality", total.quality === null ? "–" : number(total.quality, 1));
    put("minutes", total.minutes === null ? "–" : number(total.minutes));
    put("critical", total.critical).classList.toggle("failing", total.critical > 0);
  });
}

/** Shows the progress of each sample, and whether an entry is not a number of minutes. */
function showSamples(them) {
  samples.forEach((sample, at) => {
    const marks = them.map(({ marks }) => marks[at]);
    const done = marks.filter(({ quality, minutes }) => quality !== null && minutes !== null).length;
    sample.classList.toggle("done", done === them.length);
    sample.classList.toggle("failed", marks.some(({ critical }) => critical));
    find(".sample-done", sample).textContent = `${done}/${them.length}`;
  });
  const minutes = fields.filter(({ type }) => type === "number");
  for (const field of minutes) field.setAttribute("aria-invalid", String(!field.validity.valid));
  part("invalid").hidden = minutes.every(({ validity }) => validity.valid);
}

function show() {
  const them = candidates();
  them.forEach(({ name }, at) => {
    for (const element of all(`[data-name="${at}"]`, form)) element.textContent = name;
  });
  showTotals(them);
  showSamples(them);
  const [first, ...reasons] = judged(them);
  for (const place of all('[data-part="verdict"]', form)) place.textContent = first;
  const lines = reasons.map((reason) => Object.assign(document.createElement("li"), { textContent: reason }));
  part("reasons").replaceChildren(...lines);
  part("dock").hidden = them.every(({ marks }) => !marks.some((mark) => mark.quality !== null || mark.critical));
  part("undo").hidden = !cleared;
  handout(them, samples, part("handout"));
}

const tell = (message) => {
  part("told").textContent = message;
};

/** Stores the entries, or says that the browser does not allow it. */
function remember() {
  part("unkept").hidden = keep(NAME, state());
}

const DO = {
  clear() {
    cleared = state();
    restore({});
    remember();
    tell(words.cleared);
    show();
    find("button", part("undo")).focus();
  },
  undo() {
    restore(cleared);
    cleared = null;
    remember();
    tell(words.restored);
    show();
    find("[data-do=clear]", form).focus();
  },
  csv() {
    const them = candidates();
    give("scorecard.csv", "text/csv", table(them, samples, judged(them), words));
  },
  print: () => print(),
};

form.addEventListener("input", () => {
  cleared = null;
  tell("");
  remember();
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
// One sample is open at first; in the wide layout with rows, all are.
const wide = matchMedia("(min-width: 80rem)");

function fold() {
  samples.forEach((sample, at) => {
    if (wide.matches) sample.open = true;
    else sample.open = at === 0;
    find("summary", sample).inert = wide.matches;
  });
}

// The line at the bottom is hidden while the verdict itself is visible.
const watch = new IntersectionObserver(([{ isIntersecting }]) => part("dock").classList.toggle("reached", isIntersecting));
watch.observe(part("reasons").previousElementSibling);

wide.addEventListener("change", fold);
fold();

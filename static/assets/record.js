// The team's record: what this browser holds of the guide, gathered on one page, with what
// the reader adds, what is missing, and what has changed in the guide since. It leaves the
// browser only as a file that the reader saves, and comes back from that file.

import { REMEMBERS, button, dayInWords, fill, find, forget, give, keep, list, make, onKept, recall, today } from "./kit.js";
import { particle } from "./particle.js";
import { markdown, reminder } from "./record-files.js";
import { hrefOf, partsOf, placesOf } from "./record-parts.js";
import { DAYS, TEXTS, clear, file, fits, plan, read, state, store } from "./record-state.js";
import { versionsOf } from "./versions.js";

const NAME = "record";
const form = find(".record");
const words = form.dataset;
const part = (name) => find(`[data-part="${name}"]`, form);
const say = (name, values = {}) => fill(words[`say${name.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase())}`], values, particle);
/** How many open points of a list are shown, and printed, before the others. */
const FEW = 3;
const fields = [...Object.keys(TEXTS), ...DAYS].map((name) => find(`[name=${name}]`, form));

/** What the reader has added, and what the guide was like when it was recorded. */
const own = () => {
  const value = recall(NAME, {});
  return fits(NAME, value) ? value : {};
};
/** What the page shows: the gathered parts, and what is missing. */
let shown = { parts: [], missing: [] };
/** The state before it was replaced or removed, for the undo. */
let before = null;

const tell = (message) => {
  part("told").textContent = message;
};

/** Stores what was added, or says that the browser does not allow it. */
function remember(record) {
  part("unkept").hidden = keep(NAME, record);
}

function link(text, href) {
  const made = make("a", "", text);
  made.href = href;
  return made;
}

/** What is missing, in sentences. */
function missingOf(record, parts) {
  const empty = fields.filter(({ name }) => name !== "note" && !record[name]);
  const labels = empty.map((field) => find("span", field.closest("label")).textContent);
  const of = (kind) => parts.filter((one) => one.kind === kind);
  const open = of("checklist").filter(({ open }) => open.length);
  return [
    ...(labels.length ? [say("empty", { names: list(labels) })] : []),
    ...(of("outcome").some(({ verdict }) => verdict) ? [] : [say("no-outcome")]),
    ...open.map((one) => say("open", { title: one.title, count: one.open.length })),
    ...(record.review && record.date && record.review <= record.date ? [say("early-review")] : []),
    ...(record.review && record.review < today() ? [say("past-review", { date: dayInWords(record.review) })] : []),
  ];
}

function showMissing(missing) {
  const lines = missing.length ? missing : [say("complete")];
  part("missing").replaceChildren(...lines.map((line) => make("li", "", line)));
}

const lines = (items, className = "") => make("ul", className, ...items.map((item) => make("li", "", item)));

/** Draws a part; what came from storage is put in as text. */
const DRAW = {
  outcome({ verdict, note, reasons, day, tone, problem, href, hash, title }) {
    const head = link(title, `${href}${hash}`);
    if (problem) return [make("h3", "", head), make("p", "", say("outdated"))];
    const when = make("span", "record-day", ` · ${dayInWords(day)}`);
    const said = make("p", `record-verdict record-${tone}`, make("strong", "", verdict), when);
    return [make("h3", "", head), said, ...(note ? [make("p", "record-note", note)] : []), lines(reasons)];
  },
  checklist({ title, href, done, total, open }) {
    const rest = open.slice(FEW);
    const fold = make("details", "", make("summary", "", say("rest", { count: rest.length })), lines(rest));
    const items = open.length ? [lines(open.slice(0, FEW))] : [];
    return [make("h3", "", link(title, href)), make("p", "", say("done", { done, total })), ...items, ...(rest.length ? [fold] : [])];
  },
  weights({ title, href, query, weights, first }) {
    const top = first.length ? [make("p", "", say("first", { items: list(first) }))] : [];
    return [make("h3", "", link(title, href + query)), make("p", "", weights.join(" · ")), ...top];
  },
  comparison({ title, href, query, of, items }) {
    return [make("h3", "", link(title, href + query)), make("p", "", `${of}: ${list(items)}`)];
  },
  scorecard({ title, href, verdict, reasons }) {
    return [make("h3", "", link(title, href)), make("p", "record-verdict", verdict), lines(reasons)];
  },
  unread({ place }) {
    return [make("h3", "", link(place, hrefOf(place))), make("p", "", say("unread"))];
  },
};

function showParts(parts) {
  const drawn = parts.map((one) => make("section", `record-part record-part-${one.kind}`, ...DRAW[one.kind](one)));
  part("parts").replaceChildren(...drawn);
  part("nothing").hidden = parts.length > 0;
}

/** Names what has changed in the guide since it was recorded. */
async function showChanges(record) {
  const { made } = record;
  part("made").textContent = made ? say("made", { date: dayInWords(made.day), count: Object.keys(made.versions).length }) : say("unmade");
  part("changes").replaceChildren();
  if (!made) return;
  const places = Object.keys(made.versions);
  let today;
  try {
    today = await versionsOf(places);
  } catch {
    part("changes").replaceChildren(make("li", "", say("unversioned")));
    return;
  }
  const changes = places.flatMap((place) => changesOf(place, made.versions[place], today.get(place)));
  part("changes").replaceChildren(...(changes.length ? changes : [make("li", "", say("unchanged"))]));
}

/** The sections of a page that are not what they were; nothing where all are. */
function changesOf(place, versions, page) {
  if (!page) return [make("li", "", say("gone", { place }))];
  const anchorOf = ({ id, anchor = id }) => (anchor ? `${page.href}#${anchor}` : page.href);
  const changed = page.sections.filter(({ id, version }) => versions[id] !== version);
  const lost = Object.keys(versions).filter((id) => !page.sections.some((section) => section.id === id)).length;
  const count = changed.length + lost;
  if (!count) return [];
  const said = say(count === 1 ? "changed-one" : "changed-many", { title: page.title, count });
  return [make("li", "", said, lines(changed.map((section) => link(section.title, anchorOf(section)))))];
}

/** Gathers everything anew and shows it. */
async function show() {
  const record = own();
  for (const field of fields) if (field !== document.activeElement) field.value = record[field.name] ?? "";
  const parts = await partsOf(state(), words.scorecard);
  shown = { parts, missing: missingOf(record, parts) };
  showParts(parts);
  showMissing(shown.missing);
  part("undo").hidden = !before;
  await showChanges(record);
  form.dataset.ready = "true";
}

/** Everything that the files are made of. */
const whole = () => ({ record: own(), ...shown, address: location.origin + location.pathname });

const fileName = (ending) => `record-${today()}.${ending}`;

function showPlan({ site, values, left }) {
  const changes = plan(values);
  const items = changes.filter(({ change }) => change !== "same").map(({ name, here, value, change }) => {
    const title = titleOf(name);
    return say(change, { title, here: change === "replaced" ? describe(name, here) : "", there: describe(name, value) });
  });
  const same = changes.length - items.length;
  const foreign = site && site !== `${location.origin}${document.body.dataset.root}`;
  const notes = [
    ...(foreign ? [say("other-site", { site })] : []),
    ...(same ? [say("same", { count: same })] : []),
    ...(left.length ? [say("left", { names: list(left) })] : []),
  ];
  const take = button("button", say("take"), () => replace(values));
  const leave = button("quiet", say("leave"), () => closePlan(say("left-alone")));
  const title = make("h2", "", say("plan"));
  title.tabIndex = -1;
  const none = items.length ? [] : [make("p", "", say("nothing-new"))];
  const actions = make("p", "ticks-row", ...(items.length ? [take, " "] : []), leave);
  part("plan").replaceChildren(title, ...none, lines(items), ...notes.map((note) => make("p", "record-note", note)), actions);
  part("plan").hidden = false;
  title.focus();
}

function closePlan(message) {
  part("plan").hidden = true;
  part("plan").replaceChildren();
  tell(message);
  find("[data-part=file]", form).focus();
}

/** What a stored value is called: the title of its page where that is gathered, else its name. */
function titleOf(name) {
  if (name === NAME || name === "read" || name === "scorecard") return say(`name-${name}`);
  const place = name.slice(name.indexOf(":") + 1);
  return shown.parts.find((one) => one.place === place)?.title ?? place;
}

/** What a stored value says, in a few words. */
function describe(name, value) {
  if (name.startsWith("ticks:") || name === "read") return say("ticked", { count: Object.values(value).filter(Boolean).length });
  if (name.startsWith("walk:")) return list(Object.values(value).map(({ day }) => dayInWords(day)));
  if (name.startsWith("weights:")) return value.join(", ");
  if (name.startsWith("compared:")) return value.items.join(", ");
  if (name === "scorecard") return say("entries", { count: Object.values(value).filter((one) => one !== "" && one !== false).length });
  return [value.decision, value.team].filter(Boolean).join(" · ") || "–";
}

async function replace(values) {
  before = state();
  const worked = store(values);
  closePlan(worked ? say("taken") : say("not-stored"));
  part("unkept").hidden = worked;
  await show();
}

async function open(chosen) {
  part("plan").hidden = true;
  let found;
  try {
    found = read(await chosen.text());
  } catch (error) {
    found = { problem: "unreadable", why: error.message };
  }
  if (found.problem) tell(say(`bad-${found.problem}`, { why: found.why ?? "", format: found.format ?? "" }));
  else showPlan(found);
}

/** The versions of the pages that the record rests on, as they are today. */
async function versionsNow() {
  const found = await versionsOf(placesOf(shown.parts));
  return Object.fromEntries([...found].map(([place, { sections }]) => [place, Object.fromEntries(sections.map(({ id, version }) => [id, version]))]));
}

/** The first day on which an outcome asks to be looked at again. */
function suggestedReview() {
  const days = shown.parts.filter(({ reviewDays }) => reviewDays).map(({ day, reviewDays }) => {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + reviewDays);
    return date.toISOString().slice(0, 10);
  });
  return days.sort()[0] ?? "";
}

const DO = {
  async make() {
    try {
      const made = { day: today(), versions: await versionsNow() };
      const record = own();
      remember({ ...record, date: record.date || made.day, review: record.review || suggestedReview(), made });
      tell(say("recorded", { date: dayInWords(made.day) }));
    } catch {
      tell(say("unversioned"));
    }
    await show();
  },
  markdown: () => give(fileName("md"), "text/markdown", markdown(whole(), say)),
  json: () => give(fileName("json"), "application/json", file(today(), `${location.origin}${document.body.dataset.root}`)),
  reminder() {
    if (own().review) give(fileName("ics"), "text/calendar", reminder(whole(), say));
    else {
      tell(say("no-review"));
      find("[name=review]", form).focus();
    }
  },
  print: () => print(),
  async clear() {
    before = state();
    clear();
    forget("seen");
    tell(say("cleared"));
    await show();
    find("button", part("undo")).focus();
  },
  async undo() {
    clear();
    store(before);
    before = null;
    tell(say("restored"));
    await show();
    find("[data-do=clear]", form).focus();
  },
};

form.addEventListener("input", ({ target }) => {
  if (!fields.includes(target)) return;
  before = null;
  tell("");
  const record = { ...own(), [target.name]: target.value };
  if (fits(NAME, record)) remember(record);
  shown.missing = missingOf(record, shown.parts);
  showMissing(shown.missing);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-do]");
  if (pressed) DO[pressed.dataset.do]();
});
const seen = find("[name=seen]", form);
seen.checked = !recall("unseen", false);
seen.addEventListener("change", () => {
  if (seen.checked) forget("unseen");
  else {
    keep("unseen", true);
    forget("seen");
  }
});
find("[type=file]", form).addEventListener("change", ({ target }) => {
  if (target.files[0]) open(target.files[0]);
  // The same file can be chosen again.
  target.value = "";
});
find("[data-part=file]", form).addEventListener("click", () => find("[type=file]", form).click());
onKept(NAME, show);
addEventListener("pageshow", ({ persisted }) => persisted && show());
part("unkept").hidden = REMEMBERS;
show();

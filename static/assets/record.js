// The team's record: everything that this browser has stored for the guide, on one page, with the
// reader's own entries, missing entries, and changes of the guide since. It leaves the browser
// only as a file that the reader saves and can open again.

import { give } from "./files.js";
import { REMEMBERS, all, button, dayInWords, fill, find, forget, keep, list, make, onKept, recall, today } from "./kit.js";
import { particle } from "./particle.js";
import { partsOf, placesOf } from "./record-parts.js";
import { BEGINNINGS, clear, file, fits, state, store } from "./record-state.js";
import { changedSince, versionsOf } from "./versions.js";

const NAME = "record";
const form = find(".record");
const words = form.dataset;
const part = (name) => find(`[data-part="${name}"]`, form);
const say = (name, values = {}) => fill(words[`say${name.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase())}`], values, particle);
/** The address of the guide, which distinguishes the guides of one host. */
const SITE = `${location.origin}${document.body.dataset.root}`;
/** How many open items of a list are shown and printed; the others are folded. */
const FEW = 3;
const fields = all(".record-fields :is(input, textarea)", form);
const labelOf = (field) => find("span", field.closest("label")).textContent;

/** Returns the reader's entries, and the versions of the guide at the time of the record. */
const own = () => {
  const value = recall(NAME, {});
  return fits(NAME, value) ? value : {};
};
/** The shown parts and the missing entries. */
let shown = { parts: [], missing: [] };

/** Returns what the outcomes say of the owner, if it is the same one, and of the next review, which is the first one due. */
function suggested() {
  const of = (name) => shown.parts.map((one) => one[name]).filter(Boolean);
  const owners = new Set(of("owner"));
  const [owner] = owners.size === 1 ? owners : [];
  const [review] = of("review").sort();
  return { ...(owner && { owner }), ...(review && { review }) };
}

/** Returns the reader's entries, and what the outcomes say where nothing was entered. */
const entries = () => ({ ...suggested(), ...own() });
/** The state before it was replaced or removed, which can be restored. */
let before = null;

const tell = (message) => {
  part("told").textContent = message;
};

/** Stores the reader's entries, or says that the browser does not allow it. */
function remember(record) {
  part("unkept").hidden = keep(NAME, record);
}

function link(text, href) {
  const made = make("a", "", text);
  made.href = href;
  return made;
}

/** Returns a sentence for each missing entry. */
function missingOf(record, parts) {
  const empty = fields.filter(({ name }) => name !== "note" && !record[name]);
  const labels = empty.map(labelOf);
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

/** Shows what there is to do: in an empty record only the first step, in a begun one the parts that belong to it. */
function showBegun(record, parts) {
  const begun = parts.length > 0 || Boolean(record.made) || fields.some(({ name }) => record[name]);
  form.toggleAttribute("data-begun", begun);
  return begun;
}

/** Gives the weight of a button to the next step: recording, or saving what was recorded. */
function showNext(made) {
  find(".record-since", form).hidden = !made;
  find("[data-do=make]", form).className = made ? "quiet" : "button";
  find("[data-do=json]", form).className = made ? "button" : "quiet";
}

function showMissing(missing) {
  const lines = missing.length ? missing : [say("complete")];
  part("missing").replaceChildren(...lines.map((line) => make("li", "", line)));
}

const lines = (items, className = "") => make("ul", className, ...items.map((item) => make("li", "", ...[item].flat())));

/** Returns items that can be folded; what they belong to tells this fold from others. */
const fold = (title, items, owner) =>
  make("details", "fold", make("summary", "", title, make("span", "visually-hidden", ` – ${owner}`)), lines(items));

/** Draws a part; stored values are inserted as text. */
const DRAW = {
  outcome({ verdict, note, reasons, day, tone, href, title, owner, review }) {
    const head = link(title, href);
    const when = make("span", "record-day", dayInWords(day));
    const said = make("p", `record-verdict record-${tone}`, make("strong", "", verdict), " ", when);
    const due = [...(owner ? [say("by", { owner })] : []), ...(review ? [say("again", { date: dayInWords(review).replaceAll(" ", "\u00a0") })] : [])];
    const notes = [note, due.join(" · ")].filter(Boolean);
    return [make("h3", "", head), said, ...notes.map((one) => make("p", "record-note", one)), fold(say("line-reasons"), reasons, title)];
  },
  checklist({ title, href, done, total, open }) {
    const rest = open.slice(FEW);
    const items = open.length ? [make("p", "record-note", say("still-open")), lines(open.slice(0, FEW), "record-open")] : [];
    return [make("h3", "", link(title, href)), make("p", "", say("done", { done, total })), ...items, ...(rest.length ? [fold(say("rest", { count: rest.length }), rest, title)] : [])];
  },
  weights({ title, href, weights, first }) {
    const top = first.length ? [make("p", "", say("first", { items: list(first) }))] : [];
    return [make("h3", "", link(title, href)), make("p", "", weights.join(" · ")), ...top];
  },
  comparison({ title, href, of, items }) {
    return [make("h3", "", link(title, href)), make("p", "", `${of}: ${list(items)}`)];
  },
  scorecard({ title, href, verdict, reasons }) {
    return [make("h3", "", link(title, href)), make("p", "record-verdict", verdict), lines(reasons)];
  },
  unread({ title, href, reason }) {
    return [make("h3", "", reason === "lost" ? title : link(title, href)), make("p", "", say(reason))];
  },
};

function showParts(parts) {
  const drawn = parts.map((one) => make("section", `record-part record-part-${one.kind}`, ...DRAW[one.kind](one)));
  part("parts").replaceChildren(...drawn);
  part("nothing").hidden = parts.length > 0;
}

/** Shows the changes of the guide since the record. */
async function showChanges(record) {
  const { made } = record;
  part("made").textContent = made ? say("made", { date: dayInWords(made.day), count: Object.keys(made.versions).length }) : say("unmade");
  part("changes").replaceChildren();
  if (!made) return;
  let changed;
  try {
    changed = await changedSince(made.versions);
  } catch {
    part("changes").replaceChildren(make("li", "", say("unversioned")));
    return;
  }
  const changes = [...changed].flatMap(([place, page]) => changesOf(made.titles?.[place] ?? place, made.versions[place], page));
  part("changes").replaceChildren(...(changes.length ? changes : [make("li", "", say("unchanged"))]));
}

/** Returns the changed sections of a page; nothing if none has changed. `title` is the former title of the page. */
function changesOf(title, versions, page) {
  if (!page) return [make("li", "", say("gone", { title }))];
  const anchorOf = ({ id, anchor = id }) => (anchor ? `${page.href}#${anchor}` : page.href);
  const changed = page.sections.filter(({ id, version }) => versions[id] !== version);
  const lost = Object.keys(versions).filter((id) => !page.sections.some((section) => section.id === id)).length;
  const count = changed.length + lost;
  if (!count) return [];
  const said = say(count === 1 ? "changed-one" : "changed-many", { title: page.title, count });
  const named = changed.map((section) => link(section.title, anchorOf(section)));
  return [make("li", "", said, lines([...named, ...(lost ? [say("lost-sections", { count: lost })] : [])]))];
}

/** Collects everything again and shows it. */
async function show() {
  const found = await partsOf(state(), form);
  const titles = own().made?.titles;
  const parts = found.map((one) => ({ ...one, title: one.title ?? titles?.[one.place] ?? one.place }));
  shown = { parts };
  const record = entries();
  for (const field of fields) if (field !== document.activeElement) field.value = record[field.name] ?? "";
  showParts(parts);
  const begin = part("begin");
  const begun = showBegun(record, parts);
  // It does not go away above a field while somebody writes into the field.
  if (begin) begin.hidden = begun;
  showEntries(record);
  part("undo").hidden = !before;
  await showChanges(record);
  form.dataset.ready = "true";
}

/** Shows everything that depends on the fields. */
function showEntries(record) {
  shown.missing = missingOf(record, shown.parts);
  showBegun(record, shown.parts);
  showNext(record.made);
  showMissing(shown.missing);
  const taken = Object.keys(suggested()).filter((name) => !(name in own()));
  part("suggested").hidden = !taken.length;
  part("suggested").textContent = say("suggested", { names: list(taken.map((name) => labelOf(find(`[name=${name}]`, form)))) });
  for (const field of fields) {
    // On paper words stand in the place of a field, which would cut them off.
    const day = field.type === "date" && field.value && dayInWords(field.value);
    field.closest("label").dataset.written = day || field.value;
  }
}

/** Returns the content of the files. */
const whole = () => ({ record: entries(), ...shown, address: location.origin + location.pathname, site: SITE, now: new Date() });

/** Saves a file, and says so. */
function save(ending, type, text) {
  const name = `record-${today()}.${ending}`;
  give(name, type, text);
  tell(say("saved", { name }));
}

/** What makes files for others of what is shown; loaded only for that. */
const makers = () => import("./record-files.js");

/** Tells what opening a file would do, and does it when asked. */
async function open(chosen) {
  part("plan").hidden = true;
  const labels = Object.fromEntries(fields.map((field) => [field.name, labelOf(field)]));
  let found;
  try {
    const { planOf } = await import("./record-plan.js");
    found = await planOf(chosen, { form, labels, say });
  } catch {
    found = { problem: "unreadable" };
  }
  tell(found.problem ? say(`bad-${found.problem}`, found) : "");
  if (!found.problem) showPlan(found);
}

function showPlan({ values, items, notes }) {
  const take = button("button", say("take"), () => replace(values));
  const leave = button("quiet", say("leave"), () => closePlan(say("left-alone")));
  const title = make("h2", "", say("plan"));
  title.tabIndex = -1;
  const actions = make("p", "ticks-row", ...(items.length ? [take, " "] : []), leave);
  part("plan").replaceChildren(title, lines(items), ...notes.map((note) => make("p", "record-note", note)), actions);
  part("plan").hidden = false;
  title.focus({ preventScroll: true });
  part("plan").scrollIntoView({ block: "nearest" });
}

function closePlan(message) {
  part("plan").hidden = true;
  part("plan").replaceChildren();
  tell(message);
  find("[data-part=file]", form).focus();
}

async function replace(values) {
  before = state();
  const worked = store(values);
  part("unkept").hidden = worked;
  await show();
  // The focus comes after everything above it has its size.
  closePlan(worked ? say("taken") : say("not-stored"));
}

/** Returns the present titles and versions of the pages that the record is based on. */
async function versionsNow() {
  const found = [...(await versionsOf(placesOf(shown.parts)))];
  const of = (read) => Object.fromEntries(found.map(([place, page]) => [place, read(page)]));
  return {
    titles: of(({ title }) => title),
    versions: of(({ sections }) => Object.fromEntries(sections.map(({ id, version }) => [id, version]))),
  };
}

const DO = {
  async make() {
    try {
      const made = { day: today(), ...(await versionsNow()) };
      const record = entries();
      remember({ ...record, date: record.date || made.day, made });
      tell("");
    } catch {
      tell(say("unversioned"));
    }
    await show();
  },
  async markdown() {
    const { markdown } = await makers();
    save("md", "text/markdown", markdown(whole(), say));
  },
  json: () => save("json", "application/json", file(today(), SITE)),
  async reminder() {
    const { review } = entries();
    if (review >= today()) {
      const { reminder } = await makers();
      return save("ics", "text/calendar", reminder(whole(), say));
    }
    tell(say(review ? "late-review" : "no-review"));
    find("[name=review]", form).focus();
  },
  print: () => print(),
  async clear() {
    const read = recall("seen", null);
    before = { ...state(), ...(read && { seen: read }) };
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
  showEntries({ ...suggested(), ...record });
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
onKept(BEGINNINGS, show);
addEventListener("pageshow", ({ persisted }) => persisted && show());
part("unkept").hidden = REMEMBERS;
form.toggleAttribute("data-begun", Object.keys(state()).length > 0);
show();

// Checklists: ticks that are stored on the device, for both languages at once,
// counted, cleared with an undo, and saved as a file or in a link.
//
// A tick is stored under its item's id, so that it survives an edit of the text. Where
// an editor pinned no id, the item's number is used.

import { PLACE, REMEMBERS, all, fill, find, fromQuery, handOver, keep, onKept, recall, setQuery, stamp, unescaped, withQuery } from "./kit.js";

const NAME = `ticks:${PLACE}`;
/** Reads links made before the state moved into the query. */
const OLD_LINK = "#ticks=";

const items = all(".task").map((element, at) => ({
  id: element.id || String(at),
  element,
  box: find("input", element),
}));
const dock = stamp("widget-checklist-tools");
const notice = find(".ticks-shared", dock);
const part = (name) => find(`[data-part="${name}"]`, dock) ?? find(`[data-part="${name}"]`, notice);
const say = (name, values) => fill(dock.dataset[name], values);

/** The reader's ticks by id: `true`, or `false` for an item that the text ticks by default. */
let own = recall(NAME, {});
/** The ticks of somebody else, while they are shown. */
let shared = null;
/** The cleared ticks, which can be restored. */
let cleared = null;

const isTicked = (ticks, { id, box }) => ticks[id] ?? box.defaultChecked;
const ticked = (ticks) => items.filter((item) => isTicked(ticks, item));

function show() {
  const ticks = shared ?? own;
  for (const item of items) item.box.checked = isTicked(ticks, item);
  const done = ticked(ticks).length;
  dock.style.setProperty("--done", done / items.length);
  dock.classList.toggle("complete", done === items.length);
  part("count").textContent = say("count", { done, total: items.length });
  part("clear").disabled = done === 0;
  notice.hidden = !shared;
  part("undo").hidden = !cleared;
}

function tell(message) {
  part("told").textContent = message;
}

/** Stores the reader's own ticks, or says that the browser does not allow it. */
function remember() {
  part("unkept").hidden = keep(NAME, own);
}

function set(ticks) {
  own = ticks;
  remember();
  show();
}

/** Shows `ticks` from the address, which are not the reader's own. */
function look(ticks) {
  shared = ticks;
  setQuery({ ticks: idsIn(shared).join(",") });
  show();
}

function tick(item) {
  const ticks = { ...(shared ?? own), [item.id]: item.box.checked };
  cleared = null;
  tell("");
  // The list of somebody else becomes the reader's own only on request.
  if (shared) look(ticks);
  else set(ticks);
}

const idsIn = (ticks) => ticked(ticks).map(({ id }) => id);
const asMap = (ids) => Object.fromEntries(items.map(({ id }) => [id, ids.has(id)]));

/** Returns the ids in the address, if there are any. */
function received() {
  if (!location.hash.startsWith(OLD_LINK)) return fromQuery("ticks");
  const ids = location.hash.slice(OLD_LINK.length).split(",").map(unescaped);
  history.replaceState(history.state, "", location.pathname + location.search);
  return ids;
}

function receive() {
  const ids = received();
  if (!ids) return;
  shared = asMap(new Set(ids));
  const done = ticked(shared).length;
  const same = items.every((item) => isTicked(shared, item) === isTicked(own, item));
  if (same) return settle(own);
  part("shared-text").textContent = say("shared", { done, total: items.length });
  part("add").hidden = ticked(own).length === 0;
  look(shared);
}

/** Adopts `ticks` as the reader's own, and removes them from the address. */
function settle(ticks) {
  shared = null;
  setQuery({ ticks: null });
  set(ticks);
}

function link() {
  return withQuery({ ticks: idsIn(shared ?? own).join(",") });
}

async function share() {
  const field = part("link");
  field.value = link();
  if (await handOver(field.value)) return;
  field.hidden = false;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    tell(say("copied", {}));
  } catch {
    // The address is selected, so that the reader can copy it.
    tell(say("copy", {}));
  }
}

/** Returns the items by their headings, with their ticks. */
function rows() {
  const ticks = shared ?? own;
  let section = "";
  const rows = [];
  for (const element of all(":is(.prose h2, .prose h3, .task)")) {
    const item = items.find((item) => item.element === element);
    if (item) {
      const text = find("label > span", element).innerText.trim();
      rows.push({ section, text, done: isTicked(ticks, item) });
    } else section = element.firstChild.textContent.trim();
  }
  return rows;
}

/** Saves the list as a file, and says so. */
async function save(ending) {
  const files = await import("./checklist-files.js");
  tell(say("saved", { name: files.save(ending, PLACE, rows(), dock.dataset) }));
}

const DO = {
  clear() {
    cleared = shared ?? own;
    const count = ticked(cleared).length;
    (shared ? look : set)(asMap(new Set()));
    tell(say("cleared", { count }));
    show();
    find("button", part("undo")).focus();
  },
  undo() {
    (shared ? look : set)(cleared);
    cleared = null;
    tell(say("restored", {}));
    show();
    part("clear").focus();
  },
  share,
  markdown: () => save("md"),
  csv: () => save("csv"),
  print: () => print(),
  take: () => settle(shared),
  add: () => settle(asMap(new Set([...ticked(own), ...ticked(shared)].map(({ id }) => id)))),
  mine: () => settle(own),
};

function act(event) {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  DO[button.dataset.do]();
  // Removing the notice removes the button that had the focus.
  if (notice.hidden && notice.contains(button)) items[0].box.focus();
}

for (const tools of [dock, notice]) tools.addEventListener("click", act);
for (const item of items) item.box.addEventListener("change", () => tick(item));
function reread() {
  if (REMEMBERS) own = recall(NAME, {});
  show();
}
onKept(NAME, reread);
// The browser may restore the page from a time before it was ticked in another tab.
addEventListener("pageshow", reread);
addEventListener("hashchange", receive);

part("unkept").hidden = REMEMBERS;
// If the list is the whole page, its tools are always visible, and a notice above the first
// item says whose ticks are shown. On other pages, both are after the last list.
if (document.body.classList.contains("checklist")) {
  find(".prose").append(dock);
  find(".article").before(notice);
}
else {
  let last = items.at(-1).element;
  while (!last.parentElement.matches(".prose")) last = last.parentElement;
  last.after(dock);
}
show();
receive();

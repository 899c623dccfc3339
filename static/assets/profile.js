// A profile's path: the finished steps, and the progress of their checklists.

import { REMEMBERS, all, fill, find, keep, onKept, recall } from "./kit.js";

const NAME = "read";
const path = find(".path");
const steps = all("[data-place]", path).map((element) => {
  const tools = find(".step-tools", element);
  return { element, tools, box: find("input", tools), ticks: find("[data-part]", tools), ...element.dataset };
});
const summary = find(".path-summary", path);
const unkept = find("[data-part='unkept']", summary);

/** The finished pages, by name. */
let read = recall(NAME, {});

/** Returns the number of ids in `tasks` that are ticked on the page `place`. */
function ticked(place, tasks) {
  const kept = recall(`ticks:${place}`, {});
  return tasks.filter((id) => kept[id]).length;
}

function show() {
  for (const { element, tools, box, ticks, place, tasks } of steps) {
    const ids = tasks.split(" ").filter(Boolean);
    // A checklist with all items ticked counts as finished, so that both kinds of “done” agree.
    const done = ids.length > 0 && ticked(place, ids) === ids.length;
    box.checked = done || Boolean(read[place]);
    element.classList.toggle("done", box.checked);
    ticks.hidden = ids.length === 0;
    ticks.textContent = fill(tools.dataset.ticks, { done: ticked(place, ids), total: ids.length });
  }
  const done = steps.filter(({ box }) => box.checked).length;
  summary.classList.toggle("complete", done === steps.length);
  summary.style.setProperty("--done", done / steps.length);
  find("[data-part='count']", summary).textContent = fill(summary.dataset.count, { done, total: steps.length });
}

function reread() {
  if (REMEMBERS) read = recall(NAME, {});
  show();
}

path.classList.add("tracked");
for (const { box, place } of steps) {
  box.addEventListener("change", () => {
    read = { ...read, [place]: box.checked };
    unkept.hidden = keep(NAME, read);
    show();
  });
  onKept(`ticks:${place}`, show);
}
onKept(NAME, reread);
// The browser may restore the page from a time before a list was ticked.
addEventListener("pageshow", reread);
unkept.hidden = REMEMBERS;
show();

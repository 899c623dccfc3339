// Cards of checklists show how much of each the reader has ticked on this device.

import { all, fill, find, onKept, recall } from "./kit.js";

const cards = all(".card-ticks").map((card) => {
  const label = find("[data-part=ticks]", card);
  return { card, label, untickedText: label.textContent };
});

function show() {
  for (const { card, label, untickedText } of cards) {
    const { place, tasks, ticks } = card.dataset;
    const ids = tasks.split(" ");
    const ticked = recall(`ticks:${place}`, {});
    const done = ids.filter((id) => ticked[id]).length;
    card.classList.toggle("begun", done > 0);
    card.classList.toggle("complete", done === ids.length);
    card.style.setProperty("--done", done / ids.length);
    label.textContent = done ? fill(ticks, { done, total: ids.length }) : untickedText;
  }
}

for (const { card } of cards) onKept(`ticks:${card.dataset.place}`, show);
// The browser may restore the page from a time before a list was ticked.
addEventListener("pageshow", show);
show();

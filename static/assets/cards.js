// Lists of checklists: how much of each the reader has ticked on this device.

import { all, fill, find, onKept, recall } from "./kit.js";

const cards = all(".card-ticks").map((card) => ({
  card,
  words: find("[data-part=ticks]", card),
  length: find("[data-part=ticks]", card).textContent,
}));

function show() {
  for (const { card, words, length } of cards) {
    const { place, tasks, ticks } = card.dataset;
    const ids = tasks.split(" ");
    const kept = recall(`ticks:${place}`, {});
    const done = ids.filter((id) => kept[id]).length;
    card.classList.toggle("begun", done > 0);
    card.classList.toggle("complete", done === ids.length);
    card.style.setProperty("--done", done / ids.length);
    words.textContent = done ? fill(ticks, { done, total: ids.length }) : length;
  }
}

for (const { card } of cards) onKept(`ticks:${card.dataset.place}`, show);
// The browser may restore the page from a time before a list was ticked.
addEventListener("pageshow", show);
show();

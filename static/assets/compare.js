// The comparison: two or three items of a ranking side by side, signal by signal.
// The items are chosen in the tables of the page, where this script adds a checkbox
// before each, and are compared below the table that they are chosen from. The choice is
// part of the address.

import { PLACE, all, fill, find, fromQuery, keep, list, sendLink, setQuery, stamp } from "./kit.js";

const MOST = 3;
const LETTERS = "ABC";

const panel = stamp("widget-comparison-tools");
const words = panel.dataset;
const part = (name) => find(`[data-part="${name}"]`, panel);
find("[data-rankings]").classList.add("picks");

const rankings = all("[data-ranking]").map((section) => ({
  section,
  slug: section.dataset.ranking,
  criteria: all("thead [data-criterion]", section).map((cell) => cell.textContent.trim()),
  items: all("tbody tr", section).map((row) => ({
    row,
    id: row.dataset.item,
    label: find("th", row).textContent.trim(),
    href: find("th a", row)?.getAttribute("href"),
    scores: row.dataset.scores.split(",").map(Number),
  })),
}));

let ranking = rankings[0];
/** The ids of the chosen items of each ranking, in the order of choice. */
const choices = new Map(rankings.map((ranking) => [ranking, []]));
const chosen = () => choices.get(ranking);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Turns each item's name into a label with a checkbox, so that the whole row can be clicked. */
function offer({ row, id, label }, ranking) {
  const head = find("th", row);
  const box = element("input", { type: "checkbox", name: "item", value: id, autocomplete: "off" });
  box.addEventListener("change", () => pick(ranking, box));
  const mark = element("span", { className: "choice-mark", ariaHidden: "true" });
  // The mark of a chosen item is its letter in the chart.
  head.replaceChildren(element("label", { className: "choice" }, box, mark, element("span", { textContent: label })));
}

const letter = (at) => element("span", { className: `mark-letter mark-${LETTERS[at]}`, textContent: LETTERS[at] });
const picked = () => chosen().map((id) => ranking.items.find((item) => item.id === id));

/** Draws the scores of the items for one signal, on a line from 1 to 5. */
function line(scores) {
  const track = element("div", { className: "track" });
  const low = Math.min(...scores);
  track.style.setProperty("--from", (low - 1) / 4);
  track.style.setProperty("--to", (Math.max(...scores) - 1) / 4);
  const groups = [...new Set(scores)].map((score) => scores.flatMap((other, at) => (other === score ? [at] : [])));
  for (const group of groups) {
    const [score, same] = [scores[group[0]], group.map(letter)];
    const place = element("span", { className: "stand" }, ...same);
    place.style.setProperty("--at", (score - 1) / 4);
    track.append(place);
  }
  return track;
}

function chart(items) {
  const rows = ranking.criteria.flatMap((criterion, at) => [
    element("span", { className: "track-label", textContent: criterion }),
    line(items.map((item) => item.scores[at])),
  ]);
  // All lines are as high as the highest can be, so that their distances are equal.
  part("chart").style.setProperty("--items", items.length);
  part("chart").replaceChildren(...rows);
}

function cell(score, best) {
  const made = element("td", {}, element("span", { textContent: score }));
  if (best) made.append(" ", element("small", { textContent: words.highest }));
  return made;
}

function table(items) {
  const heads = items.map((item, at) => {
    const name = item.href ? element("a", { href: item.href, textContent: item.label }) : item.label;
    return element("th", { scope: "col" }, letter(at), element("span", {}, name));
  });
  const rows = ranking.criteria.map((criterion, at) => {
    const scores = items.map((item) => item.scores[at]);
    const [best, worst] = [Math.max(...scores), Math.min(...scores)];
    const cells = scores.map((score) => cell(score, score === best && best > worst));
    return element("tr", {}, element("th", { scope: "row", textContent: criterion }), ...cells);
  });
  const corner = element("th", { scope: "col", textContent: words.signal });
  find("thead", panel).replaceChildren(element("tr", {}, corner, ...heads));
  find("tbody", panel).replaceChildren(...rows);
}

/** Returns the signals for which a single item is best. */
function findings(items) {
  const lines = items.map((item, at) => {
    const alone = ranking.criteria.filter((_, signal) =>
      items.every((other) => other === item || other.scores[signal] < item.scores[signal]),
    );
    const pattern = alone.length ? words.leads : words.leadsNowhere;
    const text = fill(pattern, { name: item.label, criteria: alone.length ? list(alone) : "" });
    return element("li", {}, letter(at), element("span", {}, text));
  });
  part("findings").replaceChildren(...lines);
}

function showBoxes() {
  for (const other of rankings) {
    const ids = choices.get(other);
    for (const { row, id } of other.items) {
      const [box, mark] = [find("[name=item]", row), find(".choice-mark", row)];
      const at = ids.indexOf(id);
      box.checked = at >= 0;
      // Not disabled: a disabled checkbox cannot be focused, and does not say why.
      box.setAttribute("aria-disabled", String(at < 0 && ids.length === MOST));
      mark.className = `choice-mark ${at < 0 ? "" : `mark-letter mark-${LETTERS[at]}`}`;
      mark.textContent = LETTERS[at] ?? "";
    }
  }
}

function show() {
  const items = picked();
  const enough = items.length >= 2;
  showBoxes();
  if (panel.parentNode !== ranking.section) ranking.section.append(panel);
  part("result").hidden = !enough;
  part("hint").textContent = enough ? words.chosen : words.few;
  if (!enough) return;
  chart(items);
  table(items);
  findings(items);
}

function remember() {
  const items = chosen().join(",");
  setQuery({ ranking: ranking === rankings[0] ? null : ranking.slug, items });
  keep(`compared:${PLACE}`, { ranking: ranking.slug, items: chosen() });
}

/** Changes the choice in one ranking; other rankings keep theirs. */
function pick(from, box) {
  const top = box.getBoundingClientRect().top;
  ranking = from;
  const full = box.checked && chosen().length === MOST;
  if (!box.checked) choices.set(from, chosen().filter((id) => id !== box.value));
  else if (!full) chosen().push(box.value);
  show();
  if (full) part("hint").textContent = words.many;
  // The row must not move away from the pointer when elements appear above it.
  scrollBy({ top: box.getBoundingClientRect().top - top, behavior: "instant" });
  remember();
}

/** Reads the choice from the address. */
function receive() {
  const query = new URLSearchParams(location.search);
  ranking = rankings.find(({ slug }) => slug === query.get("ranking")) ?? rankings[0];
  const known = (id) => ranking.items.some((item) => item.id === id);
  const asked = fromQuery("items");
  // Without a choice, the first two items are compared, to show what the page does.
  const first = ranking.items.slice(0, 2).map(({ id }) => id);
  choices.set(ranking, asked ? [...new Set(asked)].filter(known).slice(0, MOST) : first);
}

part("share").addEventListener("click", () => {
  remember();
  sendLink(location.href, part("hint"), words);
});
panel.addEventListener("submit", (event) => event.preventDefault());
for (const ranking of rankings) for (const item of ranking.items) offer(item, ranking);
receive();
show();

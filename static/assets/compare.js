// The comparison: two or three items of a ranking side by side, signal by signal.
// Its rows come from the tables that the page has anyway; the address carries the
// choice.

import { all, fill, find, list, setQuery, stamp } from "./kit.js";

const MOST = 3;
const LETTERS = "ABC";

const panel = stamp("widget-comparison-tools");
const words = panel.dataset;
const part = (name) => find(`[data-part="${name}"]`, panel);
find("[data-rankings]").before(panel);

const rankings = all("[data-ranking]").map((section) => ({
  slug: section.dataset.ranking,
  title: find("h2", section).textContent.trim(),
  criteria: all("thead [data-criterion]", section).map((cell) => cell.textContent.trim()),
  items: all("tbody tr", section).map((row) => ({
    id: row.dataset.item,
    label: find("th", row).textContent.trim(),
    href: find("th a", row)?.getAttribute("href"),
    scores: row.dataset.scores.split(",").map(Number),
  })),
}));

let ranking = rankings[0];
/** Ids in the order in which they were chosen. */
let chosen = [];

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The boxes from which items are chosen; at most three. */
function offer() {
  const choices = ranking.items.map(({ id, label }) => {
    const box = element("input", { type: "checkbox", name: "item", value: id });
    return element("label", { className: "choice" }, box, element("span", { textContent: label }));
  });
  part("choices").replaceChildren(...choices);
}

const letter = (at) => element("span", { className: `mark-letter mark-${LETTERS[at]}`, textContent: LETTERS[at] });
const picked = () => chosen.map((id) => ranking.items.find((item) => item.id === id));

/** Where each item stands on one signal, on a line from 1 to 5. */
function line(scores) {
  const track = element("div", { className: "track" });
  const low = Math.min(...scores);
  track.style.setProperty("--from", (low - 1) / 4);
  track.style.setProperty("--to", (Math.max(...scores) - 1) / 4);
  for (const score of new Set(scores)) {
    const same = scores.flatMap((other, at) => (other === score ? [letter(at)] : []));
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
    return element("th", { scope: "col" }, letter(at), " ", name);
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

/** What each item is alone in being best at. */
function findings(items) {
  const lines = items.map((item, at) => {
    const alone = ranking.criteria.filter((_, signal) =>
      items.every((other) => other === item || other.scores[signal] < item.scores[signal]),
    );
    const pattern = alone.length ? words.leads : words.leadsNowhere;
    const text = fill(pattern, { name: item.label, criteria: alone.length ? list(alone) : "" });
    return element("li", {}, letter(at), " ", text);
  });
  part("findings").replaceChildren(...lines);
}

function show() {
  const items = picked();
  const enough = items.length >= 2;
  for (const box of all("[name=item]", panel)) {
    box.checked = chosen.includes(box.value);
    // Not switched off: a box that is may not be reached, and says nothing of why.
    box.setAttribute("aria-disabled", String(!box.checked && chosen.length === MOST));
  }
  for (const radio of all("[name=ranking]", panel)) radio.checked = radio.value === ranking.slug;
  part("result").hidden = !enough;
  part("hint").textContent = enough ? words.chosen : words.few;
  if (!enough) return;
  chart(items);
  table(items);
  findings(items);
}

function remember() {
  const items = chosen.length ? chosen.join(",") : null;
  setQuery({ ranking: ranking === rankings[0] ? null : ranking.slug, items });
}

function change(event) {
  const { name, value, checked } = event.target;
  if (name === "ranking") choose(value, []);
  else if (!checked) chosen = chosen.filter((id) => id !== value);
  else if (chosen.length < MOST) chosen.push(value);
  show();
  if (checked && name === "item" && !chosen.includes(value)) part("hint").textContent = words.many;
  remember();
}

function choose(slug, ids) {
  ranking = rankings.find((ranking) => ranking.slug === slug) ?? rankings[0];
  const known = [...new Set(ids)].filter((id) => ranking.items.some((item) => item.id === id));
  chosen = known.slice(0, MOST);
  offer();
}

panel.addEventListener("change", change);
const query = new URLSearchParams(location.search);
choose(query.get("ranking"), (query.get("items") ?? "").split(","));
show();

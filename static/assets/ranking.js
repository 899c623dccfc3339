// A ranking whose weights the reader changes: the order follows, with the reason
// for each place, and the weights are part of the address.
//
// The sums are computed as in the build (render/ranking_table.rs), in whole numbers, so
// that both round in the same way.

import { PLACE, all, fill, find, keep, recall, setQuery, stamp } from "./kit.js";
import { sum, weighed } from "./weigh.js";
import { RankingMap } from "./ranking-map.js";

const ranked = find(".ranked");
const words = ranked.dataset;
const panel = stamp("widget-weights-tools");
// The weights are before the map, whose dots they move.
(find(".map-fold") ?? ranked).before(panel);

/** The number of places that the panel itself shows. */
const TOP = 3;

const sliders = all("[type=range]", panel);
const criteria = sliders.map((slider) => slider.dataset.label);
const presets = all("[name=preset]", panel).map((radio) => ({
  radio,
  weights: radio.dataset.weights.split(",").map(Number),
}));
const items = all(":scope > li", ranked).map((element) => ({
  element,
  id: element.id,
  label: find(".ranked-label", element).textContent.trim(),
  written: Number(element.dataset.written),
  scores: element.dataset.scores.split(",").map(Number),
}));


/** Returns `part / whole` with so many decimals, rounded half up; 0 if `whole` is 0. */
function decimal(part, whole, decimals) {
  const unit = 10 ** decimals;
  const rounded = whole ? Math.floor((2 * unit * part + whole) / (2 * whole)) : 0;
  return (rounded / unit).toFixed(decimals);
}

/** Returns the criterion with the largest weighted `part`; the first of equals. */
function largest(weights, part) {
  const parts = weights.map((weight, at) => weight * part(at));
  return criteria[parts.indexOf(Math.max(...parts))];
}

/** Returns the reason why `item` is ranked before `next`. */
function standing(item, next, weights) {
  if (!next) return fill(words.last, { criterion: largest(weights, (at) => 5 - item.scores[at]) });
  const gap = weighed(item, weights) - weighed(next, weights);
  if (gap === 0) return fill(words.level, { next: next.label });
  if (10 * gap < Number(words.meaningful) * sum(weights)) return fill(words.near, { next: next.label });
  return fill(words.ahead, {
    next: next.label,
    gap: decimal(gap, sum(weights), 2),
    criterion: largest(weights, (at) => item.scores[at] - next.scores[at]),
  });
}

const total = (item, weights) => decimal(weighed(item, weights), sum(weights), 1);

/** Returns the total in per cent, for the bar. */
const fillOf = (item, weights) => Math.floor((weighed(item, weights) * 20) / (sum(weights) || 1));

function write(item, place, next, weights) {
  const points = total(item, weights);
  find(".ranked-place", item.element).textContent = place;
  find("[data-part=total]", item.element).textContent = points;
  find("[data-part=spoken]", item.element).textContent = fill(words.total, { total: points });
  find("[data-part=fill]", item.element).setAttribute("width", fillOf(item, weights));
  find(".ranked-standing", item.element).textContent = standing(item, next, weights);
}

const moves = matchMedia("(prefers-reduced-motion: no-preference)");

/** Puts the items in `order`, each animated from its earlier position. */
function reorder(order, glides) {
  const before = new Map(items.map(({ element }) => [element, element.offsetTop]));
  ranked.append(...order.map(({ element }) => element));
  if (!glides || !moves.matches) return;
  for (const [element, top] of before) {
    const way = top - element.offsetTop;
    if (way) element.animate({ translate: [`0 ${way}px`, "0"] }, { duration: 260, easing: "ease-out" });
  }
}

const moved = (before, after) => after.filter((item, at) => item !== before[at]).length;

/** Shows the first places beside the weights, where a phone does not show the list. */
function showTop(weights) {
  const lines = order.slice(0, TOP).map((item) => {
    const line = document.createElement("li");
    line.append(`${item.label} `, total(item, weights));
    return line;
  });
  find("[data-part=top]", panel).replaceChildren(...lines);
}

/** The least totals of the levels, in tenths of a point, the highest first. */
const levels = words.levels ? words.levels.split(",").map(Number) : [];

/** Returns the level that an item's total reaches. */
function levelOf(item, weights) {
  const reached = levels.findIndex((from) => 10 * weighed(item, weights) >= from * sum(weights));
  return reached < 0 ? levels.length - 1 : reached;
}

/** Shows the name of each level before its first item. */
function showLevels(weights) {
  let before;
  for (const item of order) {
    const level = levelOf(item, weights);
    const head = find(".ranked-level", item.element);
    head.hidden = level === before;
    [...head.children].forEach((name, at) => {
      name.hidden = at !== level;
    });
    before = level;
  }
}

/** Shows a gate at the widest gap between two items; less than a point is no gap. */
function showCliff(weights) {
  const sums = order.map((item) => weighed(item, weights));
  const gaps = sums.slice(1).map((next, at) => sums[at] - next);
  const widest = Math.max(...gaps);
  const whole = sum(weights);
  order.forEach(({ element }, at) => {
    const gate = find(".ranked-gate", element);
    gate.hidden = widest <= 0 || widest < whole || at !== gaps.indexOf(widest);
    find("span", gate).textContent = fill(words.cliff, { gap: decimal(widest, whole, 1) });
  });
}

const weightsNow = () => sliders.map((slider) => Number(slider.value));
const same = (a, b) => a.every((value, at) => value === b[at]);
const presetOf = (weights) => presets.find((preset) => same(preset.weights, weights));
let order = items;
const map = find(".map") && new RankingMap(find(".map"));
/** The order that was last announced. */
let spoken;
let speaking;

function show(glides = true) {
  const weights = weightsNow();
  const next = [...items].sort((a, b) => weighed(b, weights) - weighed(a, weights) || a.written - b.written);
  next.forEach((item, at) => write(item, at + 1, next[at + 1], weights));
  if (moved(order, next)) reorder(next, glides);
  order = next;
  showTop(weights);
  if (levels.length) showLevels(weights);
  else showCliff(weights);
  map?.show(order.map((item) => ({ ...item, level: levelOf(item, weights) })), weights);
  for (const slider of sliders) slider.nextElementSibling.value = slider.value;
  const preset = presetOf(weights);
  for (const { radio } of presets) radio.checked = radio === preset?.radio;
  all(".criteria .weight").forEach((element, at) => {
    element.textContent = fill(words.weight, { weight: weights[at] });
  });
}

/** Announces the result of a change when the reader pauses. */
function speak() {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    const count = moved(spoken, order);
    const { moved: other, below, unmoved, unweighed } = panel.dataset;
    const changed = spoken[0] === order[0] ? below : other;
    const pattern = sum(weightsNow()) ? (count ? changed : unmoved) : unweighed;
    find("[role=status]", panel).textContent = fill(pattern, { first: order[0].label, count });
    spoken = order;
  }, 400);
}

function remember() {
  const weights = weightsNow();
  const preset = presetOf(weights);
  const value = preset === presets[0] ? null : (preset?.radio.value ?? weights.join(","));
  setQuery({ weights: value });
  keep(`weights:${PLACE}`, weights);
}

function weigh(weights) {
  sliders.forEach((slider, at) => {
    slider.value = weights[at];
  });
}

panel.addEventListener("input", (event) => {
  const preset = presets.find(({ radio }) => radio === event.target);
  if (preset) weigh(preset.weights);
  show();
  speak();
  remember();
});

/** Reads the weights from the address: a profile's name, or a number for each criterion. */
function asked() {
  const value = new URLSearchParams(location.search).get("weights") ?? "";
  const preset = presets.find(({ radio }) => radio.value === value);
  if (preset) return preset.weights;
  return fitting(value.split(",").map(Number));
}

/** Returns weights that these sliders can show. */
function fitting(numbers) {
  const fit = numbers.length === sliders.length && numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= 5);
  return fit ? numbers : null;
}

const own = asked() ? null : fitting([recall(`weights:${PLACE}`, [])].flat());
const start = asked() ?? own ?? presets[0]?.weights;
if (start) weigh(start);
show(false);
if (own) remember();
spoken = order;

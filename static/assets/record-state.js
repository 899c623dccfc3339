// The state of the record: the values that the pages of this guide store in the browser, the form
// that each must have, and how they are saved to a file (`record-plan.js` reads one). Values from
// a file or from storage are treated as text and numbers, never as markup.

import { forget, keep, kept, recall } from "./kit.js";

/** The name and version of the file's format. */
export const KIND = "giljabi-record";
export const FORMAT = 1;

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value, most = 200) => typeof value === "string" && value.length <= most;
const isName = (value) => isText(value) && /^[\p{L}\p{N}._/-]*$/u.test(value) && !/(^|\/)\.*\//.test(value);
const isDay = (value) => value === "" || isRealDay(value);
const every = (value, key, of) =>
  isObject(value) && Object.keys(value).length <= 2000 && Object.entries(value).every(([name, one]) => key(name) && of(one));
const listOf = (value, most, of) => Array.isArray(value) && value.length <= most && value.every(of);
const isFlag = (value) => typeof value === "boolean";

/** Returns whether a text of the form `2026-11-29` is an existing date. */
function isRealDay(text) {
  if (!isText(text) || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The texts that the reader adds, and the greatest length of each. */
export const TEXTS = { team: 80, decision: 200, owner: 80, note: 600 };
export const DAYS = ["date", "review"];

const isVersions = (value) => every(value, isName, (page) => every(page, isName, isName));
const isRecord = (value) =>
  every(value, (name) => Object.hasOwn(TEXTS, name) || DAYS.includes(name) || name === "made", () => true) &&
  Object.entries(TEXTS).every(([name, most]) => value[name] === undefined || isText(value[name], most)) &&
  DAYS.every((name) => value[name] === undefined || isDay(value[name])) &&
  (value.made === undefined || (isObject(value.made) && isRealDay(value.made.day) && isVersions(value.made.versions) && every(value.made.titles ?? {}, isName, isText)));

/** The forms of stored values, by the beginnings of their names. */
const KINDS = {
  "ticks:": (value) => every(value, isName, isFlag),
  "walk:": (value) => every(value, isName, (one) => isObject(one) && isText(one.answers, 400) && isRealDay(one.day)),
  "weights:": (value) => listOf(value, 20, (one) => Number.isInteger(one) && one >= 0 && one <= 5),
  "compared:": (value) => isObject(value) && isName(value.ranking) && listOf(value.items, 3, isName),
  scorecard: (value) => every(value, isName, (one) => isFlag(one) || isText(one)),
  read: (value) => every(value, isName, isFlag),
  record: isRecord,
};
export const BEGINNINGS = Object.keys(KINDS);

/** Returns whether a value is valid under a name. */
export function fits(name, value) {
  const kind = BEGINNINGS.find((one) => (one.endsWith(":") ? name.startsWith(one) : name === one));
  return kind !== undefined && isName(name.slice(kind.length)) && KINDS[kind](value);
}

/** Returns all valid stored values by name. */
export function state() {
  const names = kept(...BEGINNINGS);
  const values = names.map((name) => [name, recall(name, null)]);
  return Object.fromEntries(values.filter(([name, value]) => value !== null && fits(name, value)));
}

/** Stores all of `values`; returns whether that was possible. */
export const store = (values) => Object.entries(values).map(([name, value]) => keep(name, value)).every(Boolean);

/** Removes all values of the record. */
export const clear = () => kept(...BEGINNINGS, "search").forEach(forget);

/** Returns the whole state as the text of a file. */
export const file = (day, site) => `${JSON.stringify({ kind: KIND, format: FORMAT, site, exported: day, values: state() }, null, 2)}\n`;

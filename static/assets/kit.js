// Helpers of the interactive parts: storage on the reader's device, patterns with
// placeholders, downloads, copies of templates. Nothing here uses the network.

const { root, place } = document.body.dataset;

/** The page's name in both languages: `guides/customer-service`. */
export const PLACE = place;

/** Returns the first element that `css` selects. */
export const find = (css, within = document) => within.querySelector(css);
export const all = (css, within = document) => [...within.querySelectorAll(css)];

/** Returns a copy of the first element of the template `id`. */
export const stamp = (id) => find(`#${id}`).content.firstElementChild.cloneNode(true);

/** Returns a new element with a class and children. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Returns a new button that calls `act`. */
export function button(className, words, act) {
  const made = make("button", className, words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** The browser's storage; `null` if it is not allowed. */
const storage = (() => {
  try {
    const { localStorage } = window;
    localStorage.setItem("giljabi", "1");
    localStorage.removeItem("giljabi");
    return localStorage;
  } catch {
    return null;
  }
})();

/** True if stored values outlive the page. */
export const REMEMBERS = storage !== null;

// Sites below different paths of one host share the same storage.
const key = (name) => `giljabi:${root ?? ""}:${name}`;

/** Returns whether what is stored under `name` outlives the page. */
export const lasts = (name) => REMEMBERS && !memory.has(key(name));

/** Values that the browser did not store; kept as long as the page is open. */
const memory = new Map();

/** Returns the value stored under `name`; `fallback` if there is none, or none that parses. */
export function recall(name, fallback) {
  try {
    return JSON.parse(memory.get(key(name)) ?? storage.getItem(key(name))) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Stores `value` under `name`; returns whether it outlives the page. */
export function keep(name, value) {
  const text = JSON.stringify(value);
  try {
    storage.setItem(key(name), text);
    memory.delete(key(name));
    return true;
  } catch {
    memory.set(key(name), text);
    return false;
  }
}

/** Removes the value stored under `name`. */
export function forget(name) {
  memory.delete(key(name));
  try {
    storage.removeItem(key(name));
  } catch {
    // Nothing is stored.
  }
}

/** Returns the names of the stored values that begin with one of `beginnings`, in order. */
export function kept(...beginnings) {
  const own = key("");
  const names = [...new Set([...Object.keys(storage ?? {}), ...memory.keys()])].filter((name) => name.startsWith(own));
  const ours = names.map((name) => name.slice(own.length));
  return ours.filter((name) => beginnings.some((beginning) => name.startsWith(beginning))).sort();
}

/** Returns today's date in the reader's time zone: `2026-11-29`. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** English days are written as the build writes them: "29 November 2026", with no line break after the day. */
const LOCALE = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
export const dateInWords = (date) => date.toLocaleDateString(LOCALE, { dateStyle: "long" }).replace(/^(\d+) /, "$1\u00a0");

/** Returns a day of the form `2026-11-29` in words. */
export function dayInWords(day) {
  const [year, month, date] = String(day).split("-").map(Number);
  return dateInWords(new Date(year, month - 1, date));
}

/** Calls `listener` when another tab or the other language's page stores a value under one of `names`, or removes all. */
export function onKept(names, listener) {
  const keys = [names].flat().map(key);
  addEventListener("storage", (event) => {
    if (event.key === null || keys.some((one) => (one.endsWith(":") ? event.key.startsWith(one) : event.key === one))) listener();
  });
}

/** Returns a part of an address without its escapes; as it is where they are no such. */
export function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Replaces `%name%` in `pattern` by `values.name`; `%name:은/는%` gets its particle too. */
export function fill(pattern, values, particle = (word, pair) => pair) {
  return pattern.replace(/%(\w+)(?::([^%]+))?%/g, (_, name, pair) => {
    const word = String(values[name]);
    return pair ? word + particle(word, pair) : word;
  });
}

/** Returns a list in the page's language: "a, b and c". Korean uses only commas, because "및" does not fit into sentences. */
export function list(words, type = "conjunction") {
  const { lang } = document.documentElement;
  if (words.length < 2) return words.join("");
  return lang === "ko" && type === "conjunction" ? words.join(", ") : new Intl.ListFormat(lang, { type }).format(words);
}

/**
 * Shares an address with the device's own dialog, if there is one. Returns whether the dialog was
 * shown: if not, the address has to be copied.
 */
export async function handOver(url) {
  if (!navigator.share) return false;
  try {
    await navigator.share({ title: document.title, url });
    return true;
  } catch (error) {
    // The reader has closed the dialog.
    return error.name === "AbortError";
  }
}

/** Shares an address or copies it, and says so. If it cannot be copied, it is shown, to be copied by hand. */
export async function sendLink(url, told, { copied, copy }) {
  if (await handOver(url)) return;
  try {
    await navigator.clipboard.writeText(url);
    told.textContent = copied;
  } catch {
    told.textContent = `${copy} ${url}`;
  }
}

/** Returns the values of `name` in the query, split at commas; `null` if there are none. */
export function fromQuery(name) {
  return new URLSearchParams(location.search).get(name)?.split(",").filter(Boolean) ?? null;
}

/** Returns the address with changed values in its query; `null` removes a name. */
export function withQuery(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  // Commas need no escaping, and addresses that people share should be readable.
  url.search = url.search.replaceAll("%2C", ",");
  return url.href;
}

/** Sets the query of the address without leaving the page. */
export function setQuery(values) {
  history.replaceState(history.state, "", withQuery(values));
}

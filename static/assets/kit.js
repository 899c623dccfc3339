// What the interactive parts share: a memory on the reader's device, words with
// gaps, files to take away, copies of templates. Nothing here goes over a network.

const { root, place } = document.body.dataset;

/** The page, whatever its language: `guides/customer-service`. */
export const PLACE = place;

/** Everything that is shown once only is found by this. */
export const find = (css, within = document) => within.querySelector(css);
export const all = (css, within = document) => [...within.querySelectorAll(css)];

/** The first element of the template `id`, to be put into the page. */
export const stamp = (id) => find(`#${id}`).content.firstElementChild.cloneNode(true);

/** The device's memory; `null` where the reader's browser refuses it. */
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

/** Whether what is kept is still there after the page is closed. */
export const REMEMBERS = storage !== null;

// Sites below different paths of one host share one memory.
const key = (name) => `giljabi:${root ?? ""}:${name}`;

/** What was kept under `name`; `fallback` if nothing was, or nothing readable. */
export function recall(name, fallback) {
  try {
    return JSON.parse(storage.getItem(key(name))) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps `value` under `name`; says whether that worked. */
export function keep(name, value) {
  try {
    storage.setItem(key(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Calls `listener` when another tab or the other language's page keeps something. */
export function onKept(name, listener) {
  addEventListener("storage", (event) => {
    if (event.key === key(name)) listener();
  });
}

/** `%name%` in `pattern` becomes `values.name`; `%name:은/는%` gets its particle too. */
export function fill(pattern, values, particle = (word, pair) => pair) {
  return pattern.replace(/%(\w+)(?::([^%]+))?%/g, (_, name, pair) => {
    const word = String(values[name]);
    return pair ? word + particle(word, pair) : word;
  });
}

/** Things one after the other, as the page's language says it: "a, b and c". */
export const list = (words) =>
  new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(words);

/** Gives the reader a file. */
export function give(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows as CSV (RFC 4180). The mark at the start tells Excel that it is UTF-8. */
export function csv(rows) {
  // A spreadsheet must not take a reader's words for a formula.
  const safe = (value) => (/^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value);
  const cell = (value) => `"${safe(String(value)).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** The words of the address's `name`, between commas; `null` where it has none. */
export function fromQuery(name) {
  return new URLSearchParams(location.search).get(name)?.split(",").filter(Boolean) ?? null;
}

/** The address with other values in its query; `null` takes a name away. */
export function withQuery(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  // Commas need no escape, and an address that people share should be readable.
  url.search = url.search.replaceAll("%2C", ",");
  return url.href;
}

/** Sets the query of the address without leaving the page. */
export function setQuery(values) {
  history.replaceState(history.state, "", withQuery(values));
}

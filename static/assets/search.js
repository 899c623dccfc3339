// The dialog in which readers search, and the results. Loaded when it is first opened; its words come from
// the page of results.

import { Engine, marks } from "./search-engine.js";
import { queryWords } from "./search-analysis.js";
import { all, button, fill, find, keep, make, recall } from "./kit.js";

const LANG = document.documentElement.lang;
const RECENT = "search";
const MOST_RECENT = 8;
/** How long to wait after a keystroke before searching, in milliseconds. */
const PAUSE = 80;

let dialog;

/** Opens the dialog; `opener` is the link to the page of results, and `loaded` that page. */
export async function open(opener, loaded) {
  dialog ??= build(opener, loaded);
  (await dialog).show();
}

async function build(opener, loaded) {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("search.css", import.meta.url);
  const styled = new Promise((done) => (styles.onload = styles.onerror = done));
  document.head.append(styles);
  const page = await loaded;
  if (!page.ok) throw page.status;
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  const template = (id) => parsed.getElementById(id);
  const [element] = template("search-dialog").content.children;
  document.body.append(element);
  await Promise.race([styled, new Promise((done) => setTimeout(done, 2000))]);
  return new SearchDialog(element, opener, template("search-words").dataset);
}

class SearchDialog {
  constructor(element, opener, text) {
    const part = (name) => find(`[data-search-${name}]`, element);
    Object.assign(this, { element, opener, text });
    this.form = find("form", element);
    this.input = find("input", element);
    this.list = part("results");
    this.status = part("status");
    this.recent = part("recent");
    this.turn = 0;
    this.form.action = opener.href;
    this.listen(part("close"), part("clear"));
  }

  listen(close, clear) {
    const { element, input, form, list } = this;
    close.addEventListener("click", () => element.close());
    clear.addEventListener("click", () => {
      keep(RECENT, []);
      this.showRecent();
      input.focus();
    });
    element.addEventListener("click", ({ target }) => target === element && element.close());
    element.addEventListener("cancel", (event) => this.composing && event.preventDefault());
    element.addEventListener("close", () => this.closed());
    // Text that an input method is composing is searched as it is, and never changed.
    input.addEventListener("compositionstart", () => (this.composing = true));
    input.addEventListener("compositionend", () => {
      this.composing = false;
      this.later();
    });
    input.addEventListener("input", () => {
      // What was chosen of other results is not what Enter opens.
      this.select(null);
      this.hideRecent();
      this.later();
    });
    input.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.composing || !input.value.trim()) return;
      this.remember();
      location = `${form.action}#q=${encodeURIComponent(input.value)}`;
    });
    list.addEventListener("click", ({ target }) => target.closest("a") && this.leave());
    list.addEventListener("pointermove", ({ target }) => this.select(target.closest("a"), false));
    list.addEventListener("pointerleave", () => this.select(null));
    window.visualViewport?.addEventListener("resize", () => this.fit());
  }

  show() {
    if (this.element.open) return;
    const focused = document.activeElement;
    this.before = focused === document.body ? this.opener : focused;
    this.element.showModal();
    document.documentElement.classList.add("searching");
    this.fit();
    this.input.focus();
    this.input.select();
    this.showRecent();
  }

  closed() {
    document.documentElement.classList.remove("searching");
    this.select(null);
    this.before.focus();
  }

  /** On a phone, the dialog has the height that the keyboard leaves. */
  fit() {
    this.element.style.setProperty("--room", `${Math.round(window.visualViewport?.height ?? innerHeight)}px`);
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.find(), PAUSE);
  }

  async find() {
    const turn = ++this.turn;
    const query = this.input.value.trim();
    if (!query || !asks(query)) return this.clear(query);
    const slow = setTimeout(() => turn === this.turn && this.say(this.text.loading), 400);
    try {
      await search(LANG, query, (answer) => turn === this.turn && this.answer(query, answer));
    } catch {
      if (turn === this.turn) this.say(this.text.failed);
    } finally {
      clearTimeout(slow);
    }
  }

  clear(query) {
    // A letter that was just begun removes no results.
    if (query && this.composing) return;
    this.list.replaceChildren();
    this.select(null);
    this.say(query && fill(this.text.none, { query }));
    this.input.ariaExpanded = "false";
    this.showRecent();
  }

  answer(query, answer) {
    if (!answer.count && this.composing && this.list.childElementCount) return;
    const chosen = this.active?.href;
    if (!chosen) this.list.scrollTop = 0;
    put(this.list, answer, { lang: LANG, options: true, text: this.text });
    this.select(this.options.find((option) => option.href === chosen) ?? null, false);
    this.input.ariaExpanded = String(answer.count > 0);
    this.say(said(query, answer, this.text, this));
  }

  say(words) {
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  get options() {
    return all("a", this.list);
  }

  key(event) {
    // The key code 229 means that the key belongs to an input method.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      // The browser would empty the field, too.
      event.preventDefault();
      return this.element.close();
    }
    const options = this.options;
    const at = options.indexOf(this.active);
    const move = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 }[event.key];
    if (move !== undefined && options.length) {
      event.preventDefault();
      this.select(options[move] ?? null);
    } else if (event.key === "Enter" && this.active) {
      event.preventDefault();
      this.active.click();
    }
  }

  select(option, scroll = true) {
    if (option === this.active) return;
    if (this.active) this.active.ariaSelected = "false";
    this.active = option;
    // An empty id would be invalid.
    this.input.setAttribute("aria-activedescendant", option?.id ?? "");
    if (!option) return;
    option.ariaSelected = "true";
    if (scroll) option.scrollIntoView({ block: "nearest" });
  }

  leave() {
    this.remember();
    // A link to the open page loads nothing, so the dialog has to be closed here.
    setTimeout(() => this.element.close());
  }

  remember() {
    const query = this.input.value.trim();
    const others = recall(RECENT, []).filter((other) => other !== query);
    keep(RECENT, [query, ...others].slice(0, MOST_RECENT));
  }

  hideRecent(isEmpty = false) {
    this.recent.hidden = isEmpty || this.input.value.trim() !== "";
  }

  showRecent() {
    const queries = recall(RECENT, []);
    this.hideRecent(!queries.length);
    const item = (query) => {
      const again = () => {
        this.input.value = query;
        this.input.focus();
        this.hideRecent();
        this.find();
      };
      return make("li", "", button("", query, again));
    };
    find("ul", this.recent).replaceChildren(...queries.map(item));
  }
}

// The results as elements. Queries and pages are inserted as text only.

const ROOT = new URL("../../", import.meta.url);
/** The number of results that are listed by rank; those after them are grouped by kind. */
const BEST = 3;
/** The lengths of excerpts, in characters. A Korean character is about twice as wide as a Latin one. */
const EXCERPT = { ko: 100, en: 170 };
/** How far before a match the beginning of its sentence is looked for, in shares of an excerpt. */
const LEAD = 0.5;
/** The number of pages that are loaded before the first results are shown. */
const AT_FIRST = 3;

async function load(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw answer.status;
  return answer.json();
}

const engines = new Map();

/** Returns the answer to `query`. If the site has been published again in the meantime, the index is loaded anew. */
async function answer(lang, query) {
  const ask = () => {
    if (!engines.has(lang)) engines.set(lang, new Engine(lang, load));
    const engine = engines.get(lang);
    return engine.rank(query).then((found) => ({ ...found, engine }));
  };
  try {
    return await ask();
  } catch {
    engines.delete(lang);
    return ask();
  }
}

/** Searches for `query`: calls `show` with the first pages, then with all. */
export async function search(lang, query, show) {
  const found = await answer(lang, query);
  const read = (ranked) => Promise.all(ranked.map((one) => found.engine.hit(one)));
  const first = (await read(found.ranked.slice(0, AT_FIRST))).filter(Boolean);
  const count = found.ranked.length;
  await show({ ...found, hits: first, count });
  if (count > AT_FIRST) {
    const rest = (await read(found.ranked.slice(AT_FIRST))).filter(Boolean);
    await show({ ...found, hits: [...first, ...rest], count: first.length + rest.length });
  }
}

/** Returns whether `query` contains a word to search for. */
export const asks = (query) => queryWords(query.normalize("NFC")).length > 0;

/** Returns `text` from `from` to `to` with its matches marked. */
function marked(text, places, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const [start, end] of places.filter(([start, end]) => start >= from && end <= to)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), make("mark", "", text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at, to)];
}

/** Returns a title with its matches marked. One that is too long for a line breaks at its colon first. */
function titleParts(title, places) {
  const at = title.indexOf(": ") + 1;
  const part = (from, to) => make("span", "title-part", ...marked(title, places, from, to));
  return at ? [part(0, at), " ", part(at + 1)] : marked(title, places);
}

/** Returns the part of a text with the most matches, from the beginning of a sentence if one is near. */
function excerpt(text, places, lang) {
  const most = EXCERPT[lang];
  const from = excerptStart(text, places, most);
  const [to, cut] = excerptEnd(text, places, from, most);
  const begins = from === 0 || /[.?!…]["”’)]?\s$/.test(text.slice(0, from));
  return [...(begins ? [] : ["… "]), ...marked(text, places, from, to), ...(cut ? [" …"] : [])];
}

function excerptStart(text, places, most) {
  const near = (start) => Math.max(0, start - most / 5);
  const within = (start) => places.filter(([from, to]) => from >= start && to <= near(start) + most).length;
  const [best = 0] = places.map(([start]) => start).sort((a, b) => within(b) - within(a));
  if (best < most * LEAD) return 0;
  const before = text.slice(0, best);
  const sentence = [...before.matchAll(/[.?!…]["”’)]?\s/g)].at(-1);
  const start = sentence ? sentence.index + sentence[0].length : 0;
  return best - start <= most * LEAD ? start : text.lastIndexOf(" ", near(best)) + 1;
}

/** Returns the end of an excerpt, and whether a sentence is cut there. */
function excerptEnd(text, places, from, most) {
  if (text.length <= from + most) return [text.length, false];
  const shown = text.slice(from, from + most);
  const last = Math.max(0, ...places.filter(([, to]) => to <= from + most).map(([, to]) => to - from));
  const [sentence] = [...shown.matchAll(/[.?!…]["”’)]?(?=\s)/g)].slice(-1);
  const end = sentence ? sentence.index + sentence[0].length : 0;
  if (end >= Math.max(last, most * LEAD)) return [from + end, false];
  const space = shown.lastIndexOf(" ");
  return [from + (space >= last ? shown.slice(0, space).replace(/ ·$/, "").length : most), true];
}

const address = (hit, { anchor }) =>
  new URL(`${hit.lang}/${hit.address}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`, ROOT).href;

function hitElement(hit, grouped, { words, found, lang, text }) {
  const places = (text) => marks(text, words, found);
  const link = (className, passage, ...content) => {
    const element = make("a", className, ...content);
    element.href = address(hit, passage);
    if (hit.lang !== lang) element.hreflang = hit.lang;
    return element;
  };
  const [best, ...more] = hit.passages;
  const other = hit.lang === lang ? [] : [make("span", "search-other", text.other)];
  const title = make("span", "search-title", ...titleParts(hit.title, places(hit.title)));
  const kind = make("span", "search-kind", ...(grouped ? [] : [hit.label]), ...other);
  const heading = best.anchor && best.heading;
  const section = heading ? [make("span", "search-section", ...marked(heading, places(heading)))] : [];
  const shown = best.text ? [make("span", "search-text", ...excerpt(best.text, places(best.text), hit.lang))] : [];
  const element = make("div", "search-hit", link("search-link", best, kind, " ", title, " ", ...section, " ", ...shown));
  const anchors = new Set([best.anchor]);
  for (const passage of more) {
    if (!passage.anchor || !passage.heading || anchors.has(passage.anchor)) continue;
    anchors.add(passage.anchor);
    element.append(link("search-section search-also", passage, ...marked(passage.heading, places(passage.heading))));
  }
  if (hit.lang !== lang) element.lang = hit.lang;
  return element;
}

/** Puts hits into `list`: the best ones, then the others by kind. */
export function put(list, answer, settings) {
  const groups = new Map();
  const best = answer.partial ? settings.text.partial : settings.text.best;
  answer.hits.forEach((hit, at) => {
    const label = at < BEST ? best : hit.label;
    if (!groups.has(label)) groups.set(label, []);
    groups.get(label).push(hitElement(hit, at >= BEST, { ...answer, ...settings }));
  });
  const sections = [...groups].map(([label, hits], at) => {
    const head = make("h2", "search-group", label);
    if (label !== best) head.append(" ", make("span", "search-count", `${hits.length}`));
    head.id = `search-group-${at}`;
    const section = make("div", "search-part", head, ...hits);
    section.role = "group";
    section.setAttribute("aria-labelledby", head.id);
    return section;
  });
  list.replaceChildren(...sections);
  if (!settings.options) return;
  all("a", list).forEach((link, at) => {
    link.id = `search-option-${at}`;
    link.role = "option";
    link.ariaSelected = "false";
    link.tabIndex = -1;
  });
  // A list of options has no headings; these still name their groups.
  for (const head of all("h2", list)) head.role = "presentation";
}

/**
 * Returns the message about an answer. There is none to a query that asks for nothing yet: a letter, or a syllable that is being
 * composed and begins no word. `lists` says where to look instead.
 */
export function said(query, { words, count, partial, readAs }, text, { composing = false, lists = "" }) {
  if (!words.length || (composing && !count && query.length === 1)) return "";
  const read = readAs.filter(Boolean).join(" ");
  const outcome = fill(!count ? text.none : partial ? text.some : text.found, { query, count });
  const more = count ? [] : [text.try, lists];
  return [outcome, read && fill(text.readAs, { words: read }), ...more].filter(Boolean).join(" ");
}

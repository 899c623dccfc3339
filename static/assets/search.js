// The dialog in which readers search. Loaded when it is first opened; its words come from
// the page of results.

import { asks, put, said, search } from "./search-results.js";
import { all, button, find, keep, make, recall } from "./kit.js";

const LANG = document.documentElement.lang;
const RECENT = "search";
const MOST_RECENT = 8;
/** How long to wait after a keystroke before searching, in milliseconds. */
const PAUSE = 80;

let dialog;

/** Opens the dialog; `opener` is the link to the page of results that was clicked. */
export async function open(opener) {
  dialog ??= build(opener);
  (await dialog).show();
}

async function build(opener) {
  const page = await fetch(opener.href);
  if (!page.ok) throw page.status;
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  const template = (id) => parsed.getElementById(id);
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("search.css", import.meta.url);
  const styled = new Promise((done) => (styles.onload = styles.onerror = done));
  document.head.append(styles);
  const [element] = template("search-dialog").content.children;
  document.body.append(element);
  await Promise.race([styled, new Promise((done) => setTimeout(done, 2000))]);
  return new SearchDialog(element, opener, { ...template("search-words").dataset });
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
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => {
      if (this.composing || !input.value.trim()) return event.preventDefault();
      this.remember();
    });
    list.addEventListener("click", ({ target }) => target.closest("a") && this.leave());
    list.addEventListener("pointermove", ({ target }) => this.select(target.closest("a"), false));
    window.visualViewport?.addEventListener("resize", () => this.fit());
  }

  show() {
    if (this.element.open) return;
    this.element.showModal();
    document.documentElement.classList.add("searching");
    this.fit();
    this.input.focus();
    this.input.select();
    this.showRecent();
  }

  closed() {
    document.documentElement.classList.remove("searching");
    this.opener.focus();
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
    this.say("");
    this.input.ariaExpanded = "false";
    this.showRecent();
  }

  answer(query, answer) {
    if (!answer.count && this.composing && this.list.childElementCount) return;
    const chosen = this.active?.href;
    put(this.list, answer, { lang: LANG, options: true, text: this.text });
    this.select(this.options.find((option) => option.href === chosen) ?? null, false);
    this.input.ariaExpanded = String(answer.count > 0);
    this.recent.hidden = true;
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
    // A search field would first be emptied.
    if (event.key === "Escape") return this.element.close();
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

  showRecent() {
    const queries = recall(RECENT, []);
    this.recent.hidden = !queries.length || this.input.value.trim() !== "";
    const item = (query) => {
      const again = () => {
        this.input.value = query;
        this.input.focus();
        this.find();
      };
      return make("li", "", button("", query, again));
    };
    find("ul", this.recent).replaceChildren(...queries.map(item));
  }
}

// The page of results, for the query after `?q=` in its address. On the 404 page, the query is the
// words of the address.

import { asks, put, said, search } from "./search.js";
import { fill, find, withQuery } from "./kit.js";

const form = find("[data-search-form]");
const list = find("[data-search-results]");
const status = find("[data-search-status]");
const missing = list.dataset.searchResults === "address";
const lang = missing ? languageOf(location.pathname) : document.documentElement.lang;

const text = await words();
/** The most pages that are offered in place of one that was not found. */
const MOST_MISSING = 3;

function showSection(count) {
  const section = find("[data-search-section]");
  section.lang = lang;
  find("h2", section).textContent = text.missing;
  section.hidden = count === 0;
}

/** Returns the texts of the script from the page of results in the language of the address. */
async function words() {
  const own = find("#search-words");
  if (own) return { ...own.dataset };
  const page = await fetch(new URL(`../../${lang}/search/`, import.meta.url));
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  return { ...parsed.getElementById("search-words").dataset };
}

/** Returns the language of an address, or else that of the page. */
function languageOf(path) {
  return path.split("/").find((part) => part === "ko" || part === "en") ?? document.documentElement.lang;
}

/** Returns the words of an address without a page. */
function wordsOf(path) {
  const root = new URL("../../", import.meta.url).pathname;
  const below = path.startsWith(root) ? path.slice(root.length) : path;
  const parts = below.split("/").filter((part) => part && !/^(ko|en|index\.\w+)$/.test(part));
  // The first part of several is the folder of a collection.
  return parts.slice(parts.length > 1 ? 1 : 0).join(" ").replace(/\.[a-z]+$/, "").replace(/[-_.+]+/g, " ").trim();
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

let turn = 0;

async function show(query, composing = false) {
  const now = ++turn;
  if (!asks(query)) {
    list.replaceChildren();
    status.textContent = query && !composing ? fill(text.none, { query }) : "";
    return;
  }
  if (!list.childElementCount) status.textContent = text.loading;
  try {
    await search(lang, query, (answer) => {
      if (now !== turn) return;
      const most = missing ? MOST_MISSING : answer.count;
      const shown = { ...answer, hits: answer.hits.slice(0, most), count: Math.min(answer.count, most) };
      put(list, shown, { lang, options: false, text });
      status.textContent = said(query, shown, text, { composing, lists: missing ? "" : text.tryLists });
      if (missing) showSection(shown.count);
    });
  } catch {
    if (now !== turn) return;
    status.textContent = text.failed;
    if (missing) showSection(1);
  }
}

if (missing) {
  // The language of the address comes first.
  find(".bilingual-parts").prepend(find(`.bilingual-parts > [lang="${lang}"]`));
  show(wordsOf(decoded(location.pathname)));
} else {
  const input = find("input", form);
  const asked = () => new URLSearchParams(location.search).get("q") ?? "";
  /** Moves what the dialog asks for, which is sent to no server, from behind the `#` into the query. */
  const receive = () => {
    if (!location.hash.startsWith("#q=")) return;
    const url = new URL(withQuery({ q: decoded(location.hash.slice(3)) }));
    url.hash = "";
    history.replaceState(null, "", url);
  };
  receive();
  form.hidden = false;
  input.value = asked();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", withQuery({ q: input.value.trim() || null }));
    show(input.value.trim());
  });
  let waiting;
  input.addEventListener("input", ({ isComposing }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", withQuery({ q: input.value.trim() || null }));
      show(input.value.trim(), isComposing);
    }, 120);
  });
  addEventListener("popstate", () => {
    receive();
    input.value = asked();
    show(asked());
  });
  show(asked());
}

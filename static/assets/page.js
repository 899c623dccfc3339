// On every page: marks the section that is being read, opens the other language at the
// same place, closes menus, hides the header on a phone while scrolling down, and
// animates the paths of diagrams.

const find = (css) => document.querySelector(css);
/** A copy of the table of contents that stays visible on a phone: "Contents 3/13", with the name of the section. */
const fold = find(".contents-fold");
const isLong = fold?.querySelectorAll(":scope > ol > li").length > 3;
const dock = isLong && !document.body.matches(".checklist") ? fold.cloneNode(true) : null;
if (dock) {
  dock.className = "contents-dock";
  dock.open = false;
  dock.hidden = true;
  const here = document.createElement("span");
  here.dataset.part = "here";
  dock.querySelector("summary").append(" ", document.createElement("span"), " ", here);
  fold.after(dock);
  dock.addEventListener("click", ({ target }) => {
    if (target.closest("a")) dock.open = false;
  });
  dock.addEventListener("toggle", () => {
    if (dock.open) dock.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  });
}
const links = [...document.querySelectorAll(".contents a")];
const idOf = (link) => decodeURIComponent(link.hash.slice(1));
const headings = links.length
  ? [...new Set(links.map(idOf))].map((id) => document.getElementById(id)).filter(Boolean)
  : [];

/** Calls `react` at most once per frame while the page is scrolled or resized. */
function onMove(react) {
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      react();
    });
  };
  for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, later, { passive: true });
}

/** Returns the last section whose heading is above the middle of the window's upper half. */
function current() {
  const line = innerHeight / 4;
  const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const above = headings.filter((heading) => atEnd || heading.getBoundingClientRect().top <= line);
  const target = atEnd && headings.find(({ id }) => [id, encodeURIComponent(id)].includes(location.hash.slice(1)));
  return target || above.at(-1);
}

let marked;

function mark() {
  const id = current()?.id;
  if (id === marked) return;
  marked = id;
  for (const link of links) {
    if (idOf(link) === id) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  followInRail();
}

/** Keeps the current section in the middle of contents that are higher than the window. */
function followInRail() {
  const rail = find(".article > .contents");
  const here = rail?.querySelector(".contents-path [aria-current]");
  if (!here) return;
  const top = here.getBoundingClientRect().top - rail.getBoundingClientRect().top;
  rail.scrollTop += top - rail.clientHeight / 2;
}

/** Forms and questions: the copy of the contents must not cover their words and buttons. */
const answered = dock ? [...document.querySelectorAll("main :is(form, .walk, .practice)")] : [];
const isBelowDock = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > innerHeight - 64;
};

/** The first of what follows the text: the next step, or the footer. The copy must not cover it. */
const after = find(".next-step") ?? find(".site-footer");

/** Shows the copy of the contents, with the current section, between the contents themselves and what follows the text. */
function countSections() {
  const sections = [...dock.querySelectorAll(":scope > ol > li")];
  const at = sections.findIndex((section) => section.querySelector("[aria-current]"));
  const end = after?.getBoundingClientRect().top ?? Infinity;
  dock.hidden = at < 0 || fold.getBoundingClientRect().bottom > 0 || end < innerHeight || answered.some(isBelowDock);
  const [number, here] = dock.querySelectorAll("summary span");
  number.textContent = `${at + 1}/${sections.length}`;
  here.textContent = sections[at]?.querySelector("a").textContent ?? "";
}

if (headings.length) {
  const follow = () => {
    mark();
    if (dock) countSections();
  };
  onMove(follow);
  follow();
}

/** Makes the language switch lead to the current section, in the same state. */
const other = find("[data-language-switch]");
if (other) {
  const written = other.href;
  const follow = () => {
    const url = new URL(written);
    url.search = location.search;
    const id = current()?.id;
    const link = links.find((link) => idOf(link) === id);
    // The answers of a walk are the same in both languages.
    if (/^#[a-z0-9-]+=/.test(location.hash)) url.hash = location.hash;
    else if (id) url.hash = link?.dataset.other ?? id;
    other.href = url.href;
  };
  for (const event of ["pointerdown", "focus", "click"]) other.addEventListener(event, follow);
}

/** Hides the header on a phone while scrolling down, and shows it while scrolling up. */
const header = find(".site-header");
if (header) {
  let last = scrollY;
  onMove(() => {
    const way = scrollY - last;
    // Even a resting finger moves by a few pixels.
    if (Math.abs(way) < 8 && scrollY > 0) return;
    header.classList.toggle("away", way > 0 && scrollY > header.offsetHeight);
    last = scrollY;
  });
}

/** Animates the path of a diagram when it comes into view. */
const below = [...document.querySelectorAll("figure.diagram")].filter(
  (figure) => figure.getBoundingClientRect().top > innerHeight,
);
if (below.length && "IntersectionObserver" in window) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        target.dataset.draw = "now";
        seen.unobserve(target);
      }
    },
    { rootMargin: "0px 0px -15% 0px" },
  );
  for (const figure of below) {
    figure.dataset.draw = "waits";
    seen.observe(figure);
  }
}
/** Shows a notice if the review of the page is overdue. */
const review = find("time[data-review]");
if (review) {
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  if (review.dateTime < today) {
    const note = document.createElement("strong");
    note.className = "review-passed";
    note.textContent = review.dataset.review;
    review.after(" ", note);
  }
}

/** Opens folded parts while the page is printed, in browsers where styles cannot. */
const texts = () => document.querySelectorAll(".prose details:not([open])");
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...texts()];
  for (const text of opened) text.open = true;
});
addEventListener("afterprint", () => {
  for (const text of opened) text.open = false;
});

/** The script of questions that are folded below their drawing is loaded when it is first needed. */
const walks = document.querySelectorAll(".diagram-walk");
if (walks.length) {
  // Without the script each answer is still a link.
  const load = () => import("./walk.js").catch(() => {});
  const loadNamed = () => /^#[a-z0-9-]+=/.test(location.hash) && load();
  for (const walk of walks) {
    for (const event of ["pointerenter", "focusin", "toggle"]) walk.addEventListener(event, load, { once: true });
  }
  addEventListener("hashchange", loadNamed);
  loadNamed();
}

/** The search is loaded when it is first used; until then it is a link. */
const search = find("[data-search-open]");
if (search) {
  let results;
  const open = async (event) => {
    event.preventDefault();
    search.ariaBusy = "true";
    try {
      results ??= fetch(search.href);
      const { open } = await import("./search.js");
      await open(search, results);
    } catch {
      location.href = search.href;
    }
    search.ariaBusy = "false";
  };
  search.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.button)) open(event);
  });
  addEventListener("keydown", (event) => {
    const { target, key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (isComposing || altKey || shiftKey) return;
    const writes = target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    const slash = key === "/" && !(ctrlKey || metaKey || writes);
    // By the position of the key, which has another letter on a Korean layout.
    const command = (ctrlKey || metaKey) && (code === "KeyK" || key === "k");
    if (slash || command) open(event);
  });
}

/** The elements that open over the page: the menu, the list of ways to save. */
const folded = () => document.querySelectorAll(":is(.menu, .tools-menu, .ticks-more, .contents-dock)[open]");
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const fold of folded()) {
    fold.open = false;
    fold.querySelector("summary").focus();
  }
});
const closeAround = (target) => {
  for (const fold of folded()) if (!fold.contains(target)) fold.open = false;
};
addEventListener("pointerdown", ({ target }) => closeAround(target));
addEventListener("focusin", ({ target }) => closeAround(target));

// The script of previewed pages: receives edits, shows problems and the bar.
//
// It adds one element to the page, with a shadow tree of its own, so that the styles and scripts
// of the page and of the preview do not affect each other. All text comes from the server, in the
// editor's language, and is inserted as text only.

const version = new URL(import.meta.url).searchParams.get("page") ?? "";
// The query of the translation board selects the page that it shows.
const page = location.pathname + (location.pathname.startsWith("/_preview/") ? location.search : "");

/** Storage may be blocked; the preview works without it. */
const store = {
  get(area, key) {
    try {
      return area().getItem(`giljabi-preview:${key}`);
    } catch {
      return null;
    }
  },
  set(area, key, value) {
    try {
      if (value === null) area().removeItem(`giljabi-preview:${key}`);
      else area().setItem(`giljabi-preview:${key}`, value);
    } catch {}
  },
};
const tab = () => sessionStorage;
const always = () => localStorage;

/** Returns a new element with attributes and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const host = document.createElement("giljabi-preview");
const root = host.attachShadow({ mode: "open" });
const styles = make("link", { rel: "stylesheet", href: "/_preview/preview.css" });
const overlay = make("section", { class: "overlay", hidden: "" });
const bar = make("aside", { class: "bar", hidden: "" });
const lost = make("p", { class: "lost", role: "status", hidden: "" });
// Everything is hidden until the styles are loaded.
host.hidden = true;
styles.addEventListener("load", () => (host.hidden = false));
root.append(styles, overlay, lost, bar);
document.body.append(host);

// --- Where the reader was -------------------------------------------------------

function reload(section) {
  store.set(tab, "place", JSON.stringify({ page, section, x: scrollX, y: scrollY }));
  location.reload();
}

function comeBack() {
  const written = store.get(tab, "place");
  store.set(tab, "place", null);
  const place = written && JSON.parse(written);
  if (!place || place.page !== page) return;
  history.scrollRestoration = "manual";
  const go = () => {
    scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    const target = place.section && document.getElementById(place.section);
    if (target) show(target);
  };
  go();
  addEventListener("load", go, { once: true });
  // From the next step on, the browser restores scroll positions by itself again.
  addEventListener("pagehide", () => (history.scrollRestoration = "auto"), { once: true });
}

/** Scrolls to a changed section, unless it is visible already. */
function show(heading) {
  for (let fold = heading.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const top = heading.getBoundingClientRect().top;
  if (top < 0 || top > innerHeight * 0.7) heading.scrollIntoView({ behavior: "instant" });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!still) {
    const shade = { backgroundColor: "color-mix(in oklab, currentColor 14%, transparent)" };
    heading.animate([shade, {}], { duration: 900, easing: "ease-out" });
  }
}

// --- Styles ---------------------------------------------------------------------

/** Replaces stylesheets with new ones as soon as these are loaded. */
function swapStyles(moved) {
  for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
    const to = moved.find(({ from }) => from === old.getAttribute("href"))?.to;
    if (!to) continue;
    const link = old.cloneNode();
    link.setAttribute("href", to);
    link.addEventListener("load", () => old.remove());
    link.addEventListener("error", () => old.remove());
    old.after(link);
  }
}

// --- Problems -------------------------------------------------------------------

let problems = null;
let closed = null;

function excerpt(place) {
  const mark = make("mark", {}, place.marked || " ");
  const code = make("code", {}, place.before, mark, place.after);
  return make("pre", { tabindex: "0" }, make("span", { class: "number" }, `${place.line} `), code);
}

function location_(place) {
  const name = place.href
    ? make("a", { href: place.href, title: problems.open }, place.name)
    : make("span", {}, place.name);
  const label = place.label ? make("span", { class: "label" }, ` ${place.label}`) : null;
  return make("div", { class: "place" }, name, label, excerpt(place));
}

function item(problem) {
  const head = make(
    "h3",
    {},
    make("span", { class: problem.severity }, problem.label),
    problem.code ? " " : null,
    problem.code ? make("a", { class: "code", href: problem.explanation, target: "_blank" }, problem.code) : null,
  );
  const hint = problem.hint
    ? make("p", { class: "hint" }, make("b", {}, `${problem.help}: `), problem.hint)
    : null;
  const message = make("p", { class: "message" }, problem.message);
  return make("li", {}, head, message, ...problem.places.map(location_), hint);
}

function drawProblems() {
  const open = problems.items.length > 0 && closed !== JSON.stringify(problems);
  overlay.hidden = !open;
  document.documentElement.toggleAttribute("data-preview-broken", problems.broken);
  if (!open) return overlay.replaceChildren();
  const close = make("button", { type: "button", class: "close" }, problems.close);
  close.addEventListener("click", closeProblems);
  overlay.setAttribute("lang", problems.lang);
  overlay.setAttribute("role", "alertdialog");
  overlay.setAttribute("aria-labelledby", "title");
  overlay.replaceChildren(
    make("header", {}, make("h2", { id: "title" }, problems.title), close),
    problems.broken ? make("p", { class: "note" }, problems.note) : "",
    make("ol", {}, ...problems.items.map(item)),
    problems.more ? make("p", { class: "note" }, problems.more) : "",
  );
}

function closeProblems() {
  closed = JSON.stringify(problems);
  drawProblems();
}

function openProblems() {
  closed = null;
  drawProblems();
  overlay.querySelector("button")?.focus();
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !overlay.hidden) closeProblems();
});

// --- The bar --------------------------------------------------------------------

function fact({ name, text, tone, href, title }) {
  const attributes = { class: `fact ${name}`, "data-tone": tone, title };
  if (name === "problems" && tone !== "good") {
    const button = make("button", { ...attributes, type: "button" }, text);
    button.addEventListener("click", openProblems);
    return button;
  }
  return href ? make("a", { ...attributes, href }, text) : make("span", attributes, text);
}

function drawBar(facts) {
  if (store.get(always, "bar") === "hidden") return;
  const button = (name, label, text) =>
    make("button", { type: "button", class: name, "aria-label": label, title: label }, text);
  const hide = button("hide", facts.hide, "×");
  hide.addEventListener("click", () => {
    store.set(always, "bar", "hidden");
    bar.hidden = true;
    host.classList.remove("with-bar");
  });
  // On a narrow screen, less important facts are folded.
  const more = button("more", facts.more, "⋯");
  const unfolded = () => bar.hasAttribute("data-open");
  more.setAttribute("aria-expanded", unfolded());
  more.addEventListener("click", () => {
    bar.toggleAttribute("data-open");
    more.setAttribute("aria-expanded", unfolded());
  });
  bar.setAttribute("lang", facts.lang);
  bar.setAttribute("aria-label", facts.label);
  bar.replaceChildren(
    make("a", { class: "name", href: "/_preview/" }, facts.label),
    make("div", { class: "facts" }, ...facts.items.map(fact)),
    facts.items.length > 1 ? more : "",
    hide,
  );
  bar.hidden = false;
  // The bar covers the end of the page, which therefore needs more space.
  host.classList.add("with-bar");
}

// --- The server -----------------------------------------------------------------

const known = { version };

/** Warnings alone do not cover the page; the bar counts them. */
function hearProblems(message) {
  const first = problems === null;
  problems = message;
  lost.textContent = message.lost;
  if (!message.broken && (first || closed === null)) closed = JSON.stringify(message);
  if (message.broken && closed !== JSON.stringify(message)) closed = null;
  drawProblems();
}

function hearPage({ version, styles, section }) {
  known.version = version;
  if (styles) swapStyles(styles);
  else reload(section);
}

const hear = { facts: drawBar, problems: hearProblems, page: hearPage };

function listen() {
  const address = new URL("/_preview/events", location.origin);
  address.protocol = address.protocol.replace("http", "ws");
  address.searchParams.set("page", page);
  address.searchParams.set("version", known.version);
  const line = new WebSocket(address);
  let leaving = false;
  line.addEventListener("message", (event) => {
    const { name, data } = JSON.parse(event.data);
    hear[name]?.(data);
  });
  line.addEventListener("open", () => (lost.hidden = true));
  line.addEventListener("close", () => {
    if (leaving) return;
    lost.hidden = lost.textContent === "";
    setTimeout(listen, 400);
  });
  const leave = () => {
    leaving = true;
    line.close();
  };
  addEventListener("pagehide", leave, { once: true });
}

// A page that the browser restores may be outdated.
addEventListener("pageshow", (event) => event.persisted && listen());

comeBack();
listen();

// Changes since last time: marks the pages and sections that have changed since this reader read
// them. The read versions are stored on the device and never leave it. Readers can turn that off
// here, and on again on the page with the record.

import { PLACE, REMEMBERS, all, button, dayInWords, fill, find, forget, keep, make, recall, today } from "./kit.js";

const NAME = "seen";
const OFF = "unseen";
/** How long a page must be open to count as read, in milliseconds. */
const READ = 3000;

const { root = "", record } = document.body.dataset;
const words = find("#widget-seen").dataset;
const begin = `${root}/${document.documentElement.lang}/`;
const seen = () => recall(NAME, {});

/** Returns the sections of a page whose versions differ from the read ones. */
const changed = (sections, read) => sections.filter(({ id, version }) => read.sections[id] !== version);

/** Returns the sections of this page, which contains their versions. */
const own = () =>
  Object.entries(JSON.parse(words.versions)).map(([id, [version, anchor]]) => ({ id, version, anchor }));

const count = (number) => fill(number === 1 ? words.one : words.many, { count: number });

/** Stores the present versions of the page as read. */
function markRead(sections) {
  const versions = Object.fromEntries(sections.map(({ id, version }) => [id, version]));
  keep(NAME, { ...seen(), [PLACE]: { day: today(), sections: versions } });
}

/** Marks changed sections in the contents and at their headings, and shows a notice above the text. */
function showChanges(sections, { day }) {
  const anchors = new Set(sections.map(({ anchor }) => anchor));
  for (const link of all(".contents a")) {
    if (anchors.has(decodeURIComponent(link.hash.slice(1)))) link.append(" ", make("span", "seen-mark", words.mark));
  }
  for (const anchor of anchors) document.getElementById(anchor)?.append(" ", make("span", "seen-mark", words.mark));
  const notice = make("aside", "seen-notice");
  const where = make("span", "seen-where", words.where);
  const settings = make("a", "", words.settings);
  settings.href = `${record}#widget-record-seen`;
  const off = button("quiet", words.off, () => {
    forget(NAME);
    keep(OFF, true);
    notice.replaceChildren(words.stopped, ...(record ? [" ", settings] : []));
    notice.focus();
  });
  notice.tabIndex = -1;
  notice.setAttribute("aria-label", words.label);
  const said = fill(words.changed, { date: dayInWords(day), sections: count(sections.length) });
  notice.append(make("p", "", said), make("p", "", where, " ", off));
  find(".article .prose").before(notice);
}

function onPage() {
  const before = seen()[PLACE];
  const sections = own();
  const news = before?.sections ? changed(sections, before) : [];
  if (news.length) showChanges(news, before);
  setTimeout(() => {
    if (!recall(OFF, false)) markRead(sections);
  }, READ);
}

/** Shows on the cards of a list how many sections of each page have changed. */
async function onCards() {
  const read = seen();
  const placeOf = (card) => find("a", card).pathname.slice(begin.length).replace(/\/$/, "");
  const cards = all(".card").filter((card) => find("a", card)?.pathname.startsWith(begin));
  const known = cards.map((card) => ({ card, place: placeOf(card) })).filter(({ place }) => read[place]?.sections);
  if (!known.length) return;
  const { changedSince } = await import("./versions.js");
  const pages = await changedSince(Object.fromEntries(known.map(({ place }) => [place, read[place].sections])));
  for (const { card, place } of known) {
    const sections = changed(pages.get(place)?.sections ?? [], read[place]);
    if (sections.length) card.append(make("p", "card-seen", fill(words.card, { sections: count(sections.length) })));
  }
}

if (REMEMBERS && !recall(OFF, false)) {
  // If the versions cannot be loaded, nothing is shown.
  onCards().catch(() => {});
  if (words.versions && find(".article .prose")) onPage();
}

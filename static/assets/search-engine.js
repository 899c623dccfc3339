// Answers queries from the files of the index: as `src/search/engine.rs`, which explains the
// scores. Files are loaded by need, each once.

import {
  CONTRACTED, chunks, englishStem, every, initials, isConsonant, isFarFrom, isHangul, isSyllable, jamo, keys as keysOf, mayFollow,
  place, queryWords, shortNoun, strokes, syllable, typedAsHangul, typedAsLatin,
} from "./search-analysis.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = Object.fromEntries([...DIGITS].map((digit, value) => [digit, value]));
const MOST_WORDS = 16;
const MOST_HITS = 20;
const MOST_PASSAGES = 3;
const MOST_SHARDS = 4;
const MOST_BEGUN = 60;

const length = (text) => [...text].length;
const hangul = (word) => isHangul(word[0] ?? "");
const asInitials = (word) => word.length > 1 && every(word, isConsonant);

/** What a word says: `[how, what, worth]`. */
function meant({ raw, key, parts }) {
  if (asInitials(raw)) return [["initials", raw, 0.9]];
  const isForm = !hangul(raw) && isFarFrom(raw, key);
  const all = [["exact", key, isForm ? 0.7 : 1]];
  if (isForm || (hangul(raw) && raw !== key && every(raw, isSyllable))) all.push(["exact", raw, 1]);
  const short = raw.length >= 2 && raw.length <= 3 && every(raw, isSyllable) && shortNoun(raw);
  if (short) all.push(["exact", short, 0.9]);
  const begins = hangul(key) ? key.length > 1 : key.length >= 3 || key.includes(".");
  if (begins) all.push(["beginning", key, 0.6]);
  if (parts.length) all.push(["together", parts, 0.9]);
  return [...all, ...splits(key).map((parts) => ["together", parts, 0.8])];
}

/** What it begins with. */
function begun({ raw, key }) {
  if (!hangul(raw)) {
    const beginning = raw.length >= 3 && raw !== key ? [["beginning", raw, 0.6]] : [];
    return [...beginning, ...latinSplits(raw).map((parts) => ["together", parts, 0.7])];
  }
  if (asInitials(raw)) return splits(raw).map((parts) => ["together", parts, 0.6]);
  const typed = strokes(raw);
  const all = raw.length === 1 && raw !== typed ? [["beginning", raw, 0.5]] : [];
  for (const less of shorter(raw)) {
    const begins = strokes(less);
    const worth = mayFollow(typed.startsWith(begins) ? typed.slice(begins.length) : "") ? 0.9 : 0.5;
    all.push(["exact", less, worth], ["beginning", less, worth * 0.6]);
  }
  return all;
}

function otherLayout({ raw }) {
  const typed = hangul(raw) ? typedAsLatin(raw) : typedAsHangul(raw);
  const [word, ...more] = typed ? queryWords(typed).reverse() : [];
  return word && !more.length && length(word.raw) >= 2 ? word : null;
}

function splits(key) {
  if (!hangul(key)) return [];
  return Array.from({ length: Math.max(0, key.length - 3) }, (_, at) => [key.slice(0, at + 2), key.slice(at + 2)]);
}

const latinSplits = (word) =>
  /^[\x00-\x7f]*$/.test(word)
    ? Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => [word.slice(0, at + 3), word.slice(at + 3)].map(englishStem))
    : [];

function shorter(word) {
  const whole = /^[가-힣]*/.exec(word)[0];
  const all = whole !== word && whole.length >= 2 ? [whole] : [];
  for (let rest = whole; rest.length >= 2; ) {
    const [initial, vowel, last] = jamo(rest.at(-1));
    rest = rest.slice(0, -1);
    if (last && rest) all.push(rest + syllable(initial, vowel));
    if (CONTRACTED[vowel] && rest) all.push(rest + syllable(initial, CONTRACTED[vowel]));
    if (rest.length >= 2) all.push(rest);
  }
  return all;
}

/** Where 콛 stands once the next vowel is typed: 코드. */
function movedFinal(start) {
  const parts = start.length === 1 && jamo(start);
  const typed = strokes(start);
  return parts && parts[2] ? parts[0] + typed.at(-1) + typed : null;
}

/** Whether two words differ by one letter, or by two that are swapped. */
export function isOneOff(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [c, d] = [a.slice(start), b.slice(start)];
  return (
    c.slice(1) === d.slice(1) || c.slice(1) === d || c === d.slice(1) ||
    (c[0] === d[1] && c[1] === d[0] && c.slice(2) === d.slice(2))
  );
}

/** Where a word was found: weights by page * 256 + passage, and the keys. */
class WordHits {
  weights = new Map();
  keys = [];

  add(other, worth) {
    for (const [at, weight] of other.weights) {
      this.weights.set(at, Math.max(this.weights.get(at) ?? 0, weight * worth));
    }
    this.keys.push(...other.keys);
    return this;
  }

  get empty() {
    return !this.weights.size;
  }

  get pages() {
    return new Set([...this.weights.keys()].map((at) => at >>> 8));
  }
}

/** The weights that the text of postings gives. */
function postings(text) {
  const weights = new Map();
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = VALUE[text[at++]];
      if (digit === undefined) return null;
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
    }
  };
  for (let page = 0; at < text.length; ) {
    page += number();
    for (let passage = 0; ; ) {
      const step = number();
      if (step === null) return weights;
      passage += step >> 1;
      weights.set(page * 256 + passage, VALUE[text[at++]]);
      if (step & 1) break;
    }
  }
  return weights;
}

/** The index of one language. */
class Side {
  constructor(lang, load) {
    this.lang = lang;
    this.load = load;
    this.files = new Map();
  }

  /** The file at `path`; what could not be loaded is asked for again. */
  file(path, again = false) {
    if (!this.files.has(path) || again) {
      const loading = this.load(path);
      loading.catch(() => this.files.delete(path));
      this.files.set(path, loading);
    }
    return this.files.get(path);
  }

  async manifest() {
    if (!this.lists) {
      const read = await this.file(`${this.lang}/search/index.json`);
      const list = (name) => {
        const names = read[`${name}Names`].match(/.{10}/g) ?? [];
        return read[name].map((start, at) => [start, names[at]]);
      };
      this.lists = { pages: read.pages, terms: read.terms, keys: list("keys"), texts: list("texts") };
    }
    return this.lists;
  }

  /** The names of shards with entries that begin so, or are it. */
  async stretch(kind, beginning, whole) {
    const list = (await this.manifest())[kind];
    const after = list.findIndex(([start]) => start > beginning);
    const first = Math.max(0, (after < 0 ? list.length : after) - 1);
    const rest = list.slice(first + 1).findIndex(([start]) => !start.startsWith(beginning));
    const last = whole ? first + 1 : first + 1 + (rest < 0 ? list.length : rest);
    return list.slice(first, last).map(([, name]) => name);
  }

  async shard(name) {
    return this.file(`search/${this.lang}/${name}.json`);
  }

  async entries(beginning, whole, fits) {
    const names = (await this.stretch("keys", beginning, whole)).slice(0, MOST_SHARDS);
    const shards = await Promise.all(names.map((name) => this.shard(name)));
    return shards.flatMap((shard) => Object.entries(shard).filter(([key, value]) => fits(key, value)));
  }

  async exact(key) {
    const [name] = await this.stretch("keys", place(key), true);
    const shard = name ? await this.shard(name) : {};
    return Object.hasOwn(shard, key) ? [key, shard[key]] : null;
  }

  hits([key, value]) {
    const found = new WordHits();
    found.weights = postings(value.split(" ", 1)[0]);
    found.keys = [key];
    return found;
  }

  async hitsOf(key) {
    const entry = await this.exact(key);
    return entry ? this.hits(entry) : new WordHits();
  }

  async find(word) {
    const found = await this.all(meant(word));
    if (!found.empty) return found;
    for (const lookup of begun(word)) {
      const found = await this.all([lookup]);
      if (!found.empty) return found;
    }
    return found;
  }

  /** Adds where the other names of terms are found, for the words that name a term. */
  async addSynonyms(words, found) {
    if (!(await this.manifest()).terms) return;
    for (let length = 1; length <= 3; length++) {
      for (let at = 0; at + length <= words.length; at++) {
        const names = await this.exact(`=${words.slice(at, at + length).map(({ key }) => key).join(" ")}`);
        for (const name of names ? names[1].split(" ") : []) {
          const hits = await this.together(name.split("+"));
          for (const one of found.slice(at, at + length)) one.add(hits, 0.7);
        }
      }
    }
  }

  async misspelt({ raw }) {
    return /^[a-z]{5,}$/.test(raw) ? new WordHits().add(await this.oneOff(raw), 0.7) : new WordHits();
  }

  async all(lookups) {
    const found = await Promise.all(lookups.map(([how, what]) => this[how === "exact" ? "hitsOf" : how](what)));
    return found.reduce((all, one, at) => all.add(one, lookups[at][2]), new WordHits());
  }

  async beginning(start) {
    if (!hangul(start)) {
      const begins = (key, value) =>
        key !== start &&
        (key.startsWith(start) || value.split(" ").slice(1).some((form) => form.startsWith(start)));
      const entries = await this.entries(start.slice(0, 4), false, begins);
      // A stem stands for all its forms, also for those that do not begin like this.
      const own = entries.filter(([key]) => key.startsWith(start));
      return this.best(own.length ? own : entries, length(start));
    }
    const typed = strokes(start);
    // All syllables but the last are whole.
    const whole = start.slice(0, -1);
    const begins = (key) => key !== start && key.startsWith(whole) && strokes(key).startsWith(typed);
    const moved = movedFinal(start);
    const stretches = [place(start), moved].filter(Boolean);
    const found = await Promise.all(stretches.map((from) => this.entries(from, false, begins)));
    return this.best(found.flat(), length(start));
  }

  async initials(letters) {
    const begins = (key) => initials(key).startsWith(letters);
    const entries = await this.entries(letters.slice(0, 2), false, begins);
    const most = Math.max(...entries.map(([, value]) => value.length));
    // Of words with the same initials a common one is meant more often.
    const common = ([, value]) => Math.max(0.3, Math.sqrt(value.length / most));
    const each = entries.map((entry) => [this.best([entry], length(letters)), common(entry)]);
    return each.reduce((all, [hits, worth]) => all.add(hits, worth), new WordHits());
  }

  best(entries, typed) {
    const found = new WordHits();
    const order = ([a], [b]) => length(a) - length(b) || (a < b ? -1 : 1);
    for (const entry of entries.sort(order).slice(0, MOST_BEGUN)) {
      found.add(this.hits(entry), Math.sqrt(Math.min(1, typed / length(entry[0]))));
    }
    return found;
  }

  async together(parts) {
    const one = (part) => (every(part, isConsonant) ? this.initials(part) : this.hitsOf(part));
    const each = await Promise.all(parts.map(one));
    const found = new WordHits();
    if (each.some((hits) => hits.empty)) return found;
    const pages = each.map((hits) => hits.pages);
    for (const { weights } of each) {
      for (const [at, weight] of weights) {
        if (!pages.every((has) => has.has(at >>> 8))) continue;
        found.weights.set(at, (found.weights.get(at) ?? 0) + weight / parts.length);
      }
    }
    found.keys = [parts.join(" ")];
    return found;
  }

  async oneOff(word) {
    const swapped = word[0] + word[2];
    const beginnings = [word.slice(0, 2), swapped];
    const near = ([key, value]) => {
      const forms = value.includes(" ") ? value.split(" ").slice(1) : [key];
      return forms.some((form) => isOneOff(word, form));
    };
    const begun = await Promise.all(beginnings.map((from) => this.entries(from, false, () => true)));
    const ends = await this.exact(`~${word.slice(-3)}`);
    const words = ends ? ends[1].split(" ").filter((form) => isOneOff(word, form)) : [];
    const found = new Set([...begun.flat().filter(near).map(([key]) => key), ...words.map(englishStem)]);
    const hits = await Promise.all([...found].sort().map((key) => this.hitsOf(key)));
    return hits.reduce((all, one) => all.add(one, 1), new WordHits());
  }

  /** A passage with what is told of its page. */
  async text(page, passage) {
    const hex = (value, width) => value.toString(16).padStart(width, "0");
    const id = hex(page, 6);
    const at = id + hex(passage, 2);
    const [name] = await this.stretch("texts", at, true);
    const shard = name ? await this.shard(name) : {};
    const start = Object.keys(shard).filter((key) => key.startsWith(id) && key <= at).sort().pop();
    if (!start) return null;
    const [kind, label, address, title, passages] = shard[start];
    const [anchor, heading, text] = passages[passage - Number.parseInt(start.slice(6), 16)] ?? [];
    return text === undefined ? null : { kind, label, address, title, anchor, heading, text };
  }
}

/** Searches below `root`, an address that ends in a slash. */
export class Engine {
  constructor(lang, load) {
    this.here = new Side(lang, load);
    this.there = new Side(lang === "ko" ? "en" : "ko", load);
  }

  /** The pages for `query`, the best first, without their texts. */
  async rank(query) {
    const words = queryWords(query.normalize("NFC")).slice(0, MOST_WORDS);
    const found = await Promise.all(words.map((word) => this.word(word)));
    await this.here.addSynonyms(words, found.map(([hits]) => hits));
    const pages = (await this.here.manifest()).pages || (await this.there.manifest()).pages;
    return { words, found: found.map(([hits]) => hits), readAs: found.map(([, other]) => other), ranked: rank(found.map(([hits]) => hits), pages) };
  }

  /** Where a word is found, and as what it was read. */
  async word(word) {
    const { here, there } = this;
    const found = await here.find(word);
    const foreign = hangul(word.raw) !== (here.lang === "ko");
    if (foreign && found.pages.size < 3) found.add(await there.find(word), 0.8);
    const other = found.empty && otherLayout(word);
    if (other) {
      found.add(await here.find(other), 0.9);
      if (found.empty) found.add(await there.find(other), 0.7);
      if (!found.empty) return [found, other.raw];
    }
    for (const [side, worth] of [[here, 1], [there, 0.8]]) {
      if (found.empty) found.add(await side.misspelt(word), worth);
      if (found.keys.length && found.keys[0] && !meant(word).some(([, what]) => what === found.keys[0])) break;
    }
    if (found.empty && !foreign) found.add(await there.find(word), 0.8);
    return [found, null];
  }

  /** A ranked page with its texts; in the other language where this one has it not. */
  async hit(ranked) {
    for (const side of [this.here, this.there]) {
      const read = async (numbers) => (await Promise.all(numbers.map((at) => side.text(ranked.page, at)))).filter(Boolean);
      const own = await read(ranked.passages);
      const texts = own.length ? own : await read([0]);
      if (texts.length) return { ...texts[0], lang: side.lang, score: ranked.score, passages: texts };
    }
    return null;
  }
}

// Two scores that differ by an error of calculation are the same.
const rounded = (score) => Math.round(score * 1e6);

// Scores all pages that have a word.
function rank(found, pages) {
  const present = found.filter((hits) => !hits.empty);
  const rarity = (hits) => Math.log(1 + pages / hits.pages.size);
  // A word that was not found counts as much as the others do.
  const mean = present.reduce((sum, hits) => sum + rarity(hits), 0) / Math.max(1, present.length);
  const rarities = found.map((hits) => (hits.empty ? mean : rarity(hits)));
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const byPage = found.map((hits) => {
    const all = new Map();
    for (const [at, weight] of hits.weights) {
      const page = at >>> 8;
      if (!all.has(page)) all.set(page, new Map());
      all.get(page).set(at & 255, weight);
    }
    return all;
  });
  const all = new Set(byPage.flatMap((pages) => [...pages.keys()]));
  const ranked = [];
  for (const page of all) {
    const share = byPage.reduce((sum, pages, at) => sum + (pages.has(page) ? rarities[at] : 0), 0) / whole;
    const hasRare = () => byPage.some((pages, at) => rarities[at] >= 1.75 && pages.has(page));
    if (share >= 0.6 || (share >= 0.3 && hasRare())) ranked.push(rankPage(page, byPage.map((pages) => pages.get(page)), rarities, whole, share));
  }
  return ranked.sort((a, b) => rounded(b.score) - rounded(a.score) || a.page - b.page).slice(0, MOST_HITS);
}

function rankPage(page, ofPage, rarities, whole, share) {
  const score = (passage) => {
    let sum = 0;
    let owned = 0;
    ofPage.forEach((weights, word) => {
      const own = weights?.get(passage);
      sum += rarities[word] * Math.max(own ?? 0, (weights?.get(0) ?? 0) * 0.5);
      if (own !== undefined) owned += rarities[word];
    });
    return sum * (0.6 + (0.4 * owned) / whole);
  };
  const passages = [...new Set(ofPage.flatMap((weights) => [...(weights?.keys() ?? [])]))];
  const scored = passages.map((passage) => [score(passage), passage]);
  scored.sort((a, b) => rounded(b[0]) - rounded(a[0]) || a[1] - b[1]);
  const [best] = scored[0];
  const more = scored.slice(1, 5).reduce((sum, [score]) => sum + score, 0);
  const kept = scored.filter(([score]) => score >= 0.5 * best).slice(0, MOST_PASSAGES);
  return { page, score: (best + 0.1 * more) * share * share, passages: kept.map(([, passage]) => passage) };
}

/** Where `text` has what was found: `[start, end]`, in order. */
export function marks(text, words, found) {
  const keys = new Set(found.flatMap((hits) => hits.keys.flatMap((key) => key.split(" "))));
  const raws = words.map(({ raw }) => raw).filter((raw) => raw.length > 1);
  const byLetter = new Map();
  for (const key of keys) byLetter.set(key[0], [...(byLetter.get(key[0]) ?? []), key]);
  const all = [];
  const from = windowStart(text, [...raws, ...keys]);
  for (const { start: at, text: chunk } of chunks(text.slice(from, from + WINDOW))) {
    const start = from + at;
    const lower = chunk.toLowerCase();
    const near = byLetter.get(lower[0]) ?? [];
    const shown =
      raws.find((raw) => lower.includes(raw)) ??
      near.find((key) => lower.startsWith(key)) ??
      (near.length && keysOf(chunk).some((key) => keys.has(key.text)) ? lower : null);
    if (shown) all.push([start + lower.indexOf(shown), start + lower.indexOf(shown) + shown.length]);
  }
  return all;
}

/** Of a long text only so much is looked at, in letters. */
const WINDOW = 1200;

function windowStart(text, wanted) {
  if (text.length <= WINDOW) return 0;
  const lower = text.toLowerCase();
  const places = wanted.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const near = Math.max(0, Math.min(...places) - 200);
  return places.length && near ? text.indexOf(" ", near) + 1 : 0;
}
